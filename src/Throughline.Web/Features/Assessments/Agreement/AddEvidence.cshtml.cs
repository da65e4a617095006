using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data;
using Throughline.Domain.Assessments;
using Throughline.Domain.Shared;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Assessments.Agreement;

/// <summary>Adds evidence to an item: words, a link or a file. It takes as much as a file may hold; other pages do not.</summary>
[Needs(Permission.AgreeOnResults)]
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class AddEvidenceModel(
    ThroughlineDb db,
    Here here,
    AgreementTable table,
    EvidenceDesk desk
) : PageModel
{
    // Well above the limit of a file: what is too large for this page ends in a broken connection, what is too large for
    // a file in words. Most films of a phone still come as far as the words.
    private const long LargestRequest = 64L * 1024 * 1024;

    [FromRoute(Name = "round")]
    public int Number { get; set; }

    [FromRoute(Name = "item")]
    public int Position { get; set; }

    [BindProperty]
    public EvidenceInput Words { get; set; } = new();

    [BindProperty]
    public EvidenceInput Link { get; set; } = new();

    [BindProperty]
    public EvidenceInput Upload { get; set; } = new();

    public ItemAtTable At { get; private set; } = null!;

    public IReadOnlyList<EvidenceRow> Pieces { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await ShowAsync(cancel) ? Page() : NotFound();

    [Needs(Permission.AgreeOnResults)]
    public Task<IActionResult> OnPostWordsAsync(CancellationToken cancel) =>
        AddAsync(
            nameof(Words),
            item => Evidence.OfWords(item, Words.Words, Me, here.Now),
            null,
            cancel
        );

    [Needs(Permission.AgreeOnResults)]
    public Task<IActionResult> OnPostLinkAsync(CancellationToken cancel) =>
        AddAsync(
            nameof(Link),
            item => Evidence.OfLink(item, Link.Address, Link.Words, Me, here.Now),
            null,
            cancel
        );

    [Needs(Permission.AgreeOnResults)]
    public async Task<IActionResult> OnPostFileAsync(CancellationToken cancel)
    {
        var content = await EvidenceDesk.ReadAsync(Upload.File, cancel);
        var file = Upload.File is null
            ? Result.Refused<CheckedFile>(
                $"Choose the file first. Allowed are {EvidenceFile.Allowed}.",
                "File"
            )
            : EvidenceFile.Check(Upload.File.FileName, content);
        return await AddAsync(
            nameof(Upload),
            item =>
                file.IsOk
                    ? Evidence.OfFile(item, file.Value, Upload.Words, Me, here.Now)
                    : file.Refusal!,
            content,
            cancel
        );
    }

    private Guid Me => here.Viewer.PersonId;

    private async Task<IActionResult> AddAsync(
        string form,
        Func<AgreedItem, Result<Evidence>> make,
        byte[]? content,
        CancellationToken cancel
    )
    {
        if (!await ShowAsync(cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var added = await desk.AddAsync(Number, Position, make, content, cancel);
        if (!added.IsOk)
        {
            return this.Refuse(added.Refusal!, form);
        }

        this.Say("The evidence is added.");
        return Redirect($"{At.Path}/evidence");
    }

    private async Task<bool> ShowAsync(CancellationToken cancel)
    {
        if (await table.FindAsync(Number, Position, cancel) is not { } found)
        {
            return false;
        }

        At = found;
        Pieces = At.Agreed is null ? [] : await ItemView.EvidenceAsync(db, At.Agreed.Id, cancel);
        return true;
    }
}

/// <summary>What is typed or chosen as evidence; each of the three forms has its part of it.</summary>
public sealed class EvidenceInput
{
    public string? Words { get; set; }
    public string? Address { get; set; }
    public IFormFile? File { get; set; }
}
