using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Work.Issues;

/// <summary>One of the three texts of an issue; version 0 while nobody has written it.</summary>
public sealed record StageView(
    IssueStage Stage,
    string? Words,
    string? By,
    DateTime? At,
    int Version
);

/// <summary>A line in the life of an issue.</summary>
public sealed record EventRow(DateTime At, string By, IssueEventKind Kind, string? Words);

/// <summary>What an issue's page shows.</summary>
/// <param name="IsMine">True when the viewer has voted for it.</param>
/// <param name="IFlagged">True when the viewer has flagged it.</param>
/// <param name="IsFlagged">True when someone flagged it and the viewer keeps the norms; false for everyone else.</param>
/// <param name="HandledAt">How to reach who handles it.</param>
public sealed record IssueView(
    Guid Id,
    int Number,
    string Title,
    string? About,
    string RaisedBy,
    string? RaisedAs,
    DateTime RaisedAt,
    IssueStatus Status,
    string? ParkedBecause,
    DateOnly? ParkedUntil,
    string? HandledBy,
    string? HandledAt,
    int Minutes,
    int Votes,
    bool IsMine,
    bool IFlagged,
    bool KeepsNorms,
    bool IsFlagged,
    int Version
)
{
    private const int EventsShown = 50;

    public bool IsListed => Status is IssueStatus.Open or IssueStatus.Parked;

    /// <summary>The three, in their order.</summary>
    public IReadOnlyList<StageView> Stages { get; init; } = [];

    /// <summary>The newest first.</summary>
    public IReadOnlyList<EventRow> Events { get; init; } = [];

    public static async Task<IssueView?> LoadAsync(
        ThroughlineDb db,
        Here here,
        int number,
        CancellationToken cancel
    )
    {
        var (unit, me) = (here.Unit.Id, here.Viewer.PersonId);
        var people = db.Set<Person>();
        var keepers = NormsKeeper.Of(db, here.Today).Where(m => m.UnitId == unit);
        var found = await db.Set<Issue>()
            .AsNoTracking()
            .Where(i => i.UnitId == unit && i.Number == number)
            .Select(i => new
            {
                View = new IssueView(
                    i.Id,
                    i.Number,
                    i.Title,
                    i.About,
                    people
                        .Where(p => p.Id == i.RaisedById)
                        .Select(p => p.GivenName + " " + p.FamilyName)
                        .First(),
                    i.RaisedAs,
                    i.RaisedAt,
                    i.Status,
                    i.ParkedBecause,
                    i.ParkedUntil,
                    i.HandledBy,
                    db.Set<OtherTeam>()
                        .Where(t => t.Id == i.HandledByTeamId)
                        .Select(t => (t.Contact ?? "") + " " + (t.Email ?? ""))
                        .FirstOrDefault(),
                    i.MinutesSpent,
                    i.Votes.Count,
                    i.Votes.Any(v => v.PersonId == me),
                    i.Flags.Any(f => f.PersonId == me),
                    keepers.Any(m => m.PersonId == me),
                    i.Flags.Any() && keepers.Any(m => m.PersonId == me),
                    i.Version
                ),
                Texts = i
                    .Texts.Select(t => new StageView(
                        t.Stage,
                        t.Words,
                        people
                            .Where(p => p.Id == t.ByPersonId)
                            .Select(p => p.GivenName + " " + p.FamilyName)
                            .First(),
                        t.At,
                        t.Version
                    ))
                    .ToList(),
            })
            .SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        return found.View with
        {
            Stages =
            [
                .. Enum.GetValues<IssueStage>()
                    .Select(s =>
                        found.Texts.Find(t => t.Stage == s) ?? new(s, null, null, null, 0)
                    ),
            ],
            Events = await db.Set<IssueEvent>()
                .AsNoTracking()
                .Where(e => e.IssueId == found.View.Id)
                .OrderByDescending(e => e.Id)
                .Take(EventsShown)
                .Select(e => new EventRow(
                    e.At,
                    people
                        .Where(p => p.Id == e.ByPersonId)
                        .Select(p => p.GivenName + " " + p.FamilyName)
                        .First(),
                    e.Kind,
                    e.Words
                ))
                .ToListAsync(cancel),
        };
    }
}
