using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Ui;
using Throughline.Web.Ui.Papers;

namespace Throughline.Web.Features.Meetings.Minutes;

/// <summary>An edition of minutes, and what became of it.</summary>
public sealed record EditionRow(MinutesEdition Edition, string ConfirmedBy, string? ReopenedBy);

/// <summary>The minutes of a meeting for one reader: what they may read of them, and nothing more.</summary>
/// <param name="Meeting">The meeting; it is over.</param>
/// <param name="Record">What this reader reads; null once the minutes were destroyed.</param>
/// <param name="IsWhole">True for who reads all; false for the staff, who read what was decided.</param>
/// <param name="Editions">The editions there are, the latest first.</param>
/// <param name="Waiting">Parts beside whose notes texts wait to be joined; none where the minutes are final.</param>
public sealed record MinutesReading(
    Meeting Meeting,
    MinutesRecord? Record,
    bool IsWhole,
    IReadOnlyList<EditionRow> Editions,
    IReadOnlyList<AgendaStop> Waiting
)
{
    /// <summary>The edition that is read; null for a draft.</summary>
    public MinutesEdition? Shown { get; private init; }

    /// <summary>What tells this draft from one that changed meanwhile; null for an edition.</summary>
    public string? Seen { get; private init; }

    /// <summary>Who ran the meeting by a role in it; null for an edition, which is read without asking.</summary>
    public IReadOnlySet<Guid>? Conductors { get; private init; }

    /// <summary>True when later minutes stand beside the edition that is read, or it was reopened.</summary>
    public bool IsSuperseded => Shown?.ReopenedAt is not null;

    /// <summary>As it is shown, printed and saved; null once it was destroyed.</summary>
    /// <param name="here">Where, for its words and its clock.</param>
    public Paper? PaperAt(Here here) =>
        Record is null
            ? null
            : MinutesPaper.Of(
                Record,
                here.Unit,
                Grounds(Record, Editions.Select(e => e.Edition), here)
            );

    /// <summary>Why words are covered in what someone reads; nothing where they read no covered word.</summary>
    public static IReadOnlyList<string> Grounds(
        MinutesRecord record,
        IEnumerable<MinutesEdition> editions,
        Here here
    )
    {
        var isCovered = false;
        record.Each(text =>
        {
            isCovered |= text.Contains(MinutesRedaction.Mark, StringComparison.Ordinal);
            return text;
        });
        return isCovered
            ?
            [
                .. editions
                    .SelectMany(e => e.Redactions)
                    .OrderBy(r => r.At)
                    .Select(r =>
                        $"{r.Ground}, {Days.Full(DateOnly.FromDateTime(here.Local(r.At)))}"
                    )
                    .Distinct(),
            ]
            : [];
    }

    /// <summary>
    /// Reads the minutes of a meeting that is over. Null when there is no such edition. One query for final minutes, five for a
    /// draft.
    /// </summary>
    /// <param name="db">The store.</param>
    /// <param name="draft">Puts a draft together.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="isWhole">True for a reader who may read all.</param>
    /// <param name="edition">Which edition; null for what holds now.</param>
    /// <param name="cancel">Stops.</param>
    public static async Task<MinutesReading?> OfAsync(
        ThroughlineDb db,
        MinutesDraft draft,
        Meeting meeting,
        bool isWhole,
        int? edition,
        CancellationToken cancel
    )
    {
        var editions = await EditionsAsync(db, meeting.Id, cancel);
        var shown =
            edition is null && meeting.MinutesFinalAt is null
                ? null
                : editions.FirstOrDefault(e => edition is null || e.Edition.Number == edition);
        if (shown is not null)
        {
            var kept = shown.Edition.Read();
            return new MinutesReading(meeting, Cut(kept, isWhole), isWhole, editions, [])
            {
                Shown = shown.Edition,
            };
        }

        if (edition is not null)
        {
            return null;
        }

        if (meeting.MinutesDestroyedAt is not null)
        {
            return new MinutesReading(meeting, null, isWhole, editions, []);
        }

        var now = await draft.OfAsync(meeting, [.. editions.Select(e => e.Edition)], cancel);
        return new MinutesReading(meeting, Cut(now.Record, isWhole), isWhole, editions, now.Waiting)
        {
            Seen = MinutesEdition.FingerprintOf(now.Record.Write()),
            Conductors = now.Conductors,
        };
    }

    /// <summary>What was proposed and decided alone, as the minutes that hold now have it. Two queries at most.</summary>
    public static async Task<IReadOnlyList<MinutesDecision>> DecisionsAsync(
        ThroughlineDb db,
        MinutesDraft draft,
        Meeting meeting,
        CancellationToken cancel
    )
    {
        var editions = await EditionsAsync(db, meeting.Id, cancel);
        return meeting.MinutesFinalAt is null
            ? await draft.DecisionsAsync(meeting, [.. editions.Select(e => e.Edition)], cancel)
            : editions.FirstOrDefault()?.Edition.Read()?.Decisions ?? [];
    }

    /// <summary>The editions of a meeting's minutes, the latest first.</summary>
    public static async Task<List<EditionRow>> EditionsAsync(
        ThroughlineDb db,
        Guid meetingId,
        CancellationToken cancel
    ) =>
        [
            .. (
                await db.Set<MinutesEdition>()
                    .AsNoTracking()
                    .Include(e => e.Redactions)
                    .AsSingleQuery()
                    .Where(e => e.MeetingId == meetingId)
                    .OrderByDescending(e => e.Number)
                    .Select(e => new
                    {
                        Edition = e,
                        By = db.Set<Person>()
                            .Where(p => p.Id == e.ConfirmedById)
                            .Select(p => p.GivenName + " " + p.FamilyName)
                            .First(),
                        ReopenedBy = db.Set<Person>()
                            .Where(p => p.Id == e.ReopenedById)
                            .Select(p => p.GivenName + " " + p.FamilyName)
                            .FirstOrDefault(),
                    })
                    .ToListAsync(cancel)
            ).Select(x => new EditionRow(x.Edition, x.By, x.ReopenedBy)),
        ];

    private static MinutesRecord? Cut(MinutesRecord? record, bool isWhole) =>
        isWhole ? record : record?.ForStaff();
}
