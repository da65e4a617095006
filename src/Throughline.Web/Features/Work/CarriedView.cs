using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Web.Features.Work;

/// <summary>A note, or that something moved on.</summary>
/// <param name="Did">What happened, in words; null for a note.</param>
public sealed record NoteRow(Guid Id, DateTime At, string By, string? Did, string? Words);

/// <summary>What the page of an action step, a to-do or a rock shows of it.</summary>
public sealed record CarriedView(
    Guid Id,
    int Number,
    string Title,
    string? Why,
    string Owner,
    Guid OwnerId,
    bool OwnerHasLeft,
    DateOnly DueOn,
    WorkStatus Status,
    string AddedBy,
    DateTime AddedAt,
    int Version
)
{
    private const int NotesShown = 30;

    public bool IsOpen => Status is WorkStatus.NotStarted or WorkStatus.UnderWay;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<NoteRow> Notes { get; init; } = [];

    /// <summary>True when older ones follow.</summary>
    public bool HasMore { get; init; }

    /// <summary>Two queries: the thing, and its notes from the newest, or from the one before which to go on.</summary>
    /// <param name="db">The store.</param>
    /// <param name="found">The one thing.</param>
    /// <param name="notes">Notes of its kind.</param>
    /// <param name="did">What a note says happened.</param>
    /// <param name="before">The note before which to go on.</param>
    /// <param name="cancel">Stops.</param>
    public static async Task<CarriedView?> LoadAsync<T, TNote>(
        ThroughlineDb db,
        IQueryable<T> found,
        IQueryable<TNote> notes,
        Func<TNote, string?> did,
        Guid? before,
        CancellationToken cancel
    )
        where T : CarriedWork
        where TNote : WorkNote
    {
        var people = db.Set<Person>();
        var view = await (
            from work in found
            join owner in people on work.OwnerId equals owner.Id
            from adder in people.Where(p => p.Id == work.AddedById).DefaultIfEmpty()
            select new CarriedView(
                work.Id,
                work.Number,
                work.Title,
                work.Why,
                owner.GivenName + " " + owner.FamilyName,
                owner.Id,
                owner.LeftOn != null,
                work.DueOn,
                work.Status,
                adder == null ? "" : adder.GivenName + " " + adder.FamilyName,
                work.AddedAt,
                work.Version
            )
        ).SingleOrDefaultAsync(cancel);
        if (view is null)
        {
            return null;
        }

        var rows = await notes
            .AsNoTracking()
            .Where(n => n.WorkId == view.Id)
            .Where(n => before == null || n.Id < before)
            .OrderByDescending(n => n.Id)
            .Take(NotesShown + 1)
            .Select(n => new
            {
                Note = n,
                By = people
                    .Where(p => p.Id == n.ByPersonId)
                    .Select(p => p.GivenName + " " + p.FamilyName)
                    .FirstOrDefault(),
            })
            .ToListAsync(cancel);
        return view with
        {
            Notes =
            [
                .. rows.Take(NotesShown)
                    .Select(r => new NoteRow(
                        r.Note.Id,
                        r.Note.At,
                        r.By ?? "",
                        did(r.Note),
                        r.Note.Words
                    )),
            ],
            HasMore = rows.Count > NotesShown,
        };
    }
}
