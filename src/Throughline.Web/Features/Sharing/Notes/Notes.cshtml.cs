using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Domain.Sharing;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Sharing.Notes;

/// <summary>The staff notes that were sent, the newest first; for who writes them, the one that is being written.</summary>
[Needs(Permission.ReadStaffNotes)]
public sealed class NotesModel(Here here, NoteDesk desk) : PageModel
{
    private const int PageLength = 20;

    /// <summary>The number of the last one of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Before { get; set; }

    public IReadOnlyList<NoteRow> Rows { get; private set; } = [];

    public bool HasMore { get; private set; }

    /// <summary>The one that is being written; null for none, and for who writes none.</summary>
    public NoteRow? Open { get; private set; }

    public bool Writes => here.Can(Permission.WriteStaffNotes);

    public string At => $"/{here.Unit.Slug}/sharing/notes";

    public string NextPage =>
        $"{At}?before={Rows[^1].Number.ToString(CultureInfo.InvariantCulture)}";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        // The one being written comes with them: there is one at most.
        var rows = await desk
            .All.AsNoTracking()
            .Where(n =>
                n.SentAt == null ? Writes && Before == null : Before == null || n.Number < Before
            )
            .OrderBy(n => n.SentAt != null)
            .ThenByDescending(n => n.Number)
            .Take(PageLength + 2)
            .Select(n => new NoteRow(n.Number, n.Title, n.State, n.SentAt, n.GoesAt, n.Corrects))
            .ToListAsync(cancel);
        Open = rows.Find(r => r.SentAt is null);
        rows.RemoveAll(r => r.SentAt is null);
        HasMore = rows.Count > PageLength;
        Rows = [.. rows.Take(PageLength)];
    }

    /// <summary>Drafts a note from what happened since the last one.</summary>
    [Needs(Permission.WriteStaffNotes)]
    public async Task<IActionResult> OnPostDraftAsync(CancellationToken cancel)
    {
        var number = await desk.DraftAsync(null, cancel);
        this.Say("Drafted from what happened since the last note. Read it, change it, add to it.");
        return Redirect($"{desk.PathOf(number)}/edit");
    }
}

/// <summary>A note in the list.</summary>
public sealed record NoteRow(
    int Number,
    string Title,
    NoteState State,
    DateTime? SentAt,
    DateTime? GoesAt,
    int? Corrects
);
