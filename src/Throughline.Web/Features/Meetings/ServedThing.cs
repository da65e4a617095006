using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Web.Access;
using Throughline.Web.Features.Links;

namespace Throughline.Web.Features.Meetings;

/// <summary>What an item of the agenda serves: a step on the line from the vision to the classrooms.</summary>
/// <param name="Item">The item's number.</param>
/// <param name="Id">The thing.</param>
/// <param name="Kind">What it is: an action step, a rock, a round, an issue.</param>
/// <param name="Number">Its number.</param>
/// <param name="Title">What it is called.</param>
public sealed record ServedThing(int Item, Guid Id, ThingKind Kind, int Number, string Title)
{
    /// <summary>The kinds that an item is brought for; an item parked before and a meeting are where it was, not what it serves.</summary>
    public static IReadOnlyList<ThingKind> Kinds { get; } =
    [
        ThingKind.Rock,
        ThingKind.ActionStep,
        ThingKind.Issue,
        ThingKind.Round,
        ThingKind.ToDo,
        ThingKind.Decision,
    ];

    /// <summary>What the items of a meeting serve. An item carried over serves what it served before.</summary>
    public static async Task<IReadOnlyList<ServedThing>> OfAsync(
        ThroughlineDb db,
        Meeting meeting,
        CancellationToken cancel
    ) =>
        await (
            from item in db.Set<AgendaItem>()
            where item.MeetingId == meeting.Id
            join link in db.Set<ThingLink>() on item.Id equals link.ThingId
            join served in db.Set<Thing>() on link.OriginId equals served.Id
            where Kinds.Contains(served.Kind) && served.RemovedAt == null
            orderby item.Number, served.Id
            select new ServedThing(
                item.Number,
                served.Id,
                served.Kind,
                served.Number,
                served.Title
            )
        )
            .AsNoTracking()
            .ToListAsync(cancel);

    /// <summary>What an item can serve: what is open in the unit, and the latest rounds.</summary>
    /// <param name="db">The store.</param>
    /// <param name="here">Where, and who.</param>
    /// <param name="chosen">The id of what is chosen, if anything is.</param>
    /// <param name="cancel">Stops.</param>
    public static async Task<IReadOnlyList<SelectListItem>> ChoicesAsync(
        ThroughlineDb db,
        Here here,
        string? chosen,
        CancellationToken cancel
    )
    {
        const int mostOfAKind = 40;
        var open = db.Set<Thing>()
            .Where(t => t.UnitId == here.Unit.Id && t.PartOfId == null && t.RemovedAt == null);
        var things = await Kinds
            .Select(kind =>
                open.Where(t =>
                        t.Kind == kind
                        && (
                            kind == ThingKind.Round
                            || t.Status == ThingStatus.Open
                            || t.Status == ThingStatus.UnderWay
                        )
                    )
                    .OrderByDescending(t => t.Number)
                    .Take(kind == ThingKind.Round ? 3 : mostOfAKind)
            )
            .Aggregate((all, more) => all.Concat(more))
            .AsNoTracking()
            .ToListAsync(cancel);
        return things.Count == 0
            ? []
            :
            [
                new SelectListItem("Nothing in particular", ""),
                .. things
                    .OrderBy(t => Kinds.ToList().IndexOf(t.Kind))
                    .ThenByDescending(t => t.Number)
                    .GroupBy(t => t.Kind)
                    .SelectMany(kind =>
                    {
                        var group = new SelectListGroup { Name = GroupOf(kind.Key) };
                        return kind.Select(t => new SelectListItem(
                            $"{ThingWords.What(t, null)}: {t.Title}",
                            t.Id.ToString(),
                            t.Id.ToString() == chosen
                        )
                        {
                            Group = group,
                        });
                    }),
            ];
    }

    private static string GroupOf(ThingKind kind) =>
        kind switch
        {
            ThingKind.Rock => "Rocks",
            ThingKind.ActionStep => "Action steps",
            ThingKind.Issue => "Issues",
            ThingKind.Round => "Assessments",
            ThingKind.ToDo => "To-dos",
            _ => "Decisions",
        };
}
