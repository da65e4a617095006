using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Domain.Shared;
using Throughline.Domain.Sharing;
using Throughline.Web.Access;
using Throughline.Web.Ui;
using Throughline.Web.Ui.Papers;

namespace Throughline.Web.Features.Sharing.Notes;

/// <summary>A staff note: as it was sent, for everyone who works here; before that for who writes and approves it.</summary>
[Needs(Permission.ReadStaffNotes)]
public sealed class NotePageModel(Here here, NoteDesk desk) : PageModel
{
    [FromRoute(Name = "number")]
    public int Number { get; set; }

    [BindProperty]
    public SendInput Input { get; set; } = new();

    public StaffNote Note { get; private set; } = null!;

    public Paper Paper => NoteWords.Paper(Note, here.Unit.Name, SentOn);

    /// <summary>The sent note that corrects this one; null for none.</summary>
    public int? CorrectedBy { get; private set; }

    private DateOnly? SentOn =>
        Note.SentAt is { } at ? DateOnly.FromDateTime(here.Local(at)) : null;

    public bool Writes => here.Can(Permission.WriteStaffNotes);

    public bool Approves => here.Can(Permission.ApproveStaffNotes);

    /// <summary>What in it is to be looked at before it goes.</summary>
    public CountsToLookAt? Counts =>
        Note.State == NoteState.Approved && Note.GoesAt is null
            ? CountsToLookAt.Of(Note.WholeText, null, "Send anyway, I have looked")
            : null;

    public string Path => desk.PathOf(Number);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await LoadAsync(cancel) ? Page() : NotFound();

    /// <summary>The same as the page, for Word.</summary>
    public async Task<IActionResult> OnGetWordAsync(CancellationToken cancel) =>
        await LoadAsync(cancel)
            ? File(
                PaperWord.Write(Paper, "en-US"),
                PaperWord.ContentType,
                FormattableString.Invariant($"{here.Unit.Slug} staff note {Number}.docx")
            )
            : NotFound();

    [Needs(Permission.WriteStaffNotes)]
    public Task<IActionResult> OnPostAskAsync(CancellationToken cancel) =>
        DoAsync(
            note => Done(note.Ask(here.Viewer.PersonId, here.Now)),
            _ => "Its approval is asked for. It stands in the day of who leads.",
            cancel
        );

    [Needs(Permission.ApproveStaffNotes)]
    public Task<IActionResult> OnPostApproveAsync(CancellationToken cancel) =>
        DoAsync(
            note => Done(note.Approve(here.Viewer.PersonId, here.Now)),
            _ => "It is approved. Send it when you like.",
            cancel
        );

    [Needs(Permission.ApproveStaffNotes)]
    public Task<IActionResult> OnPostSendBackAsync(CancellationToken cancel) =>
        DoAsync(
            note => Done(note.SendBack(Input.Reason, here.Now)),
            _ => "It is sent back, with your word.",
            cancel
        );

    /// <summary>Sends it at once, or at the time that was chosen.</summary>
    [Needs(Permission.WriteStaffNotes)]
    public Task<IActionResult> OnPostSendAsync(CancellationToken cancel) =>
        DoAsync(
            note =>
                LookedAt.Unseen(note.WholeText, Input.Looked).Count > 0
                    ? Done(
                        Result.Refused(
                            "It counts fewer than ten students. Look at the places, then send it or change it."
                        )
                    )
                    : desk.GoAsync(note, Input.At, cancel),
            note =>
                note.SentAt is not null
                    ? "It is sent, and stands here for everyone who works here."
                    : $"It goes by itself: {DayWords.Moment(here.Local(note.GoesAt!.Value), here.Today)}.",
            cancel
        );

    [Needs(Permission.WriteStaffNotes)]
    public Task<IActionResult> OnPostHoldAsync(CancellationToken cancel) =>
        DoAsync(note => Done(note.Hold()), _ => "It does not go by itself any more.", cancel);

    /// <summary>Begins the note that corrects this one.</summary>
    [Needs(Permission.WriteStaffNotes)]
    public async Task<IActionResult> OnPostCorrectAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel) || Note.IsOpen)
        {
            return NotFound();
        }

        var number = await desk.DraftAsync(Number, cancel);
        return Redirect($"{desk.PathOf(number)}/edit");
    }

    private static Task<Result> Done(Result result) => Task.FromResult(result);

    private async Task<IActionResult> DoAsync(
        Func<StaffNote, Task<Result>> act,
        Func<StaffNote, string> said,
        CancellationToken cancel
    )
    {
        var done = ModelState.IsValid
            ? await desk.ActAsync(Number, Input.Version, act, cancel)
            : new RelayDone(null, true);
        if (done is null || !await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (done.IsOk)
        {
            this.Say(said(Note));
            return Redirect(Path);
        }

        ModelState.Remove("Input.Version");
        return !ModelState.IsValid ? this.Again()
            : done.Refusal is { } refusal ? this.Refuse(refusal)
            : this.Refuse(new("Someone changed it since you opened it. Read it once more."));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var found = await desk.At(Number)
            .AsNoTracking()
            .Select(n => new
            {
                Note = n,
                CorrectedBy = desk
                    .All.Where(c => c.Corrects == n.Number && c.SentAt != null)
                    .Max(c => (int?)c.Number),
            })
            .SingleOrDefaultAsync(cancel);
        if (found is null || (found.Note.IsOpen && !Writes))
        {
            return false;
        }

        (Note, CorrectedBy) = (found.Note, found.CorrectedBy);
        return true;
    }
}

/// <summary>What is typed about a note that is to go.</summary>
public sealed class SendInput
{
    public int? Version { get; set; }

    /// <summary>Why it is sent back.</summary>
    public string? Reason { get; set; }

    /// <summary>When it is to go, on the unit's clock; null for at once.</summary>
    public DateTime? At { get; set; }

    /// <summary>The words that were looked at.</summary>
    public string? Looked { get; set; }
}
