using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Web.Features.Work;

/// <summary>A note, or that the step moved on.</summary>
public sealed record NoteRow(Guid Id, DateTime At, string By, ActionStatus? MovedTo, string? Words);

/// <summary>What an action step's page shows.</summary>
public sealed record ActionView(
    Guid Id,
    int Number,
    string Title,
    string? Why,
    string Owner,
    Guid OwnerId,
    bool OwnerHasLeft,
    DateOnly DueOn,
    ActionStatus Status,
    string AddedBy,
    DateTime AddedAt,
    int Version
)
{
    private const int NotesShown = 30;

    public bool IsOpen => Status is ActionStatus.NotStarted or ActionStatus.UnderWay;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<NoteRow> Notes { get; init; } = [];

    /// <summary>True when older ones follow.</summary>
    public bool HasMore { get; init; }

    /// <summary>Where it can be moved by a button, the likeliest first.</summary>
    public IEnumerable<ActionStatus> Moves =>
        Status switch
        {
            ActionStatus.NotStarted => [ActionStatus.UnderWay, ActionStatus.Done],
            ActionStatus.UnderWay => [ActionStatus.Done, ActionStatus.NotStarted],
            _ => [ActionStatus.UnderWay],
        };

    public static async Task<ActionView?> LoadAsync(
        ThroughlineDb db,
        Guid unitId,
        int number,
        Guid? before,
        CancellationToken cancel
    )
    {
        var people = db.Set<Person>();
        var view = await (
            from step in db.Set<ActionStep>().AsNoTracking()
            where step.UnitId == unitId && step.Number == number
            join owner in people on step.OwnerId equals owner.Id
            from adder in people.Where(p => p.Id == step.AddedById).DefaultIfEmpty()
            select new ActionView(
                step.Id,
                step.Number,
                step.Title,
                step.Why,
                owner.GivenName + " " + owner.FamilyName,
                owner.Id,
                owner.LeftOn != null,
                step.DueOn,
                step.Status,
                adder == null ? "" : adder.GivenName + " " + adder.FamilyName,
                step.AddedAt,
                step.Version
            )
        ).SingleOrDefaultAsync(cancel);
        if (view is null)
        {
            return null;
        }

        var notes = await db.Set<ActionNote>()
            .AsNoTracking()
            .Where(n => n.ActionStepId == view.Id)
            .Where(n => before == null || n.Id < before)
            .OrderByDescending(n => n.Id)
            .Take(NotesShown + 1)
            .Select(n => new NoteRow(
                n.Id,
                n.At,
                people
                    .Where(p => p.Id == n.ByPersonId)
                    .Select(p => p.GivenName + " " + p.FamilyName)
                    .FirstOrDefault()
                    ?? "",
                n.MovedTo,
                n.Words
            ))
            .ToListAsync(cancel);
        return view with
        {
            Notes = [.. notes.Take(NotesShown)],
            HasMore = notes.Count > NotesShown,
        };
    }
}
