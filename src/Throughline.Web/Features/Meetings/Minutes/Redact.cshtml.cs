using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings.Minutes;

/// <summary>Covers words in final minutes.</summary>
[Needs(Permission.RedactMinutes)]
public sealed class RedactModel(ThroughlineDb db, Here here, MeetingDesk desk, MinutesDesk minutes)
    : PageModel
{
    [FromRoute(Name = "meeting")]
    public int Number { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>What would be covered, as it would read then; null until the words were looked for.</summary>
    public IReadOnlyList<string>? WouldRead { get; private set; }

    public string Back => desk.PathOf(Number);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await db.Set<MinutesEdition>()
            .AnyAsync(
                e =>
                    e.DestroyedAt == null
                    && db.Set<Meeting>()
                        .Any(m =>
                            m.Id == e.MeetingId && m.UnitId == here.Unit.Id && m.Number == Number
                        ),
                cancel
            )
            ? Page()
            : NotFound();

    [Needs(Permission.RedactMinutes)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Input.Looked)
        {
            return await LookAsync(cancel);
        }

        if (await minutes.RedactAsync(Number, Input.Words, Input.Ground, cancel) is not { } done)
        {
            return NotFound();
        }

        if (!done.IsOk)
        {
            return this.Refuse(done.Refusal!);
        }

        this.Say("The words are covered.");
        return Redirect(Back);
    }

    private async Task<IActionResult> LookAsync(CancellationToken cancel)
    {
        if (
            await minutes.WouldReadAsync(Number, Input.Words, Input.Ground, cancel) is not { } would
        )
        {
            return NotFound();
        }

        if (!would.IsOk)
        {
            return this.Refuse(would.Refusal!);
        }

        WouldRead = would.Value;
        return Page();
    }

    public sealed class InputModel
    {
        public string? Words { get; set; }
        public string? Ground { get; set; }

        /// <summary>True once they saw where the words stand.</summary>
        public bool Looked { get; set; }
    }
}
