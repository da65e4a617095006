using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Web.Access;
using Throughline.Web.Features.Links;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings.Reflections;

/// <summary>A thinking map: its picture, and the outline that says the same in words.</summary>
[Needs(Permission.SeeReflections)]
public sealed class MapModel(ThroughlineDb db, Here here) : PageModel
{
    [FromRoute(Name = "number")]
    public int Number { get; set; }

    [BindProperty]
    public MapUpdate Input { get; set; } = new();

    public ThinkingMap Map { get; private set; } = null!;

    public Line Line { get; private set; } = null!;

    public string At =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"/{here.Unit.Slug}/meetings/reflections/maps/{Number}"
        );

    /// <summary>What can be made of a branch, or of one of its twigs.</summary>
    public IReadOnlyList<Become> Becomes(string words) =>
        Becoming.Of(ThingKind.ThinkingMap, Map.Id, here, part: $".{ThinkingMap.PartId(words)}");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await ShowAsync(cancel) ? Page() : NotFound();

    /// <summary>The team is done with it; it stays as it is.</summary>
    [Needs(Permission.Reflect)]
    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancel)
    {
        if (!await ShowAsync(cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var closed = Map.Close(here.Now);
        if (!closed.IsOk)
        {
            return this.Refuse(closed.Refusal!);
        }

        db.Expect(Map, Input.Version);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await ShowAsync(cancel)
                ? this.Conflict(
                    (
                        "The map",
                        "changed in the meantime: read it as it is now, then close it",
                        "as it was when you opened this page"
                    )
                )
                : NotFound();
        }

        this.Say("The map is closed, and stays as it is.");
        return Redirect(At);
    }

    private async Task<bool> ShowAsync(CancellationToken cancel)
    {
        if (
            await db.Set<ThinkingMap>()
                .SingleOrDefaultAsync(m => m.UnitId == here.Unit.Id && m.Number == Number, cancel)
            is not { } map
        )
        {
            return false;
        }

        Map = map;
        Line = await Line.OfAsync(db, here, map.Id, cancel) with { Here = "This map" };
        return true;
    }
}

/// <summary>Which edition of a map one was looking at.</summary>
public sealed class MapUpdate
{
    public int? Version { get; set; }
}
