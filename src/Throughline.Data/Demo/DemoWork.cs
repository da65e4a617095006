using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Data.Demo;

/// <summary>The numbers of Lincoln's to-dos, by what they show.</summary>
public static class DemoToDos
{
    /// <summary>Past its day; <c>member@</c> carries it.</summary>
    public const int Overdue = 1;

    /// <summary>Open; <c>facilitator@</c> carries it.</summary>
    public const int Open = 2;

    /// <summary>Done.</summary>
    public const int Done = 3;

    /// <summary>Dropped, with a reason.</summary>
    public const int Dropped = 4;
}

/// <summary>The numbers of Lincoln's rocks, by what they show.</summary>
public static class DemoRocks
{
    /// <summary>On track; <c>member@</c> carries it.</summary>
    public const int OnTrack = 1;

    /// <summary>Off track, with what is in the way; <c>facilitator@</c> carries it.</summary>
    public const int OffTrack = 2;

    /// <summary>Done.</summary>
    public const int Done = 3;

    /// <summary>Nearly over, given more time once.</summary>
    public const int NearlyOver = 4;
}

/// <summary>The numbers of Lincoln's decisions, by where they stand.</summary>
public static class DemoDecisions
{
    /// <summary>Decided by consensus.</summary>
    public const int Consensus = 1;

    /// <summary>Decided against the team's advice.</summary>
    public const int AgainstAdvice = 2;

    /// <summary>Withdrawn.</summary>
    public const int Withdrawn = 3;

    /// <summary>Hands are shown, with a block and concerns.</summary>
    public const int Shown = 4;

    /// <summary>Hands are asked for; <c>member@</c> has raised none yet.</summary>
    public const int HandsOpen = 5;

    /// <summary>Proposed by <c>member@</c>.</summary>
    public const int Proposed = 6;

    /// <summary>Hands are asked for, in secret; none is up yet.</summary>
    public const int Secret = 7;

    /// <summary>Decided; it touches the team of <c>teacher@</c>.</summary>
    public const int OfGrade4 = 8;

    /// <summary>Decided; it touches a team that <c>teacher@</c> is not in.</summary>
    public const int OfKindergarten = 9;
}

