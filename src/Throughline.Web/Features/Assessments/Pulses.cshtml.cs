using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Assessments;
using Throughline.Data.Saving;
using Throughline.Domain.Assessments;
using Throughline.Domain.Shared;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Assessments;

/// <summary>The unit's staff pulses, newest first, and the place where one is opened.</summary>
[Needs(Permission.SeePulses)]
public sealed class PulsesModel(ThroughlineDb db, Here here) : PageModel
{
    private const int PageSize = 20;

    /// <summary>Show pulses with a lower number than this.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Before { get; set; }

    [BindProperty]
    public PulseInput Input { get; set; } = new();

    public IReadOnlyList<PulseRow> Pulses { get; private set; } = [];

    /// <summary>Where the next page begins, or null on the last.</summary>
    public int? Older { get; private set; }

    /// <summary>Who would be asked, for who may open a pulse while none is open; else null.</summary>
    public PulseStaff? Staff { get; private set; }

    /// <summary>Why none can be opened, for who could.</summary>
    public string? WhyNot { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Input.ClosesOn = here.Today.AddDays(7);
        await LoadAsync(cancel);
    }

    [Needs(Permission.ConductPulses)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var opened =
            !ModelState.IsValid ? null
            : Input.ClosesOn is { } day
                ? await ConflictRetry.RunAsync(db, () => OpenAsync(day, cancel))
            : Result.Refused<Pulse>("Enter the last day.", nameof(Input.ClosesOn));
        if (opened is { IsOk: true })
        {
            this.Say(
                $"The staff pulse is open for {opened.Value.AskedCount} people. It stands in their day."
            );
            return Redirect($"/{here.Unit.Slug}/assessments/pulses/{opened.Value.Number}");
        }

        await LoadAsync(cancel);
        return opened is null ? this.Again() : this.Refuse(opened.Refusal!);
    }

    private async Task<Result<Pulse>> OpenAsync(DateOnly closesOn, CancellationToken cancel)
    {
        var unitId = here.Unit.Id;
        var before = await db.Set<Pulse>()
            .Where(p => p.UnitId == unitId)
            .Select(p => new { p.Number, IsOpen = p.ClosedAt == null })
            .OrderByDescending(p => p.Number)
            .FirstOrDefaultAsync(cancel);
        var staff = await PulseStaff.FindAsync(db, unitId, cancel);
        var opened = Pulse.Open(
            here.Unit,
            (before?.Number ?? 0) + 1,
            new PulseSetting(
                await PulseStaff.HasIltAsync(db, unitId, cancel),
                before is { IsOpen: true },
                staff.Ids
            ),
            closesOn,
            here.Today,
            here.Now
        );
        if (opened.IsOk)
        {
            db.Add(opened.Value);
            await db.SaveChangesAsync(cancel);
        }

        return opened;
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var before = Before ?? int.MaxValue;
        var pulses = await db.Set<Pulse>()
            .AsNoTracking()
            .Where(p => p.UnitId == here.Unit.Id && p.Number < before)
            .OrderByDescending(p => p.Number)
            .Take(PageSize + 1)
            .Select(p => new PulseRow(
                p.Number,
                p.OpenedAt,
                p.ClosesOn,
                p.ClosedAt,
                p.AskedCount,
                p.AnsweredCount,
                p.Invitations.Where(i => i.PersonId == here.Viewer.PersonId)
                    .Select(i => (bool?)i.HasAnswered)
                    .FirstOrDefault()
            ))
            .ToListAsync(cancel);
        Older = pulses.Count > PageSize ? pulses[PageSize - 1].Number : null;
        Pulses = [.. pulses.Take(PageSize)];
        if (here.Can(Permission.ConductPulses) && Pulses.All(p => p.ClosedAt is not null))
        {
            Staff = await PulseStaff.FindAsync(db, here.Unit.Id, cancel);
            var hasIlt = await PulseStaff.HasIltAsync(db, here.Unit.Id, cancel);
            WhyNot = Pulse.WhyNotOpened(new PulseSetting(hasIlt, false, Staff.Ids))?.Message;
        }
    }
}

public sealed class PulseInput
{
    public DateOnly? ClosesOn { get; set; }
}

/// <summary>A staff pulse as the list shows it.</summary>
/// <param name="Mine">Whether the viewer has answered, or null when they were not asked.</param>
public sealed record PulseRow(
    int Number,
    DateTime OpenedAt,
    DateOnly ClosesOn,
    DateTime? ClosedAt,
    int Asked,
    int Answered,
    bool? Mine
);
