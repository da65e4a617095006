using Microsoft.EntityFrameworkCore;
using Throughline.Data.Sharing;
using Throughline.Data.Units;
using Throughline.Domain.Shared;
using Throughline.Domain.Sharing;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Data.Demo;

/// <summary>The decisions that are told, by what they show; the numbers are those of the decisions.</summary>
public static class DemoRelay
{
    /// <summary>Lincoln's: its last day is over, some teams are not told, teams are that far in all three ways, two questions came back.</summary>
    public const int Overdue = DemoDecisions.Consensus;

    /// <summary>The one of its questions that nobody has answered, and whose issue is open.</summary>
    public const int Unanswered = 1;

    /// <summary>The one whose issue was solved, with nothing written to those who asked.</summary>
    public const int Solved = 2;

    /// <summary>Lincoln's: told to nearly all; an answer waits for <c>member@</c>.</summary>
    public const int Answered = DemoDecisions.AgainstAdvice;

    /// <summary>Lincoln's: for the team of <c>member@</c> alone, who has not told it yet.</summary>
    public const int ToTell = DemoDecisions.OfGrade4;

    /// <summary>Lincoln's: nobody has said that this decision is to be told.</summary>
    public const int None = DemoDecisions.OfKindergarten;

    /// <summary>The high school's: all were told in time.</summary>
    public const int AllTold = 1;

    /// <summary>The high school's: no longer to tell.</summary>
    public const int Ended = 2;
}

/// <summary>How Lincoln's and the high school's decisions reach their teams, and which school shows its district the share.</summary>
internal sealed class DemoRelays(ThroughlineDb db, DemoTime time, DemoPeople people)
{
    private const string Leader = "Marisol Vega";
    private const string Facilitator = "Dana Whitehorse";
    private const string Member = "Theo Lindqvist";

    // Who speaks for each of Lincoln's teams.
    private static readonly Dictionary<string, string> Speakers = new(StringComparer.Ordinal)
    {
        ["Kindergarten"] = "Hannah Moskowitz",
        ["Grade 1"] = "Tom Eriksen",
        ["Grade 2"] = "Gloria Petrenko",
        ["Grade 3"] = "Kwame Mensah",
        ["Grade 4"] = Member,
        ["Grade 5"] = "Ben Yazzie",
        ["Specials"] = "Desmond Achebe",
        ["Multilingual learners"] = "Thuy Pham",
        ["Special education"] = "Eileen Murphy",
    };

    private Unit school = null!;
    private SchoolCalendar calendar = null!;
    private List<InstructionalTeam> teams = [];

    /// <summary>Lincoln: four decisions, of which three are to tell.</summary>
    public async Task AddLincolnAsync(Unit lincoln, CancellationToken cancel)
    {
        await AtAsync(lincoln, cancel);
        var overdue = await BeginAsync(
            DemoRelay.Overdue,
            9,
            Facilitator,
            "From next month on there is one look-for a month, not four. I tell you which one in the week before the walk. Why? People open their doors when they know what we look for. The whole ILT decided it together. What do you need so that it helps you and does not add to your week?",
            cancel
        );
        Tell(overdue, "Kindergarten", 1, ToldHow.TeamMeeting, null);
        Tell(overdue, "Grade 1", 2, ToldHow.TeamMeeting, "Mai was away; I told her on Thursday.");
        Tell(overdue, "Grade 5", 3, ToldHow.InPassing, null);
        Tell(overdue, "Specials", 2, ToldHow.Mail, null);
        Tell(overdue, "Multilingual learners", 4, ToldHow.Writing, null);
        Tell(overdue, "Grade 2", 7, ToldHow.TeamMeeting, "Our meeting fell into the storm week.");
        Take(overdue, "Kindergarten", Uptake.InPlace, null);
        Take(
            overdue,
            "Grade 1",
            Uptake.Trying,
            "One lesson in which someone shows what the look-for sounds like."
        );
        Take(overdue, "Specials", Uptake.Trying, null);
        Take(
            overdue,
            "Grade 5",
            Uptake.NotYet,
            "Time: the units end in the same week. After the unit check they can begin."
        );
        var open = await AskAsync(
            overdue,
            DemoRelay.Unanswered,
            "Do we get time to watch a colleague’s lesson for the look-for?",
            "Grade 1",
            cancel
        );
        open.Question.Join(overdue, Team("Grade 5"), Who("Grade 5")).OrThrow();
        var solved = await AskAsync(
            overdue,
            DemoRelay.Solved,
            "Where do we find the look-for of the month?",
            "Kindergarten",
            cancel
        );
        solved
            .Issue.Solve(
                "It hangs on the staff room door, and stands at the head of each month’s calendar.",
                people[Facilitator].Id,
                time.Ago(3, 15)
            )
            .OrThrow();

        await AddAnsweredAsync(cancel);
        await BeginAsync(DemoRelay.ToTell, 2, Facilitator, null, cancel);
        db.Add(
            SharedFigure
                .Share(school, FigureKind.TeamsTold, people[Leader].Id, time.Ago(8, 17))
                .Value
        );
        Count();
    }

