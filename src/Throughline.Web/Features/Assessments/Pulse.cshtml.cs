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

/// <summary>One staff pulse: how many have answered while it is open, and what they said once it is closed.</summary>
[Needs(Permission.SeePulseResults)]
public sealed class PulseModel(ThroughlineDb db, Here here, PulseCounterparts counterparts)
    : PageModel
{
    [BindProperty(SupportsGet = true, Name = "pulse")]
    public int Number { get; set; }

    public Pulse Pulse { get; private set; } = null!;

    public PulseState State => Pulse.StateOn(here.Today);

    /// <summary>Whether the viewer has answered, or null when they were not asked.</summary>
    public bool? Mine { get; private set; }

    /// <summary>Null while the pulse is open and when too few answered.</summary>
    public PulseResults? Results { get; private set; }

    /// <summary>The ILT's own ratings; null for staff who may not read the team's results.</summary>
    public IReadOnlyList<PulseCounterpart>? Team { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await LoadAsync(cancel) ? Page() : NotFound();

    [Needs(Permission.ConductPulses)]
    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancel)
    {
        var closed = await ConflictRetry.RunAsync(db, () => CloseAsync(cancel));
        if (closed is null || !await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (!closed.IsOk)
        {
            return this.Refuse(closed.Refusal!);
        }

        this.Say("The staff pulse is closed.");
        return Redirect($"/{here.Unit.Slug}/assessments/pulses/{Number}");
    }

    private async Task<Result?> CloseAsync(CancellationToken cancel)
    {
        var pulse = await db.Set<Pulse>()
            .SingleOrDefaultAsync(p => p.UnitId == here.Unit.Id && p.Number == Number, cancel);
        var closed = pulse?.Close(here.Now);
        if (closed is { IsOk: true })
        {
            await PulseBox.SaveClosedAsync(db, pulse!, cancel);
        }

        return closed;
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var found = await db.Set<Pulse>()
            .AsNoTracking()
            .Where(p => p.UnitId == here.Unit.Id && p.Number == Number)
            .Select(p => new
            {
                Pulse = p,
                Mine = p
                    .Invitations.Where(i => i.PersonId == here.Viewer.PersonId)
                    .Select(i => (bool?)i.HasAnswered)
                    .FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return false;
        }

        (Pulse, Mine) = (found.Pulse, found.Mine);
        if (Pulse.IsClosed)
        {
            var counts = await db.Set<PulseTally>()
                .AsNoTracking()
                .Where(t => t.PulseId == Pulse.Id)
                .ToDictionaryAsync(t => t.Choice, t => t.People, cancel);
            Results = PulseResults.Of(Pulse, counts);
        }

        if (Results is not null && here.Can(Permission.SeeResults))
        {
            Team = await counterparts.LoadAsync(here.Unit.Id, Pulse.Questions, cancel);
        }

        return true;
    }
}
