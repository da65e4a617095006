using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Web.Access;
using Throughline.Web.Ui;
using Throughline.Web.Ui.Papers;

namespace Throughline.Web.Features.Meetings.Minutes;

/// <summary>The minutes of a meeting for whoever reads them: all, or for the staff what was decided; any edition; saved for Word.</summary>
[Needs(Permission.ReadMinutes)]
public sealed class MinutesPageModel(
    ThroughlineDb db,
    Here here,
    MinutesDraft draft,
    MinutesDesk minutes
) : PageModel
{
    [FromRoute(Name = "meeting")]
    public int Number { get; set; }

    /// <summary>Which edition; null for what holds now.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Edition { get; set; }

    public MinutesView View { get; private set; } = null!;

    private string Back =>
        string.Create(CultureInfo.InvariantCulture, $"/{here.Unit.Slug}/meetings/{Number}");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await LoadAsync(cancel) ? Page() : NotFound();

    /// <summary>The same as the page, for Word.</summary>
    public async Task<IActionResult> OnGetWordAsync(CancellationToken cancel) =>
        await LoadAsync(cancel) && View.Paper is { } paper
            ? File(
                PaperWord.Write(paper, "en-US"),
                PaperWord.ContentType,
                $"{here.Unit.Slug} meeting {Number} {Days.Iso(View.Meeting.Day)}.docx"
            )
            : NotFound();

    /// <summary>These are the minutes, for good.</summary>
    [Needs(Permission.ConfirmMinutes)]
    public async Task<IActionResult> OnPostConfirmAsync(string? seen, CancellationToken cancel)
    {
        var done = await minutes.ConfirmAsync(Number, seen, cancel);
        if (done is { IsOk: true })
        {
            this.Say("The minutes are final.");
        }

        return done is null ? NotFound() : this.InAWordOrAt(done, Back);
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (
            !ModelState.IsValid
            || await MeetingView.FindAsync(db, here, Number, cancel)
                is not { State: MeetingState.Ended } meeting
        )
        {
            return false;
        }

        var isWhole =
            here.Can(Permission.SeeMeetings)
            || await CameToMeeting.HoldsAsync(db, here, Number, cancel);
        if (
            await MinutesReading.OfAsync(db, draft, meeting, isWhole, Edition, cancel)
            is not { } reading
        )
        {
            return false;
        }

        View = await MinutesView.OfAsync(db, here, reading, cancel);
        return true;
    }
}
