using Throughline.Data.Units;
using Throughline.Domain.Shared;
using Throughline.Domain.Sharing;
using Throughline.Domain.Units;

namespace Throughline.Data.Demo;

/// <summary>Lincoln's calendar of communication: every audience and rhythm, told and missed.</summary>
internal sealed class DemoCommunication(
    ThroughlineDb db,
    DemoTime time,
    DemoPeople people,
    Unit school
)
{
    private const string Principal = "Marisol Vega";
    private const string Facilitator = "Dana Whitehorse";
    private const string Member = "Theo Lindqvist";

    private SchoolCalendar calendar = null!;
    private int entries;

    /// <summary>Seven entries.</summary>
    public async Task AddAsync(CancellationToken cancel)
    {
        calendar = await SchoolCalendars.LoadAsync(db, school, cancel);
        var friday = time.Today.AddDays(-28 - (((int)time.Today.DayOfWeek + 2) % 7));
        Tell(
            Plan(
                "Weekly staff note",
                Audience.AllStaff,
                Channel.MailAndPage,
                TellingRhythm.Weekly,
                friday,
                Facilitator
            ),
            missed: 1
        );
        Tell(
            Plan(
                "What was decided, in five minutes",
                Audience.AllStaff,
                Channel.StaffMeeting,
                TellingRhythm.EveryTwoWeeks,
                friday.AddDays(4),
                Principal
            ),
            missed: 0
        );
        Plan(
            "A word at each team’s table",
            Audience.AllStaff,
            Channel.Conversation,
            TellingRhythm.Monthly,
            friday.AddDays(6),
            "Luis Carranza"
        );
        Tell(
            Plan(
                "What we work on, in two languages",
                Audience.Families,
                Channel.Newsletter,
                TellingRhythm.Monthly,
                friday.AddDays(5),
                "Thuy Pham"
            ),
            missed: 0
        );
        Plan(
            "Where the plan stands",
            Audience.SchoolImprovementTeam,
            Channel.MailAndPage,
            TellingRhythm.Monthly,
            friday.AddDays(11),
            Principal
        );
        Plan(
            "Mid-year figures",
            Audience.District,
            Channel.MailAndPage,
            TellingRhythm.Once,
            time.WeekdayAhead(1),
            Member
        );
        Plan(
            "The ILT’s thanks to the parent association",
            Audience.Other,
            Channel.Other,
            TellingRhythm.Once,
            time.WeekdayAhead(9),
            Principal,
            "Parent association",
            "a card"
        );
    }

    private PlannedTelling Plan(
        string what,
        Audience audience,
        Channel channel,
        TellingRhythm rhythm,
        DateOnly from,
        string writer,
        string? audienceWords = null,
        string? channelWords = null
    )
    {
        var entry = PlannedTelling
            .Plan(
                school,
                ++entries,
                new(
                    what,
                    audience,
                    audienceWords,
                    channel,
                    channelWords,
                    rhythm,
                    from,
                    null,
                    people[writer].Id
                ),
                calendar,
                time.Today,
                time.Ago(30, 16)
            )
            .Value;
        db.Add(entry);
        return entry;
    }

    // All of its days that are past, but for the last ones that were missed.
    private void Tell(PlannedTelling entry, int missed)
    {
        var days = entry
            .Between(entry.From, time.Today.AddDays(-1), calendar)
            .OrderBy(d => d.On)
            .SkipLast(missed)
            .ToList();
        foreach (var day in days)
        {
            entry
                .Tell(day.Laid, entry.WriterId, calendar, time.Today, time.At(day.On, 15))
                .OrThrow();
        }
    }
}
