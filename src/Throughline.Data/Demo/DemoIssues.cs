using Microsoft.EntityFrameworkCore;
using Throughline.Data.Units;
using Throughline.Data.Work;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Data.Demo;

/// <summary>The numbers of Lincoln's issues, by what they show.</summary>
public static class DemoIssue
{
    /// <summary>Open, with most votes and all that was said so far.</summary>
    public const int Open = 1;

    /// <summary>Open and flagged as not instructional by two.</summary>
    public const int Flagged = 3;

    /// <summary>Open; <c>teacher@</c> raised it, and it stands there as from Grade 4.</summary>
    public const int FromStaff = 5;

    /// <summary>Parked until a day to come.</summary>
    public const int Parked = 6;

    /// <summary>Solved; it led to an action step.</summary>
    public const int Solved = 7;

    /// <summary>Not instructional; sent on.</summary>
    public const int SentOn = 8;

    /// <summary>Parked until a day that has come.</summary>
    public const int Due = 9;

    /// <summary>Closed without being solved.</summary>
    public const int Closed = 11;
}

/// <summary>What staff of Lincoln raised, by its title.</summary>
public static class DemoMatter
{
    /// <summary><c>teacher@</c> sent it yesterday; <c>member@</c> is to answer.</summary>
    public const string Waiting = "Three of us need the small room at the same hour";

    /// <summary><c>member@</c> answered it.</summary>
    public const string Answered = "Who orders the decodable readers?";

    /// <summary>On the ILT's list.</summary>
    public const string OnTheList = "We hear of decisions by chance";

    /// <summary>Five school days were over; <c>facilitator@</c> is to answer.</summary>
    public const string TimeOver = "Walk-throughs fall into the writing test";

    /// <summary>Another teacher's, with her name; solved.</summary>
    public const string Solved = "Reading groups start three weeks too late";
}

/// <summary>Lincoln's list of issues in every state, and what its teachers raised.</summary>
internal sealed class DemoIssues(ThroughlineDb db, DemoTime time, DemoPeople people, Unit school)
{
    private const string Facilitator = "Dana Whitehorse";
    private const string Member = "Theo Lindqvist";
    private const string Teacher = "Amara Osei";

    private int last;
    private InstructionalTeam team = null!;
    private SchoolCalendar calendar = null!;
    private MatterSeats seats = null!;

    /// <summary>Plays it, until yesterday.</summary>
    public async Task AddAsync(CancellationToken cancel)
    {
        team = await db.Set<InstructionalTeam>()
            .SingleAsync(t => t.UnitId == school.Id && t.Name == "Grade 4", cancel);
        calendar = await SchoolCalendars.LoadAsync(db, school, cancel);
        seats = new([new(time.At(time.Year.Previous.FirstDay, 15), null)], Who(Facilitator));
        AddOpen();
        AddFromStaff();
        AddPut();
        await db.SaveChangesAsync(cancel);
        var solved = Raise(
            28,
            "Luis Carranza",
            "We mean different things by the same look-for",
            "Two of us wrote opposite notes on one lesson."
        );
        Votes(solved, "Tom Eriksen", "Marisol Vega", Facilitator);
        Write(solved, IssueStage.Identify, "Nobody has the look-fors at hand when it counts.", 26);
        Write(solved, IssueStage.Solve, "Put them where everyone passes each day.", 26);
        solved
            .Solve(
                "The look-fors of the month hang on the staff room door.",
                Who(Facilitator),
                On(22)
            )
            .OrThrow();
        var step = await db.Set<ActionStep>()
            .SingleAsync(s => s.UnitId == school.Id && s.Number == DemoActions.Done, cancel);
        db.Add(ThingLink.CameFrom(step, solved, On(26)));
        AddOver();
        AddWaiting();
    }

    private void AddOpen()
    {
        var groups = Raise(
            19,
            "Gloria Petrenko",
            "Small groups are skipped on early-release days",
            "On short Wednesdays the block for small groups is the first to go. In Grade 2 that is every second week."
        );
        Votes(groups, Member, "Gloria Petrenko", "Kwame Mensah", "Thuy Pham", "Eileen Murphy");
        Write(
            groups,
            IssueStage.Identify,
            "The short schedule was made for lunch and buses. Nobody decided that small groups go; they come last.",
            12
        );
        Write(
            groups,
            IssueStage.Discuss,
            "Grade 3 moved them to the morning and keeps them.\nMultilingual learners lose most: their support is in that block.",
            5
        );
        Votes(
            Raise(
                16,
                "Ben Yazzie",
                "The pacing of the new units leaves no day for reteaching",
                "We are done with a unit on the day of the check."
            ),
            "Ben Yazzie",
            "Kwame Mensah",
            "Tom Eriksen",
            Member
        );
        var plans = Raise(14, "Tom Eriksen", "Substitutes do not find the attendance sheets", null);
        Votes(plans, "Tom Eriksen");
        plans.Flag(Who(Member), On(8)).OrThrow();
        plans.Flag(Who("Gloria Petrenko"), On(7)).OrThrow();
        Votes(
            Raise(
                11,
                "Kwame Mensah",
                "Grades 2 and 3 teach place value in two ways",
                "Children come up with words we then take away from them."
            ),
            "Gloria Petrenko",
            "Kwame Mensah",
            "Luis Carranza"
        );
    }

