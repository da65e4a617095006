using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Data.Units;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Features.SignIn;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Units.Settings;

/// <summary>The contract hours of a unit, in which mail reaches its staff.</summary>
[Needs(Permission.ManageUnit)]
public sealed class HoursModel(ThroughlineDb db, Here here) : PageModel
{
    [BindProperty]
    public HoursInput Input { get; set; } = new();

    public bool IsDistrict => here.Unit.Kind == UnitKind.District;

    public void OnGet() => Input = HoursInput.Of(here.Unit);

    [Needs(Permission.ManageUnit)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var hours = ContractHours.Of(Input.From, Input.Until);
        if (!ModelState.IsValid || !hours.IsOk)
        {
            return ModelState.IsValid ? this.Refuse(hours.Refusal!) : this.Again();
        }

        var unit = await db.Set<Unit>().SingleAsync(u => u.Id == here.Unit.Id, cancel);
        var before = unit.Hours;
        unit.Keep(hours.Value);
        db.Expect(unit, Input.Version);
        try
        {
            await db.SaveHoursAsync(unit, before, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Clash(
                await db.Set<Unit>().AsNoTracking().SingleAsync(u => u.Id == here.Unit.Id, cancel)
            );
        }

        this.Say("The contract hours are saved.");
        return Redirect($"/{unit.Slug}/settings/hours");
    }

    private PageResult Clash(Unit now)
    {
        var typed = Input;
        Input.Version = now.Version;
        return this.Conflict(
            ("From", MailWordings.Time(now.Hours.From), Said(typed.From)),
            ("Until", MailWordings.Time(now.Hours.Until), Said(typed.Until))
        );
    }

    private static string? Said(TimeOnly? time) =>
        time is { } known ? MailWordings.Time(known) : null;

    public sealed class HoursInput
    {
        public TimeOnly? From { get; set; }
        public TimeOnly? Until { get; set; }
        public int? Version { get; set; }

        internal static HoursInput Of(Unit unit) =>
            new()
            {
                From = unit.Hours.From,
                Until = unit.Hours.Until,
                Version = unit.Version,
            };
    }
}
