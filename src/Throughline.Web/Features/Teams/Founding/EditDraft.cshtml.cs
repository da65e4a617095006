using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Shared;
using Throughline.Domain.Teams;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Teams.Founding;

/// <summary>Writes a draft: the parts of a statement, or the list of norms with its order.</summary>
[Needs(Permission.GuideTeam)]
public sealed class EditDraftModel(ThroughlineDb db, FoundingDesk desk, Here here) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public FoundingText Founding { get; private set; } = null!;

    public IReadOnlyList<InputView> Inputs { get; private set; } = [];

    public bool IsNorms => Founding.Kind == FoundingKind.Norms;

    public string Path => desk.PathOf(Founding.Kind);

    public async Task<IActionResult> OnGetAsync(string text, CancellationToken cancel)
    {
        if (!await FindAsync(text, cancel))
        {
            return NotFound();
        }

        Fill();
        return Page();
    }

    /// <summary>Saves what is typed; a button beside a norm also moves it or takes it out.</summary>
    [Needs(Permission.GuideTeam)]
    public async Task<IActionResult> OnPostAsync(string text, CancellationToken cancel)
    {
        if (!await FindAsync(text, cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        // First as it stands on the page, so that a refusal names the line that is wrong there.
        var written = Write(Input.Lines);
        if (!written.IsOk)
        {
            return this.Refuse(written.Refusal!);
        }

        Write(LineInput.Arranged(Input.Lines, IsNorms ? Input.Do : null));
        db.Expect(Founding, Input.Version);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await FindAsync(text, cancel) ? Clash() : NotFound();
        }

        this.Say("The draft is saved.");
        // Whoever orders or adds norms goes on doing so.
        return Redirect(Path + (Input.Do is null && !Input.More ? "/draft" : "/draft/edit"));
    }

    private Result Write(IEnumerable<LineInput> lines) =>
        Founding.Write([.. lines.Select(l => new DraftLine(l.PartId, l.Words))], here.Now);

    private async Task<bool> FindAsync(string text, CancellationToken cancel)
    {
        if (await desk.FindAsync(text, cancel) is not { } found)
        {
            return false;
        }

        Founding = found;
        (Inputs, _) = await desk.InputsAsync(found, cancel);
        return true;
    }

    private void Fill()
    {
        Input.Version = Founding.Version;
        Input.Lines =
        [
            .. Founding.Draft.Select(p => new LineInput { PartId = p.Id, Words = p.Words }),
        ];
        if (IsNorms && Input.Lines.Count < FoundingText.MostNorms)
        {
            Input.Lines.Add(new());
        }
    }

    private PageResult Clash()
    {
        Input.Version = Founding.Version;
        Input.Do = null;
        var saved = Founding.Draft.ToList();
        return this.Conflict(
            IsNorms
                ?
                [
                    (
                        "Norms",
                        string.Join(" · ", saved.Select(p => p.Words)),
                        string.Join(
                            " · ",
                            Input
                                .Lines.Select(l => l.Words)
                                .Where(w => !string.IsNullOrWhiteSpace(w))
                        )
                    ),
                ]
                :
                [
                    .. saved.Select(p =>
                        (
                            FoundingWords.Part(Founding.Kind, p.Place),
                            (string?)p.Words,
                            Input.Lines.Find(l => l.PartId == p.Id)?.Words ?? ""
                        )
                    ),
                ]
        );
    }

    public sealed class InputModel
    {
        public List<LineInput> Lines { get; set; } = [];

        /// <summary>What a button beside a norm does.</summary>
        public string? Do { get; set; }

        /// <summary>True to go on writing after saving.</summary>
        public bool More { get; set; }
        public int? Version { get; set; }
    }
}

/// <summary>A line of a draft as it is typed.</summary>
public sealed class LineInput
{
    public Guid? PartId { get; set; }
    public string? Words { get; set; }

    /// <summary>The lines after a button beside one was pressed: “3:up”, “3:down” or “3:out”, counted from 0. Anything else leaves them as they are.</summary>
    public static List<LineInput> Arranged(IEnumerable<LineInput> typed, string? pressed)
    {
        var lines = typed.ToList();
        if (
            pressed?.Split(':') is not [var number, var what]
            || !int.TryParse(number, out var n)
            || n < 0
            || n >= lines.Count
        )
        {
            return lines;
        }

        var line = lines[n];
        lines.RemoveAt(n);
        if (what != "out")
        {
            var to =
                what == "up" ? n - 1
                : what == "down" ? n + 1
                : n;
            lines.Insert(Math.Clamp(to, 0, lines.Count), line);
        }

        return lines;
    }
}
