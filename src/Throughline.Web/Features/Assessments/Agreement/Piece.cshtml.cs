using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Throughline.Data;
using Throughline.Domain.Assessments;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Assessments.Agreement;

/// <summary>One piece of evidence: what it is, its file to get, and its removal.</summary>
[Needs(Permission.SeeAgreement)]
public sealed class PieceModel(ThroughlineDb db, AgreementTable table) : PageModel
{
    public ItemAtTable At { get; private set; } = null!;

    public Evidence Piece { get; private set; } = null!;

    public string AddedBy { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(
        int round,
        int item,
        Guid evidence,
        CancellationToken cancel
    )
    {
        if (!await FindAsync(round, item, evidence, cancel))
        {
            return NotFound();
        }

        AddedBy = await db.Set<Person>()
            .Where(p => p.Id == Piece.AddedById)
            .Select(p => p.GivenName + " " + p.FamilyName)
            .SingleAsync(cancel);
        return Page();
    }

    /// <summary>
    /// The file, always as a download: a browser that showed it would give its content this site's rights. It goes out
    /// part by part, so that memory holds one part and never the file.
    /// </summary>
    public async Task<IActionResult> OnGetContentAsync(
        int round,
        int item,
        Guid evidence,
        CancellationToken cancel
    )
    {
        if (!await FindAsync(round, item, evidence, cancel) || Piece.Kind != EvidenceKind.File)
        {
            return NotFound();
        }

        var name = new ContentDispositionHeaderValue("attachment");
        name.SetHttpFileName(Piece.FileName!);
        Response.Headers.ContentDisposition = name.ToString();
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        Response.Headers.CacheControl = "private, no-store";
        Response.ContentType = AgreementWords.MediaType(Piece.Format!.Value);
        Response.ContentLength = Piece.Size;
        for (var number = 0; number * EvidenceChunk.Bytes < Piece.Size; number++)
        {
            var part = await db.Set<EvidenceChunk>()
                .AsNoTracking()
                .Where(c => c.EvidenceId == evidence && c.Number == number)
                .Select(c => c.Content)
                .SingleAsync(cancel);
            await Response.Body.WriteAsync(part, cancel);
        }

        return new EmptyResult();
    }

    [Needs(Permission.AgreeOnResults)]
    public async Task<IActionResult> OnPostRemoveAsync(
        int round,
        int item,
        Guid evidence,
        CancellationToken cancel
    )
    {
        if (!await FindAsync(round, item, evidence, cancel))
        {
            return NotFound();
        }

        // Its parts go with it, by the database.
        db.Remove(Piece);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return NotFound();
        }

        this.Say("The evidence is removed.");
        return Redirect(At.Path);
    }

    private async Task<bool> FindAsync(int round, int item, Guid id, CancellationToken cancel)
    {
        if (await table.FindAsync(round, item, cancel) is not { Agreed: { } agreed } found)
        {
            return false;
        }

        var piece = await db.Set<Evidence>()
            .SingleOrDefaultAsync(e => e.Id == id && e.AgreedItemId == agreed.Id, cancel);
        if (piece is null)
        {
            return false;
        }

        (At, Piece) = (found, piece);
        return true;
    }
}