    /// <summary>The high school: one told to all in time, and one that is no longer to tell.</summary>
    public async Task AddHighAsync(Unit high, CancellationToken cancel)
    {
        await AtAsync(high, cancel);
        var principal = people["Lorraine Sandoval"];
        var bells = Decide(
            DemoRelay.AllTold,
            principal,
            "Advisory begins ten minutes earlier on Mondays",
            "From February on advisory begins at 8:10 on Mondays.",
            "The first lesson of the week lost ten minutes to announcements.",
            40
        );
        var covers = Decide(
            DemoRelay.Ended,
            principal,
            "Departments cover for each other on testing days",
            "On testing days a department finds its own cover.",
            null,
            6
        );
        await db.SaveChangesAsync(cancel);
        var told = Begin(bells, 40, principal.Id, null);
        foreach (var team in told.Teams)
        {
            told.Tell(
                    team.TeamId,
                    new(ToldHow.TeamMeeting, On(told, 2), null),
                    principal.Id,
                    time.Today,
                    time.At(On(told, 2), 15)
                )
                .OrThrow();
        }

        Begin(covers, 6, principal.Id, null)
            .End(
                "The district moved testing to one day for all, so nobody has to find cover.",
                principal.Id,
                time.Today.AddDays(-5)
            )
            .OrThrow();
        db.Add(
            SharedFigure.Share(school, FigureKind.TeamsTold, principal.Id, time.Ago(30, 9)).Value
        );
        Count();
    }

    private async Task AddAnsweredAsync(CancellationToken cancel)
    {
        var relay = await BeginAsync(DemoRelay.Answered, 8, Leader, null, cancel);
        foreach (var (team, at) in Speakers.Keys.Select((name, n) => (name, n)))
        {
            Tell(relay, team, 1 + (at % 3), ToldHow.TeamMeeting, null);
        }

        Take(relay, "Grade 3", Uptake.InPlace, null);
        var (question, issue) = await AskAsync(
            relay,
            1,
            "May a team meet at lunch when all of its members want to?",
            Team("Grade 4"),
            Member,
            cancel
        );
        question.Join(relay, Team("Grade 2"), Who("Grade 2")).OrThrow();
        const string Answer =
            "Yes, when each of you asks for it of your own will, and nobody has to say why not. Tell me before, so that I can say it to the union.";
        question.AnswerAll(Answer, people[Leader].Id, time.Ago(2, 16)).OrThrow();
        issue.Solve(Answer, people[Leader].Id, time.Ago(2, 16)).OrThrow();
        question.TellAnswer(Team("Grade 2"), Who("Grade 2"), time.Today.AddDays(-1)).OrThrow();
    }

    private async Task AtAsync(Unit unit, CancellationToken cancel)
    {
        school = unit;
        calendar = await SchoolCalendars.LoadAsync(db, unit, cancel);
        teams = await db.Set<InstructionalTeam>()
            .Where(t => t.UnitId == unit.Id && t.DissolvedAt == null)
            .OrderBy(t => t.Kind)
            .ThenBy(t => t.Name)
            .ToListAsync(cancel);
    }

