using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Domain.Sharing;

/// <summary>Whom something is told. The numbers are stored and never change their meaning.</summary>
public enum Audience
{
    /// <summary>All who work at the school.</summary>
    AllStaff = 1,

    /// <summary>Families of students.</summary>
    Families = 2,

    /// <summary>The School Improvement Team.</summary>
    SchoolImprovementTeam = 3,

    /// <summary>The district.</summary>
    District = 4,

    /// <summary>Others, in the school's own words.</summary>
    Other = 9,
}

/// <summary>Through what it is told. The numbers are stored and never change their meaning.</summary>
public enum Channel
{
    /// <summary>By mail, and on a page of this program.</summary>
    MailAndPage = 1,

    /// <summary>At a staff meeting.</summary>
    StaffMeeting = 2,

    /// <summary>At the meetings of instructional teams.</summary>
    TeamMeetings = 3,

    /// <summary>In a newsletter.</summary>
    Newsletter = 4,

    /// <summary>In conversation (seed 003, pitfall 5: informal ways count as well).</summary>
    Conversation = 5,

    /// <summary>Otherwise, in the school's own words.</summary>
    Other = 9,
}

/// <summary>How often. The numbers are stored and never change their meaning.</summary>
public enum TellingRhythm
{
    /// <summary>On its first day and never again.</summary>
    Once = 1,

    /// <summary>Each week, on the weekday of its first day.</summary>
    Weekly = 2,

    /// <summary>Every second week, on the weekday of its first day.</summary>
    EveryTwoWeeks = 3,

    /// <summary>Each month, on the same weekday of the month as its first day: the third Friday; the last one where the month has no fifth.</summary>
    Monthly = 4,
}

/// <summary>What is planned, as it was typed.</summary>
public sealed record TellingPlan(
    string? What,
    Audience? Audience,
    string? AudienceWords,
    Channel? Channel,
    string? ChannelWords,
    TellingRhythm? Rhythm,
    DateOnly? From,
    DateOnly? Until,
    Guid? WriterId
);

/// <summary>
/// An entry of the calendar of communication: what the school tells whom, through what, how often, and who writes it
/// (seed 003, pitfall 5; seed 002, “Responsibilities of the ILT”). Laid over the school days: what falls on a closed day
/// is told on the school day before.
/// </summary>
public sealed class PlannedTelling : IDistrictOwned, IVersioned
{
    /// <summary>Longest “what”, in characters.</summary>
    public const int LongestWhat = 120;

    /// <summary>Longest audience or channel in own words, in characters.</summary>
    public const int LongestOwnWords = 60;

    /// <summary>So many school days before its day it stands in its writer's day.</summary>
    public const int SchoolDaysAhead = 2;

    private const int MostYears = 5;

    private readonly List<ToldDay> told = [];

    private PlannedTelling() { }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The unit.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>Its number within the unit.</summary>
    public int Number { get; private set; }

    /// <summary>What is told: “Weekly staff note”.</summary>
    public string What { get; private set; } = "";

    /// <summary>Whom.</summary>
    public Audience Audience { get; private set; }

    /// <summary>Whom, in own words; null unless <see cref="Audience.Other"/>.</summary>
    public string? AudienceWords { get; private set; }

    /// <summary>Through what.</summary>
    public Channel Channel { get; private set; }

    /// <summary>Through what, in own words; null unless <see cref="Channel.Other"/>.</summary>
    public string? ChannelWords { get; private set; }

    /// <summary>How often.</summary>
    public TellingRhythm Rhythm { get; private set; }

    /// <summary>Its first day; it gives the weekday.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Its last day; null while it goes on.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>Who writes it.</summary>
    public Guid WriterId { get; private set; }

    /// <summary>The day the rhythm names for what is to be told next; null when nothing is left to tell.</summary>
    public DateOnly? NextLaid { get; private set; }

    /// <summary>The school day on which that is told; null with <see cref="NextLaid"/>.</summary>
    public DateOnly? NextOn { get; private set; }

    /// <summary>The day from which it stands in its writer's day; null with <see cref="NextLaid"/>.</summary>
    public DateOnly? ShownFrom { get; private set; }

