using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Web.Access;
using Throughline.Web.Features.Links;
using Throughline.Web.Features.Work;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings.Inventory;

/// <summary>Puts a regular meeting on the inventory, by itself or out of another thing, such as the rock that looks at them all.</summary>
[Needs(Permission.KeepInventory)]
public sealed class NewRegularMeetingModel(
    ThroughlineDb db,
    Here here,
    InventoryDesk desk,
    UnitNumbers numbers,
    Origins origins
) : PageModel, IRegularMeetingForm
{
    /// <summary>The id of the thing it comes from; without one it comes from nothing.</summary>
    [BindProperty(SupportsGet = true, Name = "from")]
    public string? From { get; set; }

    [BindProperty]
    public RegularMeetingInput Input { get; set; } = new();

    public IReadOnlyList<TeamOfUnit> Teams { get; private set; } = [];

    public Origin? Origin { get; private set; }

    public string Saves => "Add the meeting";

    public string Back => Origin?.Path ?? desk.List;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var origin = await origins.FindAsync(From, cancel);
        if (!origin.IsOk)
        {
            return NotFound();
        }

        Origin = origin.Value;
        Teams = await desk.TeamsAsync(cancel);
        Input = new RegularMeetingInput { Times = 1, Every = HeldEvery.Week };
        return Page();
    }

    [Needs(Permission.KeepInventory)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Teams = await desk.TeamsAsync(cancel);
        if (ModelState.IsValid)
        {
            var listed = await numbers.AddAsync(
                ThingKind.RegularMeeting,
                async number =>
                    RegularMeeting.List(
                        here.Unit,
                        number,
                        await db.Set<RegularMeeting>()
                            .CountAsync(m => m.UnitId == here.Unit.Id, cancel),
                        Input.AsPlan(Teams),
                        here.Viewer.PersonId,
                        here.Now
                    ),
                meeting => origins.LinkAsync(meeting, From, cancel),
                cancel
            );
            if (listed.IsOk)
            {
                this.Say($"“{listed.Value.Name}” is on the inventory.");
                return Redirect(desk.PathOf(listed.Value.Number));
            }

            this.Refuse(listed.Refusal!);
        }

        db.ChangeTracker.Clear();
        var origin = await origins.FindAsync(From, cancel);
        Origin = origin.IsOk ? origin.Value : null;
        return this.Again();
    }
}
