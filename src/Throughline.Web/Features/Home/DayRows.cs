using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Home;

/// <summary>A thing of a unit that waits for a person: as much as any such thing needs, so that all kinds come in one query.</summary>
public sealed record DayRow
{
    /// <summary>Which source it belongs to, as that was called when it was asked.</summary>
    public required int Source { get; init; }
    public required int Number { get; init; }
    public required string Title { get; init; }
    public required string Unit { get; init; }
    public required string Slug { get; init; }

    /// <summary>Since when it waits, UTC.</summary>
    public required DateTime Since { get; init; }

    /// <summary>The last day for it; <see cref="NoDay"/> for what has none. Each source sets it: rows of one query have the same parts.</summary>
    public required DateOnly Due { get; init; }

    /// <summary>Stands for no last day: PostgreSQL takes an empty value among the parts of a query for text.</summary>
    public static readonly DateOnly NoDay = new(9999, 1, 1);

    /// <summary>The last day, if it has one.</summary>
    public DateOnly? LastDay => Due == NoDay ? null : Due;
}

/// <summary>
/// Brings things of one kind for a person's day, as rows of one query that all such sources share: a new kind costs the
/// page no query of its own. An area adds itself by implementing this.
/// </summary>
public interface IDayRows
{
    /// <summary>What waits for the person; null where nothing of this kind can, which need not be asked.</summary>
    /// <param name="viewer">The person.</param>
    /// <param name="db">The store.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="source">What its rows are to be called, to tell them from another source's.</param>
    IQueryable<DayRow>? RowsOf(Viewer viewer, ThroughlineDb db, DateTime now, int source);

    /// <summary>A row as the day shows it.</summary>
    DayItem Item(DayRow row);

    /// <summary>See <see cref="IDaySource.PeopleWithSomething"/>.</summary>
    IQueryable<Guid> PeopleWithSomething(ThroughlineDb db, DateTime now);
}

/// <summary>All sources of rows as one source of the day.</summary>
public sealed class RowsInMyDay(IEnumerable<IDayRows> sources) : IDaySource
{
    private const int MostShown = 50;

    private readonly IReadOnlyList<IDayRows> all = [.. sources];

    public IQueryable<Guid> PeopleWithSomething(ThroughlineDb db, DateTime now) =>
        all.Select(s => s.PeopleWithSomething(db, now))
            .Aggregate((people, more) => people.Concat(more));

    public async Task<IReadOnlyList<DayItem>> ForAsync(
        Viewer viewer,
        ThroughlineDb db,
        DateTime now,
        CancellationToken cancel
    )
    {
        var asked = all.Select((s, at) => s.RowsOf(viewer, db, now, at))
            .OfType<IQueryable<DayRow>>()
            .ToList();
        if (asked.Count == 0)
        {
            return [];
        }

        var rows = await asked
            .Aggregate((some, more) => some.Concat(more))
            .OrderBy(r => r.Since)
            .Take(MostShown)
            .ToListAsync(cancel);
        var today = DateOnly.FromDateTime(
            TimeZoneInfo.ConvertTimeFromUtc(
                now,
                TimeZoneInfo.FindSystemTimeZoneById((viewer.Home ?? viewer.District).TimeZoneId)
            )
        );
        return
        [
            .. rows.Select(r =>
                all[r.Source].Item(r) with
                {
                    Due = r.LastDay,
                    IsLate = r.LastDay < today,
                    Since = r.Since,
                }
            ),
        ];
    }
}