    /// <summary>The days that were told.</summary>
    public IReadOnlyList<ToldDay> Told => told;

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Plans it. Refused for what <see cref="Change"/> refuses.</summary>
    public static Result<PlannedTelling> Plan(
        Unit unit,
        int number,
        TellingPlan plan,
        SchoolCalendar calendar,
        DateOnly today,
        DateTime now
    )
    {
        var entry = new PlannedTelling
        {
            Id = Ids.New(now),
            DistrictId = unit.DistrictId,
            UnitId = unit.Id,
            Number = number,
        };
        var set = entry.Change(plan, calendar, today);
        return set.IsOk ? Result.Ok(entry) : set.Refusal!;
    }

    /// <summary>Plans it otherwise. Refused without what, whom, through what, how often, first day or writer, and for a first day years away, and for a last day before the first.</summary>
    public Result Change(TellingPlan plan, SchoolCalendar calendar, DateOnly today)
    {
        var what = Text.Required(plan.What, "what is told", LongestWhat, "What");
        var audience = Own(plan.Audience == Audience.Other, plan.AudienceWords, "AudienceWords");
        var channel = Own(plan.Channel == Channel.Other, plan.ChannelWords, "ChannelWords");
        var missing =
            plan.Audience is null ? new Refusal("Choose whom it is told.", "Audience")
            : plan.Channel is null ? new Refusal("Choose how it is told.", "Channel")
            : plan.Rhythm is null ? new Refusal("Choose how often.", "Rhythm")
            : plan.From is null ? new Refusal("Enter the first day.", "From")
            : plan.From < today.AddYears(-MostYears) || plan.From > today.AddYears(MostYears)
                ? new Refusal("The first day lies years away. Look at it again.", "From")
            : plan.Until < plan.From
                ? new Refusal(
                    "The last day lies before the first. Choose a later one, or leave it empty.",
                    "Until"
                )
            : plan.WriterId is null ? new Refusal("Choose who writes it.", "WriterId")
            : null;
        if ((what.Refusal ?? audience.Refusal ?? channel.Refusal ?? missing) is { } refused)
        {
            return refused;
        }

        (What, AudienceWords, ChannelWords) = (what.Value, audience.Value, channel.Value);
        (Audience, Channel, Rhythm) = (
            plan.Audience!.Value,
            plan.Channel!.Value,
            plan.Rhythm!.Value
        );
        (From, Until, WriterId) = (plan.From!.Value, plan.Until, plan.WriterId!.Value);
        Recount(calendar, today);
        return Result.Ok();
    }

    /// <summary>The days on which it is told, from one day to another: each with the day that the rhythm names, and with the school day before where that is closed.</summary>
    /// <param name="first">The first day that is asked for.</param>
    /// <param name="last">The last one.</param>
    /// <param name="calendar">The unit's school days.</param>
    public IEnumerable<TellingDay> Between(
        DateOnly first,
        DateOnly last,
        SchoolCalendar calendar
    ) =>
        Laid(last.AddDays(MostDaysBack))
            .Select(laid => (Laid: laid, On: SchoolDayUpTo(laid, calendar)))
            .Where(day => day.On >= first && day.On <= last)
            .Select(day => new TellingDay(day.Laid, day.On!.Value));

    /// <summary>Says that what a day names was told. Refused for a day it does not name; a second time changes nothing.</summary>
    public Result Tell(
        DateOnly laid,
        Guid by,
        SchoolCalendar calendar,
        DateOnly today,
        DateTime now
    )
    {
        if (!Laid(laid).Contains(laid) || SchoolDayUpTo(laid, calendar) is not { } on)
        {
            return Result.Refused("It is not told on that day any more. Reload the page.");
        }

        if (on > calendar.AddSchoolDays(today, SchoolDaysAhead))
        {
            return Result.Refused("That day lies ahead. Say so when it was told.");
        }

        if (told.TrueForAll(t => t.Laid != laid))
        {
            told.Add(new ToldDay(this, laid, by, now));
        }

        Recount(calendar, today);
        return Result.Ok();
    }

    /// <summary>It was not told after all.</summary>
    public void Untell(DateOnly laid, SchoolCalendar calendar, DateOnly today)
    {
        told.RemoveAll(t => t.Laid == laid);
        Recount(calendar, today);
    }