    private void AddFromStaff()
    {
        var matter = Send(
            Teacher,
            13,
            DemoMatter.OnTheList,
            "Two changes reached Grade 4 by the hallway. Could we get one message for all?"
        );
        var issue = Bring(matter, 10, "from Grade 4");
        Votes(issue, "Hannah Moskowitz", Facilitator);
        Write(
            issue,
            IssueStage.Discuss,
            "Each of us tells it in another week, some not at all.",
            3
        );
    }

    // Put aside, or sent away.
    private void AddPut()
    {
        var meetings = Raise(
            21,
            "Hannah Moskowitz",
            "Data meetings eat the common planning time",
            null
        );
        Votes(meetings, "Hannah Moskowitz", "Tom Eriksen");
        meetings
            .Park(
                "Until the new master schedule is out.",
                time.WeekdayAhead(8),
                Who(Facilitator),
                time.Today,
                On(9)
            )
            .OrThrow();
    }

    private void AddOver()
    {
        var copier = Raise(
            24,
            "Desmond Achebe",
            "The copier on the second floor is down again",
            null
        );
        copier.Spend(12).OrThrow();
        copier.SendOn(null, "Main office", Who(Facilitator), On(20)).OrThrow();
        var walk = Raise(18, Facilitator, "Which rooms we have never seen", null);
        Votes(walk, Facilitator);
        walk.Park(
                "We look again when the third walk is over.",
                time.WeekdayAgo(1),
                Who(Facilitator),
                time.WeekdayAgo(15),
                On(15)
            )
            .OrThrow();
        var reading = Send(
            "Nadia Haddad",
            27,
            DemoMatter.Solved,
            "We wait for the list of the fall check, and then for the room.",
            sayName: true
        );
        var issue = Bring(reading, 25, "Nadia Haddad");
        Votes(issue, Member, "Thuy Pham", "Eileen Murphy");
        Write(
            issue,
            IssueStage.Discuss,
            "The list is ready in a week; the room is what takes time.",
            22
        );
        issue
            .Solve(
                "Groups start with last spring’s list and are adjusted after the check.",
                Who(Facilitator),
                On(17)
            )
            .OrThrow();
        var assembly = Raise(23, "Ben Yazzie", "A reading day in the spring", null);
        assembly
            .Close("The district holds one for all schools.", Who("Ben Yazzie"), On(18))
            .OrThrow();
    }

    private void AddWaiting()
    {
        var readers = Send(Teacher, 16, DemoMatter.Answered, null);
        readers
            .Answer(
                "Luis does, on the first of each month. I have put your list into his box.",
                Who(Member),
                seats,
                On(14)
            )
            .OrThrow();
        Send(
            Teacher,
            FirstWhoseTimeIsOver(),
            DemoMatter.TimeOver,
            "Two walks are planned for the mornings of the fall writing test."
        );
        Send(
            Teacher,
            1,
            DemoMatter.Waiting,
            "Carol, Nadia and I all have small groups at ten. Could the rooms be given out for the term?"
        );
    }

    private Issue Raise(int weekdaysAgo, string by, string title, string? about)
    {
        var issue = Issue.Raise(school, ++last, new(title, about), Who(by), On(weekdaysAgo)).Value;
        db.Add(issue);
        return issue;
    }

    private void Votes(Issue issue, params string[] names)
    {
        foreach (var name in names)
        {
            issue.Vote(Who(name)).OrThrow();
        }
    }

    private void Write(Issue issue, IssueStage stage, string words, int weekdaysAgo)
    {
        if (!issue.Write(stage, words, Who(Facilitator), On(weekdaysAgo)).IsOk)
        {
            throw new InvalidOperationException($"“{issue.Title}” could not be written about.");
        }
    }

    private RaisedMatter Send(
        string by,
        int weekdaysAgo,
        string title,
        string? about,
        bool sayName = false
    )
    {
        var matter = RaisedMatter
            .Raise(
                school,
                new(title, about),
                new(Who(by), sayName),
                new(team.Id, Who(Member), EndOfFifth(time.WeekdayAgo(weekdaysAgo))),
                On(weekdaysAgo)
            )
            .Value;
        db.Add(matter);
        return matter;
    }

    private Issue Bring(RaisedMatter matter, int weekdaysAgo, string namedAs)
    {
        var at = On(weekdaysAgo);
        var issue = Issue
            .Raise(school, ++last, new(matter.Title, matter.About), Who(Member), at, namedAs)
            .Value;
        db.Add(issue);
        matter.Bring(issue, Who(Member), seats, at).OrThrow();
        return issue;
    }

    private int FirstWhoseTimeIsOver()
    {
        var ago = 6;
        while (EndOfFifth(time.WeekdayAgo(ago)) > time.At(time.Today, 6))
        {
            ago++;
        }

        return ago;
    }

    private DateTime EndOfFifth(DateOnly sent) =>
        MatterDays.EndOf(
            calendar.AddSchoolDays(sent, RaisedMatter.SchoolDaysToAnswer) ?? sent.AddDays(7),
            TimeZoneInfo.FindSystemTimeZoneById(school.TimeZoneId)
        );

    private DateTime On(int weekdaysAgo) => time.At(time.WeekdayAgo(weekdaysAgo), 15, 20);

    private Guid Who(string name) => people[name].Id;
}
