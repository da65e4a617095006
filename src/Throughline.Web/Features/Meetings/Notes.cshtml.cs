using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings;

/// <summary>The notes of one part of a meeting: written as one types in the room, or here; texts that met are joined here.</summary>
[Needs(Permission.TakePartInMeetings)]
public sealed class NotesModel(ThroughlineDb db, Here here, MeetingDesk desk, MeetingNotes notes)
    : PageModel
{
    [FromRoute(Name = "meeting")]
    public int Number { get; set; }

    [FromRoute(Name = "part")]
    public string Part { get; set; } = "";

    [BindProperty]
    public NoteInput Input { get; set; } = new();

    public AgendaStop Stop { get; private set; } = null!;

    public NoteAt? Note { get; private set; }

    private Refusal? stands;

    public string Back => desk.PathOf(Number);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (stands is { } why)
        {
            this.Say(why.Message);
            return Redirect(Back);
        }

        Input = new NoteInput { Words = Note?.Words, Edition = Note?.Edition ?? 0 };
        return Page();
    }

    /// <summary>Writes what stands in the box, as one types.</summary>
    [Needs(Permission.TakePartInMeetings)]
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        WriteAsync(
            note =>
                note.Write(Input.Words, Input.Edition, here.Viewer.PersonId, here.Now, Input.Start),
            cancel
        );

    /// <summary>Puts a joined text in the place of the note and of the texts its writer saw.</summary>
    [Needs(Permission.TakePartInMeetings)]
    public Task<IActionResult> OnPostJoinAsync(CancellationToken cancel) =>
        WriteAsync(
            note =>
                note.Join(
                    Input.Words,
                    Input.Edition,
                    [.. Input.Seen],
                    here.Viewer.PersonId,
                    here.Now
                ),
            cancel
        );

    private async Task<IActionResult> WriteAsync(
        Func<MeetingNote, Result<NoteOutcome>> write,
        CancellationToken cancel
    )
    {
        var outcome = NoteOutcome.Same;
        var written = ModelState.IsValid
            ? await notes.WriteAsync(
                Number,
                Part,
                note =>
                {
                    var done = write(note);
                    outcome = done.IsOk ? done.Value : outcome;
                    return done;
                },
                cancel
            )
            : Result.Refused<MeetingNote>("Reload the page; your text stays in the box.");
        if (written is null)
        {
            return NotFound();
        }

        if (Request.Headers.ContainsKey("HX-Request"))
        {
            return written.IsOk
                ? new JsonResult(
                    new
                    {
                        outcome = outcome.ToString(),
                        edition = written.Value.Edition,
                        words = written.Value.Words,
                    }
                )
                : this.InAWordOrAt(written.Refusal!, Back);
        }

        if (!written.IsOk)
        {
            db.ChangeTracker.Clear();
            return await LoadAsync(cancel) ? this.Refuse(written.Refusal!) : NotFound();
        }

        this.Say(
            outcome == NoteOutcome.Kept
                ? "Someone wrote at the same time. Your text is kept beside the notes; join the two."
                : "The notes are saved."
        );
        return Redirect(outcome == NoteOutcome.Kept ? $"{Back}/notes/{Part}" : Back);
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (
            await MeetingView.LoadAsync(db, here, Number, cancel) is not { } view
            || MeetingNotes.StopOf(view.Meeting, Part) is not { } stop
        )
        {
            return false;
        }

        (Stop, Note, stands) = (stop, view.NoteOf(stop), view.Meeting.WhyMinutesStand);
        return true;
    }
}

/// <summary>What is written, from which text it was begun, and which other texts its writer saw.</summary>
public sealed class NoteInput
{
    public string? Words { get; set; }

    /// <summary>
    /// The words it was begun from, so that changes of different lines are joined; empty where nothing was written, null
    /// where the browser does not say.
    /// </summary>
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string? Start { get; set; }
    public int Edition { get; set; }
    public IList<Guid> Seen { get; set; } = [];
}