    /// <summary>
    /// Works out what is to be told next: the latest that stands in the writer's day already, unless it was told; else the
    /// first one ahead that was not. What was missed before the latest is past.
    /// </summary>
    public void Recount(SchoolCalendar calendar, DateOnly today)
    {
        (NextLaid, NextOn, ShownFrom) = (null, null, null);
        foreach (
            var day in Between(today.AddDays(-MostDaysBack), today.AddYears(1), calendar)
                .OrderBy(d => d.On)
        )
        {
            var from = DayAhead(day.On, calendar);
            if (NextLaid is not null && from > today)
            {
                break;
            }

            (NextLaid, NextOn, ShownFrom) = (day.Laid, day.On, from);
            if (told.Exists(t => t.Laid == day.Laid))
            {
                (NextLaid, NextOn, ShownFrom) = (null, null, null);
            }
        }
    }

    // Two of a month lie 28 days apart or more: looking back one day less, no two meet on one school day.
    private const int MostDaysBack = 27;

    private int DaysBack =>
        Rhythm switch
        {
            TellingRhythm.Weekly => 6,
            TellingRhythm.EveryTwoWeeks => 13,
            _ => MostDaysBack,
        };

    private DateOnly? SchoolDayUpTo(DateOnly laid, SchoolCalendar calendar)
    {
        for (var back = 0; back <= DaysBack; back++)
        {
            if (calendar.IsSchoolDay(laid.AddDays(-back)))
            {
                return laid.AddDays(-back);
            }
        }

        return null;
    }

    private static DateOnly DayAhead(DateOnly on, SchoolCalendar calendar)
    {
        var (day, left) = (on, SchoolDaysAhead);
        for (var tried = 0; left > 0 && tried < MostDaysBack; tried++)
        {
            day = day.AddDays(-1);
            left -= calendar.IsSchoolDay(day) ? 1 : 0;
        }

        return day;
    }

    // The days that the rhythm names, whether there is school or not.
    private List<DateOnly> Laid(DateOnly last)
    {
        var days = new List<DateOnly>();
        var end = Until < last ? Until.Value : last;
        for (var n = 0; ; n++)
        {
            var day = Rhythm switch
            {
                TellingRhythm.Once when n > 0 => DateOnly.MaxValue,
                TellingRhythm.Once => From,
                TellingRhythm.Weekly => From.AddDays(7 * n),
                TellingRhythm.EveryTwoWeeks => From.AddDays(14 * n),
                _ => InMonth(n),
            };
            if (day > end)
            {
                return days;
            }

            days.Add(day);
        }
    }

    // The third Friday stays the third Friday; a fifth one is the last of its month.
    private DateOnly InMonth(int n)
    {
        var first = new DateOnly(From.Year, From.Month, 1).AddMonths(n);
        var weekday = first.AddDays(((int)From.DayOfWeek - (int)first.DayOfWeek + 7) % 7);
        var day = weekday.AddDays((From.Day - 1) / 7 * 7);
        return day.Month == first.Month ? day : day.AddDays(-7);
    }

    private static Result<string?> Own(bool asked, string? words, string field)
    {
        if (!asked)
        {
            return Result.Ok<string?>(null);
        }

        var own = Text.Required(words, "it in your own words", LongestOwnWords, field);
        return own.IsOk ? Result.Ok<string?>(own.Value) : own.Refusal!;
    }
}

/// <summary>A day of an entry of the calendar.</summary>
/// <param name="Laid">The day that its rhythm names, by which it is known.</param>
/// <param name="On">The school day on which it is told.</param>
public sealed record TellingDay(DateOnly Laid, DateOnly On);

/// <summary>An entry of the calendar was told, on one of its days.</summary>
public sealed class ToldDay : IDistrictOwned
{
    private ToldDay() { }

    internal ToldDay(PlannedTelling entry, DateOnly laid, Guid by, DateTime now) =>
        (EntryId, DistrictId, UnitId, Laid, ById, At) = (
            entry.Id,
            entry.DistrictId,
            entry.UnitId,
            laid,
            by,
            now
        );

    /// <summary>The entry.</summary>
    public Guid EntryId { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The unit: who may read what changed there reads this as well.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The day that the rhythm names.</summary>
    public DateOnly Laid { get; private set; }

    /// <summary>Who said that it was told.</summary>
    public Guid ById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }
}
