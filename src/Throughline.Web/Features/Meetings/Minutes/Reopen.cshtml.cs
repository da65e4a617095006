using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings.Minutes;

/// <summary>Reopens final minutes, with a reason.</summary>
[Needs(Permission.ConfirmMinutes)]
public sealed class ReopenModel(ThroughlineDb db, Here here, MeetingDesk desk, MinutesDesk minutes)
    : PageModel
{
    [FromRoute(Name = "meeting")]
    public int Number { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public string Back => desk.PathOf(Number);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await db.Set<Meeting>()
            .AnyAsync(
                m => m.UnitId == here.Unit.Id && m.Number == Number && m.MinutesFinalAt != null,
                cancel
            )
            ? Page()
            : NotFound();

    [Needs(Permission.ConfirmMinutes)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await minutes.ReopenAsync(Number, Input.Reason, cancel) is not { } done)
        {
            return NotFound();
        }

        if (!done.IsOk)
        {
            return this.Refuse(done.Refusal!);
        }

        this.Say("The minutes are a draft again.");
        return Redirect(Back);
    }

    public sealed class InputModel
    {
        public string? Reason { get; set; }
    }
}
