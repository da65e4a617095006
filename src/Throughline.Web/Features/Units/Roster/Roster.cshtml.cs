using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Roster;
using Throughline.Data.Saving;
using Throughline.Domain.Units;
using Throughline.Domain.Units.Roster;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Units.Roster;

/// <summary>Where a district brings its roster in, and sees what came in before.</summary>
[Needs(Permission.ImportRoster)]
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class RosterModel(ThroughlineDb db, Here here, RosterQueue queue) : PageModel
{
    // Above the limit of a file, so that a file a little too large is refused in words and not by a broken connection.
    private const long LargestRequest = 220L * 1024 * 1024;
    private const int HistoryLength = 30;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<RosterHistoryRow> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (here.Unit.Kind != UnitKind.District)
        {
            return NotFound();
        }

        await LoadHistoryAsync(cancel);
        return Page();
    }

    /// <summary>The staff sheet to fill in, with a mark that spreadsheets know UTF-8 by.</summary>
    public IActionResult OnGetTemplate() =>
        here.Unit.Kind != UnitKind.District
            ? NotFound()
            : File(
                [
                    .. Encoding.UTF8.GetPreamble(),
                    .. Encoding.UTF8.GetBytes(RosterFile.SheetTemplate),
                ],
                "text/csv; charset=utf-8",
                "staff.csv"
            );

    [Needs(Permission.ImportRoster)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (here.Unit.Kind != UnitKind.District)
        {
            return NotFound();
        }

        if (Input.File is not { Length: > 0 } file)
        {
            await LoadHistoryAsync(cancel);
            return this.Refuse(
                new("Choose the file first. An empty file holds no roster.", "File")
            );
        }

        var copy = RosterQueue.OpenNameless();
        await file.CopyToAsync(copy, cancel);
        copy.Position = 0;

        var import = RosterImport.Begin(
            here.Unit.DistrictId,
            here.Viewer.PersonId,
            file.FileName,
            here.Now
        );
        // A new file takes the place of one that waits: what it says may be out of date, and it holds staff data. That one
        // may come to its end at this very moment, beside the request: then look again.
        await ConflictRetry.RunAsync(
            db,
            async () =>
            {
                var waiting = db.Set<RosterImport>().Where(i => i.EndedAt == null);
                foreach (var earlier in await waiting.ToListAsync(cancel))
                {
                    earlier.Discard(here.Viewer.PersonId, here.Now);
                }

                db.Add(import);
                return await db.SaveChangesAsync(cancel);
            }
        );
        queue.Add(
            new(
                import.Id,
                import.DistrictId,
                here.Viewer.PersonId,
                import.FileName,
                here.Today,
                copy
            )
        );
        return Redirect($"/{here.Unit.Slug}/settings/roster/{import.Id}");
    }

    private async Task LoadHistoryAsync(CancellationToken cancel)
    {
        var rows = await db.Set<RosterImport>()
            .AsNoTracking()
            .OrderByDescending(i => i.Id)
            .Take(HistoryLength)
            .Select(i => new
            {
                i.Id,
                i.At,
                i.FileName,
                i.Status,
                i.ErrorCount,
                i.Outcome,
                By = db.Set<Person>()
                    .Where(p => p.Id == i.ById)
                    .Select(p => p.GivenName + " " + p.FamilyName)
                    .FirstOrDefault(),
            })
            .ToListAsync(cancel);
        History =
        [
            .. rows.Select(r => new RosterHistoryRow(
                r.Id,
                here.Local(r.At),
                r.By ?? "by command",
                r.FileName,
                r.Status,
                r.Status == RosterImportStatus.Refused
                    ? [$"{r.ErrorCount} things in the file needed a change"]
                    : r.Outcome.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            )),
        ];
    }

    public sealed class InputModel
    {
        public IFormFile? File { get; set; }
    }
}
