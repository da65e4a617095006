using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Links;

/// <summary>A thing as the line shows it.</summary>
/// <param name="What">Its kind, number and where it belongs: “Action 3”.</param>
/// <param name="Title">What it is called; null for who is not told, see <see cref="ThingPlaces.TitleOf"/>.</param>
/// <param name="State">Where it stands, in its kind's words.</param>
/// <param name="IsGone">True when it was removed: the link is broken and shows so.</param>
/// <param name="Path">Where it is read; null for who may not open it, and for what is gone.</param>
/// <param name="LedTo">How many things came from it.</param>
public sealed record LineThing(
    string What,
    string? Title,
    string State,
    bool IsGone,
    string? Path,
    int LedTo
);

/// <summary>
/// The line so far: from one thing, what it came from and what it led to. Its reader may be anyone who works here or
/// carries something, so what the team still talks about stands there with its number alone for who may not open it, and
/// what people rated never stands on the line.
/// </summary>
/// <param name="CameFrom">Up the line, the farthest first.</param>
/// <param name="LedTo">Down the line, one step, in the order in which it came.</param>
/// <param name="LedToInAll">How many it led to; more than are shown when they are many.</param>
public sealed record Line(
    IReadOnlyList<LineThing> CameFrom,
    IReadOnlyList<LineThing> LedTo,
    int LedToInAll
)
{
    /// <summary>What the line calls the thing it is shown for: “This action step”.</summary>
    public string Here { get; init; } = "This";

    // Vision, priority, goal, action: what comes from farther away is reached by going up one and looking again.
    private const int MostShown = 20;

    /// <summary>Reads the line of a thing in two queries, whatever hangs on it.</summary>
    public static async Task<Line> OfAsync(
        ThroughlineDb db,
        Here here,
        Guid thingId,
        CancellationToken cancel
    )
    {
        var up = await RowsAsync(db, Origins(db, thingId), cancel);
        var led = Links(db, thingId);
        var down = await RowsAsync(
            db,
            led.Select(l => new Hanging
            {
                Depth = 1,
                ThingId = l.ThingId,
                Siblings = led.Count(),
            }),
            cancel
        );
        return new Line(
            [
                .. up.DistinctBy(r => r.Thing.Id)
                    .OrderByDescending(r => r.Hanging.Depth)
                    .Select(r => Shown(r, here)),
            ],
            [.. down.Select(r => Shown(r, here))],
            down.Count == 0 ? 0 : down[0].Hanging.Siblings
        );
    }

    // A line of a protocol of which nothing came is read with its protocol: ten of them would hide what did come of an item.
    private static IQueryable<ThingLink> Links(ThroughlineDb db, Guid thingId)
    {
        var links = db.Set<ThingLink>();
        return links.Where(l =>
            l.OriginId == thingId
            && (
                db.Set<Thing>().Any(t => t.Id == l.ThingId && t.Kind != ThingKind.Finding)
                || links.Any(x => x.OriginId == l.ThingId)
            )
        );
    }

    // Four steps up, in one query; a circle, which no rule makes, would end there as well.
    private static IQueryable<Hanging> Origins(ThroughlineDb db, Guid thingId)
    {
        var links = db.Set<ThingLink>();
        var one = links.Where(l => l.ThingId == thingId);
        var two = one.Join(links, l => l.OriginId, l => l.ThingId, (_, l) => l);
        var three = two.Join(links, l => l.OriginId, l => l.ThingId, (_, l) => l);
        var four = three.Join(links, l => l.OriginId, l => l.ThingId, (_, l) => l);
        return At(one, 1).Concat(At(two, 2)).Concat(At(three, 3)).Concat(At(four, 4));
    }

    private static IQueryable<Hanging> At(IQueryable<ThingLink> links, int depth) =>
        links.Select(l => new Hanging
        {
            Depth = depth,
            ThingId = l.OriginId,
            Siblings = 0,
        });

    private static Task<List<Row>> RowsAsync(
        ThroughlineDb db,
        IQueryable<Hanging> hanging,
        CancellationToken cancel
    ) =>
        (
            from h in hanging
            join thing in db.Set<Thing>() on h.ThingId equals thing.Id
            join unit in db.Set<Unit>() on thing.UnitId equals unit.Id
            join whole in db.Set<Thing>() on thing.PartOfId equals (Guid?)whole.Id into wholes
            from whole in wholes.DefaultIfEmpty()
            orderby h.Depth, thing.Id
            select new Row
            {
                Hanging = h,
                Thing = thing,
                Unit = unit,
                Whole = whole,
                LedTo = db.Set<ThingLink>().Count(l => l.OriginId == thing.Id),
            }
        )
            .AsNoTracking()
            .Take(MostShown)
            .ToListAsync(cancel);

    private static LineThing Shown(Row row, Here here) =>
        new(
            ThingWords.What(row.Thing, row.Whole),
            ThingPlaces.TitleOf(row.Thing, row.Unit, here),
            ThingWords.State(row.Thing),
            row.Thing.RemovedAt is not null,
            row.Thing.RemovedAt is null
                ? ThingPlaces.PathOf(row.Thing, row.Whole, row.Unit, here)
                : null,
            row.LedTo
        );

    private sealed class Hanging
    {
        public int Depth { get; init; }
        public Guid ThingId { get; init; }
        public int Siblings { get; init; }
    }

    private sealed class Row
    {
        public required Hanging Hanging { get; init; }
        public required Thing Thing { get; init; }
        public required Unit Unit { get; init; }
        public Thing? Whole { get; init; }
        public int LedTo { get; init; }
    }
}
