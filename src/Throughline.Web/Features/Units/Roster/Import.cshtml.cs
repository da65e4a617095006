using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Roster;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Domain.Units.Roster;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Units.Roster;

/// <summary>One roster on its way in: being read, its errors, or the preview that waits to be applied.</summary>
[Needs(Permission.ImportRoster)]
public sealed class ImportModel(
    ThroughlineDb db,
    Here here,
    RosterQueue queue,
    RosterImporter importer
) : PageModel
{
    // Reading the largest file takes a few minutes: what takes longer was cut off, as by a restart.
    private static readonly TimeSpan LongestReading = TimeSpan.FromMinutes(15);

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public RosterImport Import { get; private set; } = null!;

    public RosterReport? Report { get; private set; }

    public RosterProgress? Progress { get; private set; }

    /// <summary>True when the file is not being read any more although its record says so.</summary>
    public bool IsCutOff =>
        Import.Status == RosterImportStatus.Interrupted
        || Import.Status == RosterImportStatus.Reading
            && Progress is null
            && here.Now - Import.At > LongestReading;

    public async Task<IActionResult> OnGetAsync(Guid import, CancellationToken cancel) =>
        await LoadAsync(import, cancel) ? Page() : NotFound();

    [Needs(Permission.ImportRoster)]
    public async Task<IActionResult> OnPostApplyAsync(Guid import, CancellationToken cancel)
    {
        if (!await LoadAsync(import, cancel))
        {
            return NotFound();
        }

        if (Import.Status != RosterImportStatus.Ready || Report?.Changes is not { } shown)
        {
            return Redirect(Address);
        }

        if (
            shown.DeactivationsToConfirm is { } number
            && Input.Confirm?.Trim() != number.ToString(CultureInfo.InvariantCulture)
        )
        {
            return this.Refuse(
                new($"Type {number} to confirm the deactivations, or discard the file.", "Confirm")
            );
        }

        RosterChanges? newer = null;
        var applied = await importer.ApplyAsync(
            RosterPacking.Unpack<RosterSnapshot>(Import.Snapshot!),
            changes =>
            {
                newer = RosterPacking.AreSame(changes, shown) ? null : changes;
                return newer is null
                    ? Result.Ok()
                    : Result.Refused(
                        "The district changed since this preview was made. Nothing was applied: here is what would change now. Look at it, then apply again."
                    );
            },
            (changes, stop) => RecordAsync(import, changes, stop),
            cancel
        );
        if (applied.IsOk)
        {
            this.Say("The roster is applied.");
            return Redirect(Address);
        }

        db.ChangeTracker.Clear();
        return await ShowAgainAsync(import, newer, applied.Refusal!, cancel);
    }

    [Needs(Permission.ImportRoster)]
    public async Task<IActionResult> OnPostDiscardAsync(Guid import, CancellationToken cancel)
    {
        if (!await LoadAsync(import, cancel))
        {
            return NotFound();
        }

        Import.Discard(here.Viewer.PersonId, here.Now);
        await db.SaveChangesAsync(cancel);
        this.Say("The file is discarded. Nothing changed.");
        return Redirect($"/{here.Unit.Slug}/settings/roster");
    }

    private string Address => $"/{here.Unit.Slug}/settings/roster/{Import.Id}";

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        var import =
            here.Unit.Kind == UnitKind.District
                ? await db.Set<RosterImport>().SingleOrDefaultAsync(i => i.Id == id, cancel)
                : null;
        if (import is null)
        {
            return false;
        }

        Import = import;
        Progress = queue.ProgressOf(id);
        Report = import.Report is { Length: > 0 } packed
            ? RosterPacking.Unpack<RosterReport>(packed)
            : null;
        return true;
    }

    private async Task<Result> RecordAsync(Guid id, RosterChanges changes, CancellationToken cancel)
    {
        var import = await db.Set<RosterImport>().SingleAsync(i => i.Id == id, cancel);
        return import.Apply(
            string.Join('\n', RosterSummary.Lines(changes, Report!.LeftOut)),
            here.Viewer.PersonId,
            here.Now
        );
    }

    // The newer preview is kept, so that applying it next is what the person has seen.
    private async Task<IActionResult> ShowAgainAsync(
        Guid id,
        RosterChanges? newer,
        Refusal refusal,
        CancellationToken cancel
    )
    {
        await LoadAsync(id, cancel);
        if (newer is not null && Report is not null && Import.Snapshot is { } snapshot)
        {
            Report = Report with { Changes = newer };
            Import.Preview(snapshot, RosterPacking.Pack(Report));
            await db.SaveChangesAsync(cancel);
        }

        ModelState.Clear();
        Input = new();
        this.Refuse(refusal);
        return this.Again(StatusCodes.Status409Conflict);
    }

    public sealed class InputModel
    {
        public string? Confirm { get; set; }
    }
}
