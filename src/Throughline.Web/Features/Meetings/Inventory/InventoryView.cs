using System.Globalization;
using Throughline.Domain.Meetings;
using Throughline.Domain.Units;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings.Inventory;

/// <summary>The inventory as its page shows it.</summary>
/// <param name="All">All regular meetings, also those that were merged or ended.</param>
/// <param name="Teams">Names of instructional teams.</param>
/// <param name="Since">The first day of the school year.</param>
/// <param name="Until">Its last day.</param>
/// <param name="Calendar">The unit's school days.</param>
/// <param name="Today">The day it is where the unit is.</param>
public sealed record InventoryView(
    IReadOnlyList<RegularMeeting> All,
    IReadOnlyList<TeamOfUnit> Teams,
    DateOnly Since,
    DateOnly Until,
    SchoolCalendar Calendar,
    DateOnly Today
)
{
    private const double MinutesOfHour = 60;

    /// <summary>Those that are held, what takes most first.</summary>
    public IEnumerable<RegularMeeting> Held =>
        All.Where(m => m.IsHeld).OrderByDescending(m => m.PersonMinutes).ThenBy(m => m.Number);

    public IReadOnlyList<MeetingOverlap> Overlaps => MeetingOverlap.Among(All);

    /// <summary>School days of the year.</summary>
    public int SchoolDays => Calendar.SchoolDaysBetween(Since.AddDays(-1), Until);

    public double HoursAMonth => Held.Sum(m => m.PersonMinutes) / MinutesOfHour;

    /// <summary>What is decided, the latest first.</summary>
    public IEnumerable<(RegularMeeting Meeting, RegularMeetingChange Change)> Decided =>
        All.SelectMany(m => m.Changes.Where(c => !c.IsOpen).Select(c => (m, c)))
            .OrderByDescending(c => c.c.Day)
            .ThenByDescending(c => c.c.Id);

    /// <summary>What is proposed, in the order in which it was.</summary>
    public IEnumerable<(RegularMeeting Meeting, RegularMeetingChange Change)> Proposed =>
        All.SelectMany(m => m.Changes.Where(c => c.IsOpen).Select(c => (m, c)))
            .OrderBy(c => c.c.Id);

    public double GivenBack => Decided.Sum(c => HoursOf(c.Change));

    public double HoursOf(RegularMeetingChange change) =>
        change.GivenBack(Calendar, Since, Today) / MinutesOfHour;

    public static double HoursAMonthOf(RegularMeeting meeting) =>
        meeting.PersonMinutes / MinutesOfHour;

    /// <summary>Over the whole school year: four school weeks are twenty school days.</summary>
    public double HoursAYearOf(RegularMeeting meeting) => HoursAMonthOf(meeting) * SchoolDays / 20;

    public string TeamsOf(IEnumerable<Guid> teams) =>
        string.Join(", ", Teams.Where(t => teams.Contains(t.Id)).Select(t => t.Name));

    public RegularMeeting? Find(Guid? id) => All.FirstOrDefault(m => m.Id == id);

    /// <summary>“12 hours”, “1.5 hours”.</summary>
    public static string Hours(double hours)
    {
        var shown = Number(hours);
        return shown == "1" ? "1 hour" : $"{shown} hours";
    }

    /// <summary>“12”, “1.5”.</summary>
    public static string Number(double hours) =>
        hours.ToString(hours is > 0 and < 10 ? "0.#" : "#,0", CultureInfo.InvariantCulture);

    /// <summary>“twice a week, 45 minutes, 12 people”.</summary>
    public static string HowOften(RegularMeeting meeting)
    {
        var times = meeting.Times switch
        {
            1 => "once",
            2 => "twice",
            _ => string.Create(CultureInfo.InvariantCulture, $"{meeting.Times} times"),
        };
        var every = meeting.Every switch
        {
            HeldEvery.Week => "a week",
            HeldEvery.TwoWeeks => "every two weeks",
            HeldEvery.Month => "a month",
            _ => throw new ArgumentOutOfRangeException(nameof(meeting)),
        };
        return $"{times} {every}";
    }

    /// <summary>“Merged into “Grade leads”, which grows by 10 minutes”; of a proposal, “merge it into …”.</summary>
    public string What(RegularMeetingChange change)
    {
        var open = change.IsOpen;
        return change.Kind switch
        {
            RegularMeetingChangeKind.Merged =>
                $"{(open ? "merge it" : "Merged")} into “{Find(change.IntoId)?.Name}”{(change.Grows > 0 ? $", which grows by {Words.Count(change.Grows, "minute")}" : "")}",
            RegularMeetingChangeKind.Ended => open ? "end it" : "Ended",
            RegularMeetingChangeKind.Shortened => change.MinutesBefore is { } before
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"Shortened from {before} to {change.NewMinutes} minutes"
                )
                : $"shorten it to {Words.Count(change.NewMinutes!.Value, "minute")}",
            _ => throw new ArgumentOutOfRangeException(nameof(change)),
        };
    }
}
