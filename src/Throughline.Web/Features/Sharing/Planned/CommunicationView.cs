using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Units;
using Throughline.Domain.Sharing;
using Throughline.Domain.Units;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Sharing.Planned;

/// <summary>A day of an entry, as the page shows it.</summary>
/// <param name="Day">The day.</param>
/// <param name="ToldBy">Who said that it was told; null while nobody did.</param>
/// <param name="ToldAt">When, UTC.</param>
public sealed record ShownDay(TellingDay Day, string? ToldBy, DateTime? ToldAt);

/// <summary>An entry with the days that are shown.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Writer">Who writes it.</param>
/// <param name="Days">The days of the last two weeks and the coming four.</param>
public sealed record ShownEntry(PlannedTelling Entry, string Writer, IReadOnlyList<ShownDay> Days)
{
    /// <summary>Its days from one on, and before another.</summary>
    public IEnumerable<ShownDay> Between(DateOnly first, DateOnly before) =>
        Days.Where(d => d.Day.On >= first && d.Day.On < before);
}

/// <summary>The calendar of communication: the coming four weeks by audience, and what of the last two was told.</summary>
/// <param name="Weeks">The Mondays of this week and the three after it.</param>
/// <param name="Entries">The entries, by audience.</param>
/// <param name="Over">Those of the past that are on no more, the latest first.</param>
public sealed record CommunicationView(
    IReadOnlyList<DateOnly> Weeks,
    IReadOnlyList<ShownEntry> Entries,
    IReadOnlyList<ShownEntry> Over
)
{
    private const int WeeksAhead = 4;
    private const int DaysBack = 14;
    private const int OverShown = 10;

    /// <summary>Entries that have something to show, audience by audience.</summary>
    public IEnumerable<IGrouping<string, ShownEntry>> ByAudience =>
        Entries.GroupBy(e => CalendarWords.Whom(e.Entry.Audience, e.Entry.AudienceWords));

    /// <summary>The days of the last two weeks, the latest first.</summary>
    public IEnumerable<(ShownEntry Entry, ShownDay Day)> Past(DateOnly today) =>
        Entries
            .Concat(Over)
            .SelectMany(e => e.Days.Select(d => (Entry: e, Day: d)))
            .Where(x => x.Day.Day.On < today)
            .OrderByDescending(x => x.Day.Day.On)
            .ThenBy(x => x.Entry.Entry.Number);

    /// <summary>Two queries.</summary>
    public static async Task<CommunicationView> LoadAsync(
        ThroughlineDb db,
        Here here,
        CancellationToken cancel
    )
    {
        var today = here.Today;
        var (first, monday) = (
            today.AddDays(-DaysBack),
            today.AddDays(-(((int)today.DayOfWeek + 6) % 7))
        );
        var last = monday.AddDays((7 * WeeksAhead) - 1);
        var laidFrom = first.AddDays(-1);
        var calendar = await SchoolCalendars.LoadAsync(db, here.Unit, cancel);
        var entries = await db.Set<PlannedTelling>()
            .AsNoTracking()
            .Where(e => e.UnitId == here.Unit.Id)
            .OrderBy(e => e.Audience)
            .ThenBy(e => e.AudienceWords)
            .ThenBy(e => e.Number)
            .Select(e => new
            {
                Entry = e,
                Writer = db.Set<Person>()
                    .Where(p => p.Id == e.WriterId)
                    .Select(p => p.GivenName + " " + p.FamilyName)
                    .First(),
                Told = e
                    .Told.Where(t => t.Laid >= laidFrom)
                    .Select(t => new
                    {
                        t.Laid,
                        t.At,
                        By = db.Set<Person>()
                            .Where(p => p.Id == t.ById)
                            .Select(p => p.GivenName + " " + p.FamilyName)
                            .First(),
                    })
                    .ToList(),
            })
            .ToListAsync(cancel);
        var shown = entries.ConvertAll(e => new ShownEntry(
            e.Entry,
            e.Writer,
            [
                .. e
                    .Entry.Between(first, last, calendar)
                    .OrderBy(d => d.On)
                    .Select(d =>
                    {
                        var told = e.Told.Find(t => t.Laid == d.Laid);
                        return new ShownDay(d, told?.By, told?.At);
                    }),
            ]
        ));
        var isOver = shown.ToLookup(e => IsOver(e.Entry, today));
        return new(
            [.. Enumerable.Range(0, WeeksAhead).Select(n => monday.AddDays(7 * n))],
            [.. isOver[false]],
            [.. isOver[true].OrderByDescending(e => e.Entry.Number).Take(OverShown)]
        );
    }

    private static bool IsOver(PlannedTelling entry, DateOnly today) =>
        entry.Until < today || (entry.Rhythm == TellingRhythm.Once && entry.From < today);
}