    private async Task<Relay> BeginAsync(
        int number,
        int daysAgo,
        string by,
        string? message,
        CancellationToken cancel
    )
    {
        var decision = await db.Set<Decision>()
            .Include(d => d.Teams)
            .SingleAsync(d => d.UnitId == school.Id && d.Number == number, cancel);
        return Begin(decision, daysAgo, people[by].Id, message);
    }

    private Relay Begin(Decision decision, int daysAgo, Guid by, string? message)
    {
        var relay = Relay
            .Begin(
                decision,
                message ?? RelayMessage.Draft(decision, "principal"),
                teams.Select(t => t.Id),
                calendar,
                by,
                time.Today.AddDays(-daysAgo),
                time.Today.AddDays(-daysAgo),
                time.Ago(daysAgo, 17)
            )
            .Value;
        db.Add(relay);
        return relay;
    }

    private Decision Decide(
        int number,
        Person by,
        string what,
        string outcome,
        string? reasons,
        int daysAgo
    )
    {
        var decision = Decision
            .Propose(school, number, new(what, null, []), null, by.Id, time.Ago(daysAgo + 2, 15))
            .Value;
        decision
            .Decide(
                new(DecidedAs.OnAdvice, outcome, reasons),
                true,
                [],
                by.Id,
                time.Ago(daysAgo, 15)
            )
            .OrThrow();
        db.Add(decision);
        return decision;
    }

    // Some school days after it was to be told, and yesterday at the latest.
    private DateOnly On(Relay relay, int schoolDays)
    {
        var day = calendar.AddSchoolDays(relay.From, schoolDays) ?? relay.From;
        var yesterday = time.Today.AddDays(-1);
        return day < yesterday ? day : yesterday;
    }

    private void Tell(Relay relay, string team, int schoolDays, ToldHow how, string? note)
    {
        var on = On(relay, schoolDays);
        relay
            .Tell(Team(team), new(how, on, note), Who(team), time.Today, time.At(on, 15))
            .OrThrow();
    }

    private void Take(Relay relay, string team, Uptake uptake, string? help) =>
        relay.TakeUp(Team(team), uptake, help, Who(team), time.Ago(1, 16)).OrThrow();

    private Task<(RelayQuestion Question, Issue Issue)> AskAsync(
        Relay relay,
        int number,
        string text,
        string team,
        CancellationToken cancel
    ) => AskAsync(relay, number, text, Team(team), Speakers[team], cancel);

    private async Task<(RelayQuestion Question, Issue Issue)> AskAsync(
        Relay relay,
        int number,
        string text,
        Guid team,
        string by,
        CancellationToken cancel
    )
    {
        await db.SaveChangesAsync(cancel);
        var last = await db.Set<Issue>()
            .Where(i => i.UnitId == school.Id)
            .MaxAsync(i => i.Number, cancel);
        var at = time.Ago(5, 16);
        var name = teams.Single(t => t.Id == team).Name;
        var issue = Issue
            .Raise(
                school,
                last + 1,
                RelayQuestion.AsIssue(text).Value,
                people[by].Id,
                at,
                $"from {name}"
            )
            .Value;
        var decision = await db.Set<Decision>().SingleAsync(d => d.Id == relay.DecisionId, cancel);
        var question = RelayQuestion
            .Ask(relay, number, text, [team], issue, people[by].Id, at)
            .Value;
        db.AddRange(issue, question, ThingLink.CameFrom(issue, decision, at));
        return (question, issue);
    }

    private void Count() =>
        db.AddRange(
            db.Set<Relay>().Local.Where(r => r.UnitId == school.Id).Select(RelayTally.Of).ToList()
        );

    private Guid Team(string name) => teams.Single(t => t.Name == name).Id;

    private Guid Who(string team) => people[Speakers[team]].Id;
}
