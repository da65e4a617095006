using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Domain.Shared;
using Throughline.Domain.Sharing;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Sharing.Notes;

/// <summary>Corrects a staff note line by line: keeps, changes, leaves out, orders and adds. Every button saves what was typed.</summary>
[Needs(Permission.WriteStaffNotes)]
public sealed class EditNoteModel(Here here, NoteDesk desk) : PageModel
{
    [FromRoute(Name = "number")]
    public int Number { get; set; }

    [BindProperty]
    public NoteInput Input { get; set; } = new();

    public StaffNote Note { get; private set; } = null!;

    public string Back => desk.PathOf(Number);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } note)
        {
            return NotFound();
        }

        if (!note.IsOpen)
        {
            return Redirect(Back);
        }

        Input = NoteInput.Of(note);
        return Page();
    }

    /// <summary>Saves, and does what the button says as well: moves a line, adds one, puts in what is new.</summary>
    [Needs(Permission.WriteStaffNotes)]
    public async Task<IActionResult> OnPostAsync(string? act, CancellationToken cancel)
    {
        var done = ModelState.IsValid
            ? await desk.ActAsync(
                Number,
                Input.Version,
                note => WriteAsync(note, act, cancel),
                cancel
            )
            : new RelayDone(new Refusal("Something could not be read. Look at it again."), false);
        if (done is null || await FindAsync(cancel) is not { } stored)
        {
            return NotFound();
        }

        if (done.IsOk)
        {
            this.Say(act is null or "done" ? "The note is saved." : "Saved.");
            return Redirect(act is null or "done" ? Back : $"{Back}/edit{At(act)}");
        }

        if (done.Refusal is { } refusal)
        {
            return ModelState.IsValid ? this.Refuse(refusal) : this.Again();
        }

        Input.Version = stored.Version;
        return this.Conflict([
            ("Title", stored.Title, Input.Title),
            ("Opening", stored.Opening, Input.Opening?.ReplaceLineEndings("\n")),
            .. stored.Lines.Select(l => (NoteWords.Of(l.Kind), (string?)Said(l), TypedOf(l))),
        ]);
    }

    /// <summary>Throws the draft away.</summary>
    [Needs(Permission.WriteStaffNotes)]
    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { IsOpen: true })
        {
            return NotFound();
        }

        await desk.DiscardAsync(Number, cancel);
        this.Say("The draft is thrown away. What it was drafted from is still there.");
        return Redirect($"/{here.Unit.Slug}/sharing/notes");
    }

    private async Task<Result> WriteAsync(StaffNote note, string? act, CancellationToken cancel)
    {
        var written = note.Write(
            Input.Title,
            Input.Opening,
            [.. Input.Lines.Select(l => new NoteLineEdit(l.Key, l.Words, l.IsKept))],
            Input.Added
        );
        if (!written.IsOk || act is null)
        {
            return written;
        }

        if (act == "new")
        {
            await desk.TakeInAsync(note, cancel);
        }
        else if (act.Split(':') is [var way, var key] && int.TryParse(key, out var line))
        {
            return note.Move(line, way == "up");
        }

        return Result.Ok();
    }

    // The keyboard is back where the line is now.
    private static string At(string act) =>
        act.Split(':') is [_, var key] ? $"#line-{key}" : "#added";

    private static string Said(NoteLine line) =>
        line.IsLeftOut ? $"left out: {line.Words}" : line.Words;

    private string? TypedOf(NoteLine line) =>
        Input.Lines.Find(l => l.Key == line.Key) is { } typed
            ? typed.IsKept
                ? typed.Words?.ReplaceLineEndings("\n")
                : $"left out: {typed.Words?.ReplaceLineEndings("\n")}"
            : Said(line);

    private async Task<StaffNote?> FindAsync(CancellationToken cancel)
    {
        var found = await desk.At(Number).AsNoTracking().SingleOrDefaultAsync(cancel);
        Note = found!;
        return found;
    }
}

/// <summary>What is typed about a note.</summary>
public sealed class NoteInput
{
    public string? Title { get; set; }
    public string? Opening { get; set; }
    public List<LineInput> Lines { get; set; } = [];

    /// <summary>A line to add.</summary>
    public string? Added { get; set; }
    public int? Version { get; set; }

    internal static NoteInput Of(StaffNote note) =>
        new()
        {
            Title = note.Title,
            Opening = note.Opening,
            Lines =
            [
                .. note.Lines.Select(l => new LineInput
                {
                    Key = l.Key,
                    Words = l.Words,
                    IsKept = !l.IsLeftOut,
                }),
            ],
            Version = note.Version,
        };

    /// <summary>A line as it is typed.</summary>
    public sealed class LineInput
    {
        public int Key { get; set; }
        public string? Words { get; set; }
        public bool IsKept { get; set; }
    }
}
