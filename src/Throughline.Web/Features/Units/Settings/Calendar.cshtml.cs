using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Features.Meetings;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Units.Settings;

/// <summary>The days out of the ordinary of a school year, and the form that enters one or a break of several.</summary>
[Needs(Permission.ManageUnit)]
public sealed class CalendarModel(ThroughlineDb db, Here here, LaidSchedule schedule) : PageModel
{
    public static readonly IReadOnlyList<SelectListItem> Kinds =
    [
        .. Enum.GetValues<CalendarDayKind>()
            .Select(k => new SelectListItem(
                RoleWords.Capital(Words.Of(k)),
                ((int)k).ToString(System.Globalization.CultureInfo.InvariantCulture)
            )),
    ];

    [BindProperty(SupportsGet = true)]
    public Guid? Year { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public CalendarView View { get; private set; } = null!;

    public bool IsDistrict => here.Unit.Kind == UnitKind.District;

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    [Needs(Permission.ManageUnit)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var days = await EnterAsync(cancel);
        if (ModelState.IsValid && await db.TrySaveAsync(cancel))
        {
            var entered =
                days.Count == 1
                    ? $"{Days.Short(days[0])} is entered."
                    : $"{days.Count} days are entered, {Days.Short(days[0])} to {Days.Short(days[^1])}.";
            this.Say(entered + await schedule.LeaveClosedDaysAsync(cancel));
            return Redirect(Address);
        }

        if (ModelState.IsValid)
        {
            this.Refuse(new(Already(days[0]), "FirstDay"));
        }

        await LoadAsync(cancel);
        return this.Again();
    }

    private string Address =>
        $"/{here.Unit.Slug}/settings/calendar" + (Year is { } year ? $"?year={year}" : "");

    private async Task<IReadOnlyList<DateOnly>> EnterAsync(CancellationToken cancel)
    {
        var kind = Input.Kind ?? CalendarDayKind.Closure;
        if (Days.FromIso(Input.FirstDay) is not { } first)
        {
            this.Refuse(new("Enter the day, such as 2026-11-26.", "FirstDay"));
            return [];
        }

        var last = Days.FromIso(Input.LastDay);
        if (last is null && !string.IsNullOrWhiteSpace(Input.LastDay))
        {
            this.Refuse(
                new("Enter the last day, such as 2027-01-01, or leave it empty.", "LastDay")
            );
        }

        if (!Enum.IsDefined(kind))
        {
            this.Refuse(new("Choose what kind of day it is.", "Kind"));
        }

        var span = CalendarDay.Span(first, last, kind);
        if (!span.IsOk || !ModelState.IsValid)
        {
            return Refused(span.Refusal);
        }

        if (await EnteredAsync(span.Value, cancel) is { } entered)
        {
            return Refused(new(Already(entered), "FirstDay"));
        }

        var unit = here.Unit;
        foreach (var day in span.Value)
        {
            var made = CalendarDay.New(unit.DistrictId, unit.Id, day, kind, Input.Label, here.Now);
            if (!made.IsOk)
            {
                return Refused(made.Refusal);
            }

            db.Add(made.Value);
        }

        return span.Value;
    }

    private IReadOnlyList<DateOnly> Refused(Domain.Shared.Refusal? refusal)
    {
        if (refusal is not null)
        {
            this.Refuse(refusal);
        }

        return [];
    }

    private Task<DateOnly?> EnteredAsync(IReadOnlyList<DateOnly> days, CancellationToken cancel) =>
        db.Set<CalendarDay>()
            .Where(d => d.UnitId == here.Unit.Id && days.Contains(d.Day))
            .OrderBy(d => d.Day)
            .Select(d => (DateOnly?)d.Day)
            .FirstOrDefaultAsync(cancel);

    private static string Already(DateOnly day) =>
        $"{Days.Short(day)} is in the calendar already. Change that day below, or leave it out.";

    private async Task LoadAsync(CancellationToken cancel) =>
        View = await CalendarView.LoadAsync(db, here.Unit, Year, here.Today, cancel);

    public sealed class InputModel
    {
        public string? FirstDay { get; set; }
        public string? LastDay { get; set; }
        public CalendarDayKind? Kind { get; set; }
        public string? Label { get; set; }
    }
}
