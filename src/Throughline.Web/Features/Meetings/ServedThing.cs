using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Web.Access;
using Throughline.Web.Features.Links;

namespace Throughline.Web.Features.Meetings;

/// <summary>What an item of the agenda can serve: a step on the line from the vision to the classrooms.</summary>
public static class ServedThing
{
    /// <summary>The kinds that an item is brought for.</summary>
    public static IReadOnlyList<ThingKind> Kinds { get; } =
    [
        ThingKind.Rock,
        ThingKind.ActionStep,
        ThingKind.Issue,
        ThingKind.Round,
        ThingKind.ToDo,
        ThingKind.Decision,
    ];

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
