using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings;

/// <summary>When and where the ILT meets; setting it lays the meetings over the school calendar.</summary>
[Needs(Permission.SeeMeetings)]
public sealed class RhythmModel(
    ThroughlineDb db,
    Here here,
    MeetingMail mail,
    LaidSchedule schedule
) : PageModel
{
    [BindProperty]
    public RhythmInput Input { get; set; } = new();

    public MeetingSeries? Series { get; private set; }

    public IReadOnlyList<SelectListItem> EveryChoices { get; } =
    [new("Every week", "1"), new("Every two weeks", "2")];

    public IReadOnlyList<SelectListItem> ClosureChoices { get; } =
    [new("Hold it on the next school day", "1"), new("Leave it out", "2")];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Input = Series is null
            ? new RhythmInput
            {
                EveryWeeks = 2,
                StartsAt = new TimeOnly(15, 15),
                Minutes = 90,
                OnClosure = OnClosure.Move,
                From = here.Today,
                Until = await LastSchoolDayAsync(cancel),
            }
            : RhythmInput.Of(Series);
    }

    [Needs(Permission.PlanMeetings)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync(cancel);
            return this.Again();
        }

        var laid = await ConflictRetry.RunAsync(db, () => LayAsync(cancel));
        if (laid is null)
        {
            var saved = RhythmInput.Of(Series!);
            Input.Version = saved.Version;
            return this.Conflict(saved.Beside(Input));
        }

        if (!laid.IsOk)
        {
            db.ChangeTracker.Clear();
            await LoadAsync(cancel);
            return this.Refuse(laid.Refusal!);
        }

        await mail.InviteToNextAsync(cancel);
        this.Say($"The rhythm is saved: {LaidSchedule.Said(laid.Value)}");
        return Redirect($"/{here.Unit.Slug}/meetings");
    }

    // Null when someone else set the rhythm since the form was opened. Who only brings or moves something meanwhile is in
    // nobody's way: the meetings are laid again.
    private async Task<Result<ScheduleChange>?> LayAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (Series is not null && Series.Version != Input.Version)
        {
            return null;
        }

        var rhythm = Input.AsRhythm(here.Today);
        if (Series is null)
        {
            var made = MeetingSeries.Set(here.Unit, rhythm, Input.Place, Input.Link, here.Now);
            if (!made.IsOk)
            {
                return made.Refusal!;
            }

            Series = made.Value;
            db.Add(Series);
        }
        else
        {
            var changed = Series.Change(rhythm, Input.Place, Input.Link);
            if (!changed.IsOk)
            {
                return changed.Refusal!;
            }
        }

        var change = await schedule.LayAsync(Series, cancel);
        await db.SaveChangesAsync(cancel);
        return Result.Ok(change);
    }

    private async Task LoadAsync(CancellationToken cancel) =>
        Series = await db.Set<MeetingSeries>()
            .SingleOrDefaultAsync(s => s.UnitId == here.Unit.Id, cancel);

    private async Task<DateOnly> LastSchoolDayAsync(CancellationToken cancel) =>
        await db.Set<SchoolYear>()
            .Where(y => y.LastDay >= here.Today)
            .OrderBy(y => y.LastDay)
            .Select(y => (DateOnly?)y.LastDay)
            .FirstOrDefaultAsync(cancel)
        ?? here.Today.AddDays(300);
}

/// <summary>What is typed about the rhythm.</summary>
public sealed class RhythmInput
{
    public int? EveryWeeks { get; set; }
    public IList<DayOfWeek> Days { get; set; } = [];
    public TimeOnly? StartsAt { get; set; }
    public int? Minutes { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? Until { get; set; }
    public OnClosure? OnClosure { get; set; }
    public string? Place { get; set; }
    public string? Link { get; set; }
    public int? Version { get; set; }

    // The first day as it is, though it has gone by: every two weeks is counted from its week.
    internal static RhythmInput Of(MeetingSeries series) =>
        new()
        {
            EveryWeeks = series.EveryWeeks,
            Days = [.. series.Rhythm.Days],
            StartsAt = series.StartsAt,
            Minutes = series.Minutes,
            From = series.From,
            Until = series.Until,
            OnClosure = series.OnClosure,
            Place = series.Place,
            Link = series.Link,
            Version = series.Version,
        };

    /// <summary>Each field as it stands now beside what was typed.</summary>
    internal (string Label, string? Now, string? Typed)[] Beside(RhythmInput typed) =>
        [
            ("How often", Rhythm, typed.Rhythm),
            ("Starts at", $"{StartsAt}", $"{typed.StartsAt}"),
            ("Minutes", $"{Minutes}", $"{typed.Minutes}"),
            ("From", $"{From}", $"{typed.From}"),
            ("Until", $"{Until}", $"{typed.Until}"),
            ("When the day is closed", $"{OnClosure}", $"{typed.OnClosure}"),
            ("Place", Place, typed.Place),
            ("Link", Link, typed.Link),
        ];

    private string Rhythm => MeetingWords.Rhythm(AsRhythm(default));

    internal MeetingRhythm AsRhythm(DateOnly today) =>
        new(
            EveryWeeks.GetValueOrDefault(),
            [.. Days.Distinct()],
            StartsAt ?? default,
            Minutes.GetValueOrDefault(),
            From ?? today,
            Until ?? default,
            OnClosure.GetValueOrDefault()
        );
}
