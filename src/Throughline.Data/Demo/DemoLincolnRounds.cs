using Throughline.Domain.Assessments;
using Throughline.Domain.Units;

namespace Throughline.Data.Demo;

/// <summary>Lincoln's rounds: one in each state, so that its people see them all.</summary>
internal sealed partial class DemoLincolnRounds(
    DemoTime time,
    DemoPeople people,
    DemoInstruments instruments,
    Unit school
)
{
    private const string Principal = "Marisol Vega";
    private const string Facilitator = "Dana Whitehorse";
    private const string Member = "Theo Lindqvist";

    // Harold Simms spoke for Grade 5 until he left; Ben Yazzie followed him.
    private static readonly string[] Today =
    [
        .. DemoLincoln
            .Place.Staff.Where(s => s.Seat is not null && s.State != DemoState.Left)
            .Select(s => s.Name),
    ];
    private static readonly string[] Before =
    [
        .. Today.Select(name => name == "Ben Yazzie" ? "Harold Simms" : name),
    ];

    public IEnumerable<DemoRound> All() =>
        [
            LastYear(),
            Continuum(),
            TwoPerspectives(),
            Marks(),
            Reopened(),
            Open(),
            Fresh(),
            Upcoming(),
        ];

    private DemoRound LastYear()
    {
        var first = time.Year.Previous.LastDay.AddDays(-32);
        return new DemoRound(
            time,
            people,
            Setting(
                DemoRounds.ClosedLastYear,
                "End-of-year self-assessment",
                Before,
                first,
                first.AddDays(11)
            ),
            instruments["school-ilt"]
        )
        {
            Height = 0.38,
            HardlySeen = "learning-coaching",
        }
            .AllAnswer(Before.Skip(1), first, first.AddDays(3), first.AddDays(7))
            .Notes(
                Member,
                "monitoring-student-work",
                "We talked about looking at student work all year and did it twice.",
                first.AddDays(3)
            )
            .Closes(Principal, first.AddDays(14));
    }

    private DemoRound Continuum()
    {
        var first = time.Year.FirstDay.AddDays(10);
        var second = first.AddDays(4);
        return new DemoRound(
            time,
            people,
            Setting(
                DemoRounds.ClosedContinuum,
                "Where we start this year",
                Before,
                first,
                first.AddDays(8)
            ),
            instruments["ilt-continuum"]
        )
        {
            Height = 0.45,
            NotSeenPercent = 3,
        }
            .AllAnswer(Before, first, first.AddDays(1), second)
            .Notes(
                "Gloria Petrenko",
                "common-understanding",
                "Ask three of us what the team is for and you hear three answers. They are close, though.",
                second
            )
            .Notes(
                "Kwame Mensah",
                "common-understanding",
                "The purpose statement is good. My grade team has never seen it.",
                second
            )
            .Notes(
                "Thuy Pham",
                "common-experience",
                "Last year’s learning walk was the first time we looked at the same lesson together. More of that.",
                second
            )
            .Notes(
                "Eileen Murphy",
                "engagement",
                "Two or three voices carry most meetings. Mine was one of them last year.",
                second
            )
            .Notes(
                "Tom Eriksen",
                "engagement",
                "I was unsure what I was allowed to decide without asking first.",
                second,
                share: false
            )
            .Notes(
                "Luis Carranza",
                "school-culture",
                "Colleagues open their doors when we say beforehand what we are looking for.",
                second
            )
            .Notes(
                "Desmond Achebe",
                "effectiveness",
                "We finish what we start within a month; what takes a term gets lost.",
                second
            )
            .Notes(
                "Hannah Moskowitz",
                "effectiveness",
                "Kindergarten can name one thing that changed because of this team: the morning message.",
                second
            )
            .Closes(Principal, first.AddDays(11));
    }

    private DemoRound TwoPerspectives()
    {
        var first = time.WeekdayAgo(44);
        var second = time.WeekdayAgo(41);
        string[] district = ["Renata Okafor", "Walter Nakamura", "Bernice Tolliver", "Arjun Mehta"];
        return new DemoRound(
            time,
            people,
            Setting(
                DemoRounds.TwoPerspectives,
                "Fall self-assessment",
                Before,
                first,
                time.WeekdayAgo(36)
            ) with
            {
                Outside = district,
            },
            instruments["school-ilt"]
        )
        {
            Height = 0.52,
            FromOutside = new Dictionary<string, double>(StringComparer.Ordinal)
            {
                ["monitoring-feedback-and-planning"] = -0.45,
                ["team-meetings"] = -0.3,
                ["vision-shared-expectations"] = -0.25,
                ["learning-teacher-team-inquiry"] = 0.4,
                ["team-shared-leadership"] = 0.35,
            },
        }
            .AllAnswer(Before.SkipLast(1), first, second, time.WeekdayAgo(38))
            .AllAnswer(district, second, time.WeekdayAgo(37))
            .Notes(
                "Kwame Mensah",
                "monitoring-feedback-and-planning",
                "Whoever asks gets good feedback. Most of us do not ask.",
                second
            )
            .Notes(
                "Gloria Petrenko",
                "learning-teacher-team-inquiry",
                "We meet every week. I would not call it inquiry yet.",
                second
            )
            .Notes(
                "Walter Nakamura",
                "learning-teacher-team-inquiry",
                "The Grade 2 and 3 teams worked from a question when I sat in. Show others how.",
                second
            )
            .Notes(
                "Bernice Tolliver",
                "monitoring-feedback-and-planning",
                "I saw visits without a conversation afterwards.",
                second
            )
            .Closes(Principal, time.WeekdayAgo(34));
    }

    private DemoRound Marks()
    {
        var first = time.WeekdayAgo(34);
        return new DemoRound(
            time,
            people,
            Setting(
                DemoRounds.ClosedMarks,
                "How we work together",
                Before,
                first,
                time.WeekdayAgo(30),
                Facilitator
            ),
            instruments["team-marks"]
        )
        {
            Height = 0.6,
        }
            .AllAnswer(Before.Skip(2), first, time.WeekdayAgo(32), time.WeekdayAgo(31))
            .Closes(Facilitator, time.WeekdayAgo(29));
    }

    private DemoRound Reopened()
    {
        var first = time.WeekdayAgo(24);
        var late = time.WeekdayAgo(1);
        return new DemoRound(
            time,
            people,
            Setting(
                DemoRounds.Reopened,
                "Meeting check",
                Today,
                first,
                time.WeekdayAgo(18),
                Facilitator
            ),
            instruments["riverbend-meeting-check"]
        )
        {
            Height = 0.6,
        }
            .AllAnswer(Today.Skip(3), first, time.WeekdayAgo(20))
            .Notes(
                "Ben Yazzie",
                "owner-and-day",
                "Owners yes, days hardly ever.",
                time.WeekdayAgo(20)
            )
            .Closes(Facilitator, time.WeekdayAgo(17))
            .Reopens(
                Facilitator,
                "Three of us were at the district training and could not rate.",
                time.WeekdayAgo(2),
                time.WeekdayAhead(4)
            )
            .Answers("Desmond Achebe", late)
            .Sets(Member, "all-spoke", Answer.At(1), late);
    }

    private DemoRound Fresh() =>
        new(
            time,
            people,
            Setting(
                DemoRounds.Fresh,
                "Meeting check, second look",
                Today,
                time.WeekdayAgo(1),
                time.WeekdayAhead(10),
                Facilitator
            ),
            instruments["riverbend-meeting-check", 2]
        );

    private DemoRound Upcoming() =>
        new(
            time,
            people,
            Setting(
                DemoRounds.Upcoming,
                "Where we stand later this year",
                Today,
                time.WeekdayAhead(14),
                time.WeekdayAhead(24)
            ) with
            {
                SetUpOn = time.WeekdayAgo(1),
            },
            instruments["ilt-continuum"]
        );

    private DemoRoundSetting Setting(
        DemoRoundAddress round,
        string title,
        string[] raters,
        DateOnly opensOn,
        DateOnly closesOn,
        string by = Principal
    ) => new(school, round.Number, title, by, raters, opensOn, closesOn);
}
