using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Data.Units;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Units.Settings;

[Needs(Permission.SeeUnit)]
public sealed class GeneralModel(ThroughlineDb db, Here here) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public bool IsDistrict => here.Unit.Kind == UnitKind.District;

    public void OnGet() => Input = InputModel.Of(here.Unit);

    [Needs(Permission.ManageUnit)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var unit = await db.Set<Unit>()
            .Include(u => u.Addresses)
            .SingleAsync(u => u.Id == here.Unit.Id, cancel);
        if (unit.Version != Input.Version)
        {
            return Clash(unit);
        }

        var zoneBefore = unit.TimeZoneId;
        await ApplyAsync(unit, cancel);
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        try
        {
            await db.SaveUnitAsync(unit, zoneBefore, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Clash(
                await db.Set<Unit>().AsNoTracking().SingleAsync(u => u.Id == unit.Id, cancel)
            );
        }
        catch (DbUpdateException failure) when (UniqueViolation.Is(failure))
        {
            if (await UnitAddresses.IsTakenAsync(db, unit.Slug, unit.Id, cancel))
            {
                return this.Refuse(Taken(unit.Slug));
            }

            throw;
        }

        this.Say($"{unit.Name} is saved.");
        return Redirect($"/{unit.Slug}/settings");
    }

    private async Task ApplyAsync(Unit unit, CancellationToken cancel)
    {
        var slug = Input.Slug?.Trim().ToLowerInvariant();
        List<Refusal?> refusals = [unit.Rename(Input.Name).Refusal];
        if (
            slug != unit.Slug
            && Slug.IsValid(slug)
            && await UnitAddresses.IsTakenAsync(db, slug!, unit.Id, cancel)
        )
        {
            refusals.Add(Taken(slug!));
        }
        else
        {
            refusals.Add(unit.MoveTo(slug).Refusal);
        }

        refusals.Add(unit.SetTimeZone(Input.TimeZoneId).Refusal);
        if (IsDistrict)
        {
            var words = UnitWords.From(Input.Plan, Input.PlanShort, Input.Leader);
            refusals.Add(words.Refusal);
            unit.Use(words.IsOk ? words.Value : unit.Words);
        }

        foreach (var refusal in refusals.OfType<Refusal>())
        {
            this.Refuse(refusal);
        }
    }

    private static Refusal Taken(string slug) =>
        new(
            $"Another school or district has the address {slug}, or had it. Choose another.",
            "Slug"
        );

    private PageResult Clash(Unit now)
    {
        var typed = Input;
        var saved = InputModel.Of(now);
        typed.Version = saved.Version;
        return this.Conflict(
            ("Name", saved.Name, typed.Name),
            ("Address", saved.Slug, typed.Slug),
            ("Time zone", saved.TimeZoneId, typed.TimeZoneId),
            ("Plan", saved.Plan, IsDistrict ? typed.Plan : saved.Plan),
            (
                "Short form of the plan",
                saved.PlanShort,
                IsDistrict ? typed.PlanShort : saved.PlanShort
            ),
            ("Who leads a school", saved.Leader, IsDistrict ? typed.Leader : saved.Leader)
        );
    }

    public sealed class InputModel
    {
        public string? Name { get; set; }
        public string? Slug { get; set; }
        public string? TimeZoneId { get; set; }
        public string? Plan { get; set; }
        public string? PlanShort { get; set; }
        public string? Leader { get; set; }
        public int Version { get; set; }

        internal static InputModel Of(Unit unit) =>
            new()
            {
                Name = unit.Name,
                Slug = unit.Slug,
                TimeZoneId = unit.TimeZoneId,
                Plan = unit.Words.Plan,
                PlanShort = unit.Words.PlanShort,
                Leader = unit.Words.Leader,
                Version = unit.Version,
            };
    }
}
