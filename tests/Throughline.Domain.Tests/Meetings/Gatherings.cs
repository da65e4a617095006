using Throughline.Domain.Meetings;
using Throughline.Domain.Units;
using static Throughline.Domain.Tests.Units.Places;

namespace Throughline.Domain.Tests.Meetings;

/// <summary>Meetings to try rules on: Tuesdays in November 2026, in the afternoon.</summary>
internal static class Gatherings
{
    public static readonly DateOnly Tuesday = new(2026, 11, 17);
    public static readonly DateTime Start = new(2026, 11, 17, 21, 15, 0, DateTimeKind.Utc);
    public static readonly TimeZoneInfo Chicago = TimeZoneInfo.FindSystemTimeZoneById(
        "America/Chicago"
    );
    public static readonly Guid Ana = SomeId(21);
    public static readonly Guid Ben = SomeId(22);
    public static readonly Guid Cleo = SomeId(23);
    public static readonly Guid[] Members = [Ana, Ben, Cleo];

    public static readonly SchoolCalendar EveryWeekday = new([], [], []);

    public static readonly MeetingTime Afternoon = new(
        Tuesday,
        new TimeOnly(15, 15),
        60,
        "Library"
    );

    public static readonly ItemPlan Writing = new("Writing from two sources", ItemKind.Discuss, 10);

    public static Meeting Planned(MeetingTime? when = null, int number = 12) =>
        Meeting.Plan(School, number, when ?? Afternoon, EveryWeekday, [], Start.AddDays(-9)).Value;

    /// <summary>Vision 5, learning 20, issues 20, close 5.</summary>
    public static AgendaTemplate Template { get; } =
        AgendaTemplate
            .Set(
                School,
                1,
                "Ours",
                [
                    new(SectionKind.Vision, "Vision", 5),
                    new(SectionKind.Learning, "Data", 20),
                    new(SectionKind.Issues, "Issues", 20),
                    new(SectionKind.NextAgenda, "Next agenda", 5),
                ],
                Ana,
                Start.AddDays(-30)
            )
            .Value;

    public static Meeting WithAgenda(params ItemPlan[] items)
    {
        var meeting = Planned();
        meeting.BeginAgenda(Template).IsOk.ShouldBeTrue();
        foreach (var item in items)
        {
            meeting.Submit(item, null, Ben, Start.AddDays(-2)).IsOk.ShouldBeTrue();
        }

        return meeting;
    }

    public static Meeting Started(params ItemPlan[] items)
    {
        var meeting = WithAgenda(items);
        meeting.Start(Tuesday, Start).IsOk.ShouldBeTrue();
        return meeting;
    }

    /// <summary>The titles and states of all stops, in order.</summary>
    public static string Course(Meeting meeting) =>
        string.Join(", ", meeting.Stops().Select(s => $"{s.Title} {s.State}"));

    /// <summary>Goes on from wherever the team is.</summary>
    public static void GoOn(this Meeting meeting, DateTime now) =>
        meeting.Next(meeting.CurrentSection, meeting.CurrentItem, now).IsOk.ShouldBeTrue();
}
