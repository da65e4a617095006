using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Units.Settings;

/// <summary>Adds a school year, or changes the one the address names. School years belong to the district; a school has no such page.</summary>
[Needs(Permission.ManageUnit)]
public sealed class SchoolYearFormModel(ThroughlineDb db, Here here) : PageModel
{
    private SchoolYear? found;

    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        Input = found is null ? Input : InputModel.Of(found);
        return Page();
    }

    [Needs(Permission.ManageUnit)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        if (found is not null && found.Version != Input.Version)
        {
            return Clash(found);
        }

        var first = Days.FromIso(Input.FirstDay);
        var last = Days.FromIso(Input.LastDay);
        if (first is null || last is null)
        {
            return this.Refuse(
                first is null
                    ? new("Enter the first day, such as 2026-08-24.", "FirstDay")
                    : new("Enter the last day, such as 2027-06-11.", "LastDay")
            );
        }

        if (await SetAsync(first.Value, last.Value, cancel) is { } refusal)
        {
            return this.Refuse(refusal);
        }

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Clash(
                await db.Set<SchoolYear>().AsNoTracking().SingleAsync(y => y.Id == Id, cancel)
            );
        }

        this.Say($"The school year {Text.CleanLine(Input.Name)} is saved.");
        return Redirect($"/{here.Unit.Slug}/settings/calendar");
    }

    private async Task<Refusal?> SetAsync(DateOnly first, DateOnly last, CancellationToken cancel)
    {
        var year = found;
        if (year is null)
        {
            var made = SchoolYear.New(here.Unit.DistrictId, Input.Name, first, last, here.Now);
            if (!made.IsOk)
            {
                return made.Refusal;
            }

            year = made.Value;
            db.Add(year);
        }
        else if (year.Change(Input.Name, first, last) is { IsOk: false } refused)
        {
            return refused.Refusal;
        }

        var others = await db.Set<SchoolYear>().AsNoTracking().ToListAsync(cancel);
        return year.StandsApartFrom(others).Refusal;
    }

    // False at a school, and for an address that names no school year.
    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        found = await db.Set<SchoolYear>().SingleOrDefaultAsync(y => y.Id == Id, cancel);
        return here.Unit.Kind == UnitKind.District && (Id is null || found is not null);
    }

    private PageResult Clash(SchoolYear now)
    {
        var saved = InputModel.Of(now);
        Input.Version = saved.Version;
        return this.Conflict(
            ("Name", saved.Name, Input.Name),
            ("First day", saved.FirstDay, Input.FirstDay),
            ("Last day", saved.LastDay, Input.LastDay)
        );
    }

    public sealed class InputModel
    {
        public string? Name { get; set; }
        public string? FirstDay { get; set; }
        public string? LastDay { get; set; }
        public int Version { get; set; }

        internal static InputModel Of(SchoolYear year) =>
            new()
            {
                Name = year.Name,
                FirstDay = Days.Iso(year.FirstDay),
                LastDay = Days.Iso(year.LastDay),
                Version = year.Version,
            };
    }
}
