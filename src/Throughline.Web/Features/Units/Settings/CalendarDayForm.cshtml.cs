using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data;
using Throughline.Data.Units;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Features.Meetings;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Units.Settings;

/// <summary>
/// Changes or removes what is entered for a day. A school that has the day from its district makes an exception here.
/// A break entered as several days can be changed or removed as one.
/// </summary>
[Needs(Permission.ManageUnit)]
public sealed class CalendarDayFormModel(ThroughlineDb db, Here here, LaidSchedule schedule)
    : PageModel
{
    [BindProperty]
    public CalendarDayInput Input { get; set; } = new();

    public DateOnly Day { get; private set; }

    public DayEntries Entries { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string day, CancellationToken cancel)
    {
        if (!await FindAsync(day, cancel))
        {
            return NotFound();
        }

        Input = CalendarDayInput.Of(Entries.Own ?? Entries.Above!);
        return Page();
    }

    [Needs(Permission.ManageUnit)]
    public async Task<IActionResult> OnPostAsync(string day, CancellationToken cancel)
    {
        if (!await FindAsync(day, cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid || Input.Kind is not { } kind || !Enum.IsDefined(kind))
        {
            return this.Refuse(new("Choose what kind of day it is.", "Kind"));
        }

        if (Entries.Own is { } own && own.Version != Input.Version)
        {
            return Clash(own);
        }

        var refusal = Entries.Own is null
            ? AddException(kind)
            : Entries
                .Chosen(Input.WholeBreak)
                .Select(d => d.Change(kind, Input.Label).Refusal)
                .FirstOrDefault(r => r is not null);
        return refusal is null
            ? await SaveAsync(
                Input.WholeBreak ? "The whole break is changed." : $"{Days.Short(Day)} is saved.",
                cancel
            )
            : this.Refuse(refusal);
    }

    [Needs(Permission.ManageUnit)]
    public async Task<IActionResult> OnPostRemoveAsync(string day, CancellationToken cancel)
    {
        if (!await FindAsync(day, cancel))
        {
            return NotFound();
        }

        Input.Kind = null;
        db.RemoveRange(Entries.Chosen(Input.WholeBreak));
        return await SaveAsync(
            Entries.Above is null
                ? $"{Days.Short(Day)} is as every other day again."
                : $"{Days.Short(Day)} follows the district again.",
            cancel
        );
    }

    // False for what is no day, and for a day that nothing is entered for.
    private async Task<bool> FindAsync(string typed, CancellationToken cancel)
    {
        if (Days.FromIso(typed) is not { } found)
        {
            return false;
        }

        Day = found;
        Entries = await DayEntries.LoadAsync(db, here.Unit, found, cancel);
        return Entries is not { Own: null, Above: null };
    }

    private Refusal? AddException(CalendarDayKind kind)
    {
        var unit = here.Unit;
        var made = CalendarDay.New(unit.DistrictId, unit.Id, Day, kind, Input.Label, here.Now);
        if (made.IsOk)
        {
            db.Add(made.Value);
        }

        return made.Refusal;
    }

    private async Task<IActionResult> SaveAsync(string done, CancellationToken cancel)
    {
        if (!await CalendarDays.TrySaveAsync(db, cancel))
        {
            // Someone changed or removed one of these days, or entered this one, a moment ago: show what stands now.
            db.ChangeTracker.Clear();
            Entries = await DayEntries.LoadAsync(db, here.Unit, Day, cancel);
            if (Entries.Own is { } now)
            {
                return Clash(now);
            }

            done = "Someone else removed the day a moment ago. Nothing was saved.";
        }

        this.Say(done + await schedule.LeaveClosedDaysAsync(cancel));
        return Redirect($"/{here.Unit.Slug}/settings/calendar");
    }

    private PageResult Clash(CalendarDay now)
    {
        Input.Version = now.Version;
        return this.Conflict(
            ("Kind", Words.Of(now.Kind), Words.Of(Input.Kind ?? now.Kind)),
            ("What it is called", now.Label, Input.Label)
        );
    }
}
