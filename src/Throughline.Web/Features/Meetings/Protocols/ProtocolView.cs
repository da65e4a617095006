using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Domain.Units;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Meetings.Protocols;

/// <summary>A line that was written down, with who wrote it.</summary>
public sealed record FindingRow(
    int Number,
    int Step,
    OutputKind Kind,
    string Words,
    Guid ById,
    string By
)
{
    /// <summary>The lines of an item in the order in which they were written. One query.</summary>
    public static async Task<IReadOnlyList<FindingRow>> OfAsync(
        ThroughlineDb db,
        Guid itemId,
        CancellationToken cancel
    ) =>
        await (
            from finding in db.Set<ProtocolFinding>()
            join person in db.Set<Person>() on finding.ById equals person.Id
            where finding.ItemId == itemId
            orderby finding.Number
            select new FindingRow(
                finding.Number,
                finding.Step,
                finding.Kind,
                finding.Words,
                finding.ById,
                person.GivenName + " " + person.FamilyName
            )
        ).ToListAsync(cancel);
}

/// <summary>A protocol at an item, as its page shows it.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Item">The item.</param>
/// <param name="Run">The protocol.</param>
/// <param name="Findings">What was written down.</param>
/// <param name="At">The address of the page.</param>
/// <param name="Conducts">True for who runs the clock.</param>
/// <param name="Now">The moment of looking, UTC.</param>
public sealed record ProtocolView(
    Meeting Meeting,
    AgendaItem Item,
    ProtocolRun Run,
    IReadOnlyList<FindingRow> Findings,
    string At,
    bool Conducts,
    DateTime Now
)
{
    /// <summary>True while the team is at the item.</summary>
    public bool IsOn => Meeting.State == MeetingState.InProgress && Item.State == StopState.Now;

    /// <summary>True while lines can be written down.</summary>
    public bool TakesLines => Meeting.State == MeetingState.InProgress && Run.HasBegun;

    /// <summary>Where a line is read.</summary>
    public string PathOf(FindingRow finding) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{At[..At.IndexOf("/items/", StringComparison.Ordinal)]}/findings/{finding.Number}"
        );

    /// <summary>Seconds left of the current step; below 0 past it. Null where the team is at none.</summary>
    public int? SecondsLeft =>
        Run.Current is { } at && Run.Now is { } step
            ? (step.Minutes * 60) - Run.SecondsOf(at, Meeting.SecondsAt(Item, Now))
            : null;

    /// <summary>When the current step is to end, for a clock that runs; null for one that stands.</summary>
    public DateTime? EndsAt =>
        IsOn && !Run.IsPaused && SecondsLeft is { } left ? Now.AddSeconds(left) : null;

    /// <summary>Whole minutes that a step took.</summary>
    public int MinutesOf(int step) => (Run.SecondsOf(step, Meeting.SecondsAt(Item, Now)) + 30) / 60;

    /// <summary>What changes when the team goes on: a page that shows the same keeps its form.</summary>
    public string Key =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Run.Current}/{Run.IsThrough}/{Run.IsPaused}/{IsOn}/{Meeting.State}"
        );

    public IEnumerable<FindingRow> Of(int step) => Findings.Where(f => f.Step == step);
}