/// <summary>
/// What Lincoln's team carries and decides: to-dos, rocks and decisions in every state, hanging on one line: action step,
/// rock, decision, to-do.
/// </summary>
internal sealed partial class DemoWork(
    ThroughlineDb db,
    DemoTime time,
    DemoPeople people,
    Unit school,
    SchoolCalendar calendar
)
{
    private const string Leader = "Marisol Vega";
    private const string Facilitator = "Dana Whitehorse";
    private const string Member = "Theo Lindqvist";

    private int toDos;
    private int rocks;
    private int decisions;

    /// <summary>Plays it: what hangs on the first of the team's action steps, and what stands alone.</summary>
    /// <param name="step">The action step on which a rock hangs.</param>
    /// <param name="sitting">Who sits on the ILT.</param>
    /// <param name="unspoken">The program nobody speaks for.</param>
    public void Add(ActionStep step, IReadOnlyList<Guid> sitting, InstructionalTeam unspoken)
    {
        var walks = AddRocks(step);
        var told = AddDecisions(walks, sitting, unspoken);
        AddToDos(told, walks);
    }

    private void AddToDos(Decision told, Rock walks)
    {
        ToDo(
            told,
            Member,
            "Tell the Grade 4 team about the look-fors, and bring back what they ask",
            8,
            time.WeekdayAgo(2)
        );
        ToDo(
            told,
            Facilitator,
            "Put the dates of the next three walks on the calendar",
            8,
            time.WeekdayAhead(2)
        );
        var done = ToDo(
            null,
            "Luis Carranza",
            "Print the norms large enough to read from the back",
            20,
            time.WeekdayAgo(9)
        );
        var dropped = ToDo(
            null,
            "Kwame Mensah",
            "Ask two other schools for their meeting calendar",
            20,
            time.WeekdayAgo(6)
        );
        (string Owner, string What, DateOnly Due)[] more =
        [
            (
                "Hannah Moskowitz",
                "Collect what Kindergarten needs for the walks",
                time.WeekdayAhead(1)
            ),
            ("Tom Eriksen", "Find a room for the talk after each walk", time.WeekdayAhead(4)),
            (
                "Gloria Petrenko",
                "Draft three questions to ask students during a walk",
                time.WeekdayAgo(1)
            ),
            (
                "Thuy Pham",
                "Say how the look-fors sound for students who learn English",
                time.WeekdayAhead(5)
            ),
            ("Eileen Murphy", "Check the walks against the support schedule", time.WeekdayAhead(6)),
            (
                Leader,
                "Ask the district for a substitute on the day of the second walk",
                time.WeekdayAhead(3)
            ),
            (
                "Ben Yazzie",
                "Write down what Grade 5 tried after the first walk",
                time.WeekdayAhead(8)
            ),
            (
                "Desmond Achebe",
                "Move the fire drill off the morning of the second walk",
                time.WeekdayAhead(2)
            ),
        ];
        foreach (var (owner, what, due) in more)
        {
            ToDo(walks, owner, what, 5, due);
        }

        done.Move(WorkStatus.Done, Who("Luis Carranza"), time.Ago(12, 16)).OrThrow();
        done.Note("They hang beside the clock.", Who("Luis Carranza"), time.Ago(12, 16)).OrThrow();
        dropped
            .Drop(
                "The district sends us its list next month.",
                Who("Kwame Mensah"),
                time.Ago(7, 15)
            )
            .OrThrow();
    }

    private Rock AddRocks(ActionStep step)
    {
        var walks = Rock(
            step,
            Member,
            "Every grade has had a learning walk and talked about it",
            "We mean the same by “student talk” only when we have seen the same lessons.",
            30,
            time.WeekdayAhead(20),
            [
                "Look-fors agreed",
                "First walk, Grade 2",
                "Walks in all grades",
                "What we learned is told",
            ]
        );
        var schedule = StarterRock.All[0];
        var master = Rock(
            null,
            Facilitator,
            schedule.Title,
            schedule.Why,
            24,
            time.WeekdayAhead(26),
            schedule.Milestones
        );
        var meetings = Rock(
            null,
            "Desmond Achebe",
            "Give each teacher forty minutes of meetings a week back",
            StarterRock.All[1].Why,
            60,
            time.WeekdayAgo(8),
            ["All meetings are listed", "Overlaps are marked", "The new week has run"]
        );
        var phonics = Rock(
            null,
            "Gloria Petrenko",
            "Grades 1 and 2 use the same phonics routine",
            "Students who move from one room to the other lose weeks.",
            50,
            time.WeekdayAgo(1),
            ["The routine is written", "Each room has tried it"]
        );

        Reach(walks, 2, 15);
        walks
            .Check(true, "Two of six walks are done.", null, Who(Member), time.Ago(5, 15))
            .OrThrow();
        Reach(master, 1, 12);
        master.Check(true, null, null, Who(Facilitator), time.Ago(12, 15)).OrThrow();
        master
            .Check(
                false,
                "Two teams have not said what the schedule must protect, and the drafts wait for them.",
                null,
                Who(Facilitator),
                time.Ago(4, 15)
            )
            .OrThrow();
        Reach(meetings, 3, 14);
        meetings.Move(WorkStatus.Done, Who("Desmond Achebe"), time.Ago(13, 16)).OrThrow();
        Reach(phonics, 1, 20);
        phonics
            .Extend(time.WeekdayAhead(3), "The storm took two weeks.", Who(Leader), time.Ago(10, 9))
            .OrThrow();
        phonics
            .Check(true, "One room is left.", null, Who("Gloria Petrenko"), time.Ago(3, 15))
            .OrThrow();
        return walks;
    }

    private void Reach(Rock rock, int many, int daysAgo)
    {
        foreach (var milestone in rock.Milestones.Take(many))
        {
            rock.Reach(milestone.Id, true, time.Ago(daysAgo--, 14)).OrThrow();
        }
    }

    private Rock Rock(
        ILinkable? origin,
        string owner,
        string what,
        string why,
        int daysAgo,
        DateOnly last,
        IReadOnlyList<string> milestones
    )
    {
        var now = time.Ago(daysAgo, 16);
        var rock = Domain
            .Work.Rock.Begin(
                school,
                ++rocks,
                new WorkPlan(what, why, Owner(owner), last),
                milestones,
                calendar,
                Who(Facilitator),
                time.Today.AddDays(-daysAgo),
                now
            )
            .Value;
        return Keep(rock, origin, now);
    }

    private ToDo ToDo(ILinkable? origin, string owner, string what, int daysAgo, DateOnly due)
    {
        var now = time.Ago(daysAgo, 16);
        var toDo = Domain
            .Work.ToDo.Add(
                school,
                ++toDos,
                new WorkPlan(what, null, Owner(owner), due),
                null,
                Who(Facilitator),
                time.Today.AddDays(-daysAgo),
                now
            )
            .Value;
        return Keep(toDo, origin, now);
    }

    private T Keep<T>(T thing, ILinkable? origin, DateTime now)
        where T : class, ILinkable
    {
        db.Add(thing);
        if (origin is not null)
        {
            db.Add(ThingLink.CameFrom(thing, origin, now));
        }

        return thing;
    }

    private WorkOwner Owner(string name) => new(Who(name), name, true, false);

    private Guid Who(string name) => people[name].Id;
}
