using System.Globalization;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Domain.Work;

/// <summary>
/// A project of 45 school days on what matters most now (seed 003: ILTs tackle their biggest issues in such “rocks”). It
/// has one owner and a few milestones, and is said to be on or off track at each meeting.
/// </summary>
public sealed class Rock : CarriedWork
{
    /// <summary>How long a rock is unless the team says otherwise, in school days (seed 003).</summary>
    public const int SchoolDays = 45;

    /// <summary>Longest rock, in school days: what takes more is two rocks.</summary>
    public const int MostSchoolDays = 2 * SchoolDays;

    private readonly List<RockNote> notes = [];
    private readonly List<RockMilestone> milestones = [];

    private Rock() { }

    /// <summary>The day it begins; its school days are counted from the day after.</summary>
    public DateOnly StartsOn { get; private set; }

    /// <summary>What was said of it last: on or off track; null until someone said so.</summary>
    public bool? OnTrack { get; private set; }

    /// <summary>When that was said, UTC.</summary>
    public DateTime? CheckedAt { get; private set; }

    /// <summary>What was said and how it moved on; newest last by id.</summary>
    public IReadOnlyList<RockNote> Notes => notes;

    /// <summary>The steps on its way.</summary>
    public IReadOnlyList<RockMilestone> Milestones => milestones;

    /// <summary>True while it is open and said to be off track.</summary>
    public bool IsOffTrack => IsOpen && OnTrack == false;

    private protected override string Called => "rock";

    private protected override ThingKind Kind => ThingKind.Rock;

    private protected override IReadOnlyList<WorkStatus> Steps { get; } =
    [WorkStatus.UnderWay, WorkStatus.Done];

    /// <summary>
    /// Begins a rock. Without a last day it ends 45 school days from today. Refused when the calendar does not reach that
    /// far, for more than 90 school days or none at all, for what every plan is refused for, and for milestones that are
    /// too many or too long. Milestones are spread over its days and can be moved.
    /// </summary>
    /// <param name="unit">The unit whose rock it is.</param>
    /// <param name="number">The unit's next number.</param>
    /// <param name="plan">What, why, who and, if not 45 school days, until when.</param>
    /// <param name="milestones">What the milestones are called, in their order.</param>
    /// <param name="calendar">The unit's school days.</param>
    /// <param name="by">Who begins it.</param>
    /// <param name="today">The day it is in the unit's time zone; the rock begins on it.</param>
    /// <param name="now">Now, UTC.</param>
    public static Result<Rock> Begin(
        Unit unit,
        int number,
        WorkPlan plan,
        IReadOnlyList<string> milestones,
        SchoolCalendar calendar,
        Guid by,
        DateOnly today,
        DateTime now
    )
    {
        if ((plan.DueOn ?? calendar.AddSchoolDays(today, SchoolDays)) is not { } last)
        {
            return Result.Refused<Rock>(
                $"The calendar does not reach {SchoolDays} school days ahead. Enter the last day yourself, or ask who keeps the calendar to add the next school year.",
                "DueOn"
            );
        }

        var rock = new Rock { StartsOn = today };
        var begun = rock.Begin(unit, number, plan with { DueOn = last }, by, today, now);
        if (!begun.IsOk)
        {
            return begun.Refusal!;
        }

        var days = calendar.SchoolDaysBetween(today, last);
        if (days is 0 or > MostSchoolDays)
        {
            return Result.Refused<Rock>(
                days == 0
                    ? "There is no school day until then. Choose a later day."
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"That is {days} school days. A rock has about {SchoolDays} and at most {MostSchoolDays}: make it smaller, or two rocks of it."
                    ),
                "DueOn"
            );
        }

        for (var n = 0; n < milestones.Count; n++)
        {
            var on = calendar.AddSchoolDays(today, Math.Max(1, days * (n + 1) / milestones.Count));
            var added = rock.AddMilestone(milestones[n], on, now);
            if (!added.IsOk)
            {
                return new Refusal(added.Refusal!.Message, "Milestones");
            }
        }

        return Result.Ok(rock);
    }

    /// <summary>Changes what, why or who. Its last day moves by <see cref="Extend"/> alone, which asks for a reason.</summary>
    public override Result Change(WorkPlan plan, DateOnly today) =>
        base.Change(plan with { DueOn = DueOn }, today);

    /// <summary>
    /// Says whether it is on track. Refused for a rock that is over, without an answer, and for “off track” without a few
    /// words on what is in the way.
    /// </summary>
    /// <param name="onTrack">On or off; null when nothing was chosen.</param>
    /// <param name="words">What is in the way, or how it goes.</param>
    /// <param name="meetingId">The meeting at which it is said; null between meetings.</param>
    /// <param name="by">Who says it.</param>
    /// <param name="now">Now, UTC.</param>
    public Result Check(bool? onTrack, string? words, Guid? meetingId, Guid by, DateTime now)
    {
        if (!IsOpen)
        {
            return Over("say how it goes");
        }

        if (onTrack is not { } on)
        {
            return Result.Refused("Choose on track or off track.", "OnTrack");
        }

        var said = Text.Passage(words, "what is in the way", WorkNote.Longest, "Words");
        if (!said.IsOk)
        {
            return said.Refusal!;
        }

        if (!on && said.Value is null)
        {
            return Result.Refused("Say in a few words what is in the way.", "Words");
        }

        (OnTrack, CheckedAt) = (on, now);
        notes.Add(
            new RockNote(this, said.Value, null, by, now) { OnTrack = on, MeetingId = meetingId }
        );
        return Result.Ok();
    }

    /// <summary>Gives it more time. Refused for a rock that is over, for a day that is not later or years away, and without a reason.</summary>
    public Result Extend(DateOnly? until, string? reason, Guid by, DateTime now)
    {
        if (!IsOpen)
        {
            return Over("give it more time");
        }

        if (until is not { } last || last <= DueOn)
        {
            return Result.Refused("Choose a day after the last day it has now.", "Until");
        }

        if (IsTooFar(last, DateOnly.FromDateTime(now)))
        {
            return Result.Refused(TooFar, "Until");
        }

        var words = Text.Required(reason, "why it needs more time", LongestReason, "Why");
        if (!words.IsOk)
        {
            return words.Refusal!;
        }

        DueOn = last;
        notes.Add(new RockNote(this, words.Value, null, by, now) { ExtendedTo = last });
        return Result.Ok();
    }

    /// <summary>
    /// Adds a milestone. Refused for a rock that is over, without a name, without a day or with one outside the rock's
    /// days, and when there are twelve.
    /// </summary>
    public Result AddMilestone(string? title, DateOnly? dueOn, DateTime now)
    {
        if (!IsOpen)
        {
            return Over("add a milestone");
        }

        if (milestones.Count >= RockMilestone.Most)
        {
            return Result.Refused(
                $"A rock has at most {RockMilestone.Most} milestones. What is smaller is a to-do.",
                "Title"
            );
        }

        var name = Text.Required(title, "what is reached", RockMilestone.LongestTitle, "Title");
        if (!name.IsOk)
        {
            return name.Refusal!;
        }

        if (dueOn is not { } day || day < StartsOn || day > DueOn)
        {
            return Result.Refused("Choose a day from the rock’s first to its last.", "On");
        }

        milestones.Add(new RockMilestone(this, name.Value, day, now));
        return Result.Ok();
    }

    /// <summary>Says that a milestone is reached, or not yet after all. Refused for a rock that is over and for a milestone that is not there.</summary>
    public Result Reach(Guid milestoneId, bool reached, DateTime now)
    {
        if (!IsOpen)
        {
            return Over("say what is reached");
        }

        if (milestones.Find(m => m.Id == milestoneId) is not { } milestone)
        {
            return Result.Refused("This milestone is not there any more. Reload the page.");
        }

        milestone.ReachedAt = reached ? milestone.ReachedAt ?? now : null;
        return Result.Ok();
    }

    /// <summary>Takes a milestone off. Refused for a rock that is over; nothing happens when it is off already.</summary>
    public Result TakeOff(Guid milestoneId)
    {
        if (!IsOpen)
        {
            return Over("take a milestone off");
        }

        milestones.RemoveAll(m => m.Id == milestoneId);
        return Result.Ok();
    }

    private protected override void Keep(string? words, WorkStatus? to, Guid by, DateTime now) =>
        notes.Add(new RockNote(this, words, to, by, now));
}

/// <summary>A step on the way of a rock.</summary>
public sealed class RockMilestone : IDistrictOwned
{
    /// <summary>Longest name, in characters.</summary>
    public const int LongestTitle = 200;

    /// <summary>Most milestones of a rock.</summary>
    public const int Most = 12;

    private RockMilestone() { }

    internal RockMilestone(Rock rock, string title, DateOnly dueOn, DateTime now)
    {
        Id = Ids.New(now);
        (DistrictId, UnitId, RockId) = (rock.DistrictId, rock.UnitId, rock.Id);
        (Title, DueOn) = (title, dueOn);
    }

    /// <summary>Identity of the milestone.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The rock's unit: who may read what changed there reads its milestones.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The rock.</summary>
    public Guid RockId { get; private set; }

    /// <summary>What is reached.</summary>
    public string Title { get; private set; } = "";

    /// <summary>By when.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>When it was reached, UTC; null while it is not.</summary>
    public DateTime? ReachedAt { get; internal set; }
}

/// <summary>How much of a rock's time is gone, in school days.</summary>
/// <param name="Of">All its school days.</param>
/// <param name="Gone">Those that are over, today included.</param>
/// <param name="Over">School days since its last day, when that has gone by.</param>
public sealed record RockTime(int Of, int Gone, int Over)
{
    /// <summary>School days left after today.</summary>
    public int Left => Of - Gone;

    /// <summary>Counts a rock's days.</summary>
    /// <param name="startsOn">Its first day.</param>
    /// <param name="dueOn">Its last day.</param>
    /// <param name="today">The day it is in the unit's time zone.</param>
    /// <param name="calendar">The unit's school days.</param>
    public static RockTime On(
        DateOnly startsOn,
        DateOnly dueOn,
        DateOnly today,
        SchoolCalendar calendar
    ) =>
        new(
            calendar.SchoolDaysBetween(startsOn, dueOn),
            calendar.SchoolDaysBetween(startsOn, today < dueOn ? today : dueOn),
            calendar.SchoolDaysBetween(dueOn, today)
        );
}
