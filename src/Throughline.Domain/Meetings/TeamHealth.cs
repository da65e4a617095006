using Throughline.Domain.Shared;

namespace Throughline.Domain.Meetings;

/// <summary>What a team's health over some time is worked out from.</summary>
/// <param name="Held">The meetings that were held, in order.</param>
/// <param name="NotHeld">Meetings of that time that were planned and called off, or that nobody started.</param>
/// <param name="Rhythm">How often and how long the team meets; null before it said so.</param>
/// <param name="Told">Of the teams that were to be told in that time: how many, and how many were told in time.</param>
/// <param name="Today">The day it is where the unit is.</param>
public sealed record HealthPeriod(
    IReadOnlyList<MeetingSummary> Held,
    int NotHeld,
    MeetingRhythm? Rhythm,
    (int Teams, int InTime) Told,
    DateOnly Today
);

/// <summary>
/// How a team works, worked out from what its meetings record and judged against the marks of effective teams (seed 002,
/// “Characteristics of effective ILTs”; seed 003, “Potential pitfalls”) at the rhythm that the team adopted: every two weeks
/// for 90 minutes or every week for 60, both count.
/// </summary>
public sealed class TeamHealth
{
    /// <summary>Fewest meetings of which a figure is made.</summary>
    public const int FewestMeetings = 3;

    /// <summary>Minutes of a meeting every two weeks (seed 002).</summary>
    public const int MinutesOfTwoWeeks = 90;

    /// <summary>Minutes of a meeting every week, and minutes a week for instruction (seed 003).</summary>
    public const int MinutesOfAWeek = 60;

    /// <summary>Minutes by which a meeting may be shorter than its mark: a team that ends early is not a brief one.</summary>
    public const int MinutesShort = 5;

    private readonly HealthPeriod period;
    private readonly IReadOnlyList<MeetingSummary> held;

    private TeamHealth(HealthPeriod period)
    {
        (this.period, held) = (period, period.Held);
        Figures =
        [
            Cadence(),
            Length(),
            Share(FigureKind.OnTime, 80),
            Roles(),
            Share(FigureKind.NextAgenda, 80),
            FromTeachers(),
            Instruction(),
            Share(FigureKind.FollowUp, 80),
            Share(FigureKind.Owned, 80),
            Told(),
            Share(FigureKind.CarriedBeyond, 20),
            Share(FigureKind.LedByMembers, 50),
        ];
    }

    /// <summary>All figures, in the order in which they are read.</summary>
    public IReadOnlyList<HealthFigure> Figures { get; }

    /// <summary>How many meetings were held.</summary>
    public int Meetings => held.Count;

    /// <summary>People who had a role in a meeting.</summary>
    public int RoleHolders => Holders().Distinct().Count();

    /// <summary>True when nobody had the same role in more than half of the meetings.</summary>
    public bool RolesGoRound =>
        Turns(s => s.FacilitatorId) && Turns(s => s.RecorderId) && Turns(s => s.TimekeeperId);

    /// <summary>One of the figures.</summary>
    public HealthFigure this[FigureKind kind] => Figures.Single(f => f.Kind == kind);

    /// <summary>Works it out.</summary>
    public static TeamHealth Of(HealthPeriod period) => new(period);

    /// <summary>The least share, in percent, at which a figure meets its mark; null for those that are no share. The marks say “often” and “regularly”; the numbers are ours.</summary>
    public static int? LeastPercent(FigureKind kind) =>
        kind switch
        {
            FigureKind.Cadence
            or FigureKind.OnTime
            or FigureKind.Roles
            or FigureKind.NextAgenda
            or FigureKind.FollowUp
            or FigureKind.Owned
            or FigureKind.TeamsTold => 80,
            FigureKind.FromTeachers => 33,
            FigureKind.CarriedBeyond => 20,
            FigureKind.LedByMembers => 50,
            FigureKind.Length or FigureKind.Instruction => null,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>What a meeting adds to a figure; nothing to those that are not made of meetings.</summary>
    /// <param name="kind">Which figure.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="today">The day it is: what is to be done by then or later counts neither way.</param>
    public static MeetingPart PartOf(FigureKind kind, MeetingSummary meeting, DateOnly today) =>
        kind switch
        {
            FigureKind.Cadence => new(1, 1),
            FigureKind.Length => new(meeting.Minutes, 1),
            FigureKind.Instruction => new(meeting.InstructionalMinutes, 1),
            FigureKind.OnTime => new(meeting.IsOnTime ? 1 : 0, 1),
            FigureKind.Roles => new(meeting.HasAllRoles ? 1 : 0, 1),
            FigureKind.NextAgenda => new(meeting.BeganNextAgenda ? 1 : 0, 1),
            FigureKind.LedByMembers => new(meeting.IsLedByMember ? 1 : 0, 1),
            FigureKind.FromTeachers => new(meeting.FromTeachers, meeting.Items),
            FigureKind.Owned => new(meeting.Owned, meeting.Decisions),
            FigureKind.CarriedBeyond => new(meeting.CarriedBeyond, meeting.Carried),
            FigureKind.FollowUp => new(
                meeting.FollowUps.Where(f => f.DueOn < today).Sum(f => f.InTime),
                meeting.FollowUps.Where(f => f.DueOn < today).Sum(f => f.Given)
            ),
            FigureKind.TeamsTold => new(0, 0),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>
    /// True where a figure over these meetings would show what one person brought, or leave it to be found: representatives
    /// or the others were only one.
    /// </summary>
    public static bool ShowsOnePerson(IEnumerable<MeetingSummary> meetings) =>
        meetings.Any(m => m.TeacherSeats == 1 || m.OtherSeats == 1);

    private HealthFigure Cadence()
    {
        var planned = held.Count + period.NotHeld;
        return new(
            FigureKind.Cadence,
            planned < FewestMeetings ? FigureState.TooEarly
                : period.Rhythm is not { } rhythm ? FigureState.NoRhythm
                : Judge(IsOftenEnough(rhythm) && held.Count * 100 >= planned * 80),
            held.Count,
            planned
        );
    }

    private HealthFigure Length()
    {
        var minutes = Average(s => s.Minutes);
        return new(
            FigureKind.Length,
            StateOf(minutes >= MarkOfLength - MinutesShort),
            minutes,
            MarkOfLength
        );
    }

    private HealthFigure Roles()
    {
        var named = held.Count(s => s.HasAllRoles);
        return new(
            FigureKind.Roles,
            StateOf(named * 100 >= held.Count * 80 && RolesGoRound),
            named,
            held.Count
        );
    }

    private HealthFigure FromTeachers() =>
        held.Count >= FewestMeetings && ShowsOnePerson(held)
            ? new(FigureKind.FromTeachers, FigureState.Hidden, 0, 0)
            : Share(FigureKind.FromTeachers, LeastPercent(FigureKind.FromTeachers)!.Value);

    private HealthFigure Instruction()
    {
        var weeks = (held.Count + period.NotHeld) * WeeksOfAMeeting;
        var minutes =
            weeks == 0 ? 0 : (int)Math.Round(held.Sum(s => s.InstructionalMinutes) / weeks);
        var mark = MeetsEveryWeek ? MinutesOfAWeek : MinutesOfTwoWeeks / 2;
        return new(
            FigureKind.Instruction,
            held.Count >= FewestMeetings && period.Rhythm is null
                ? FigureState.NoRhythm
                : StateOf(minutes >= mark - (MinutesShort / (MeetsEveryWeek ? 1 : 2))),
            minutes,
            mark
        );
    }

    private HealthFigure Told()
    {
        var (teams, inTime) = period.Told;
        return new(
            FigureKind.TeamsTold,
            teams == 0 ? FigureState.Nothing : Judge(inTime * 100 >= teams * 80),
            inTime,
            teams
        );
    }

    private HealthFigure Share(FigureKind kind, int least)
    {
        var parts = held.Select(s => PartOf(kind, s, period.Today)).ToList();
        var (good, of) = (parts.Sum(p => p.Good), parts.Sum(p => p.Of));
        return new(
            kind,
            held.Count >= FewestMeetings && of == 0
                ? FigureState.Nothing
                : StateOf(good * 100 >= of * least),
            good,
            of
        );
    }

    private FigureState StateOf(bool met) =>
        held.Count < FewestMeetings ? FigureState.TooEarly : Judge(met);

    private static FigureState Judge(bool met) => met ? FigureState.Met : FigureState.NotYet;

    private bool MeetsEveryWeek => period.Rhythm is { EveryWeeks: 1 };

    private double WeeksOfAMeeting =>
        period.Rhythm is { } rhythm ? (double)rhythm.EveryWeeks / rhythm.Days.Count : 2;

    private int MarkOfLength => MeetsEveryWeek ? MinutesOfAWeek : MinutesOfTwoWeeks;

    private static bool IsOftenEnough(MeetingRhythm rhythm) =>
        rhythm.Minutes >= (rhythm.EveryWeeks == 1 ? MinutesOfAWeek : MinutesOfTwoWeeks);

    private int Average(Func<MeetingSummary, int> of) =>
        held.Count == 0 ? 0 : (int)Math.Round(held.Average(of));

    private bool Turns(Func<MeetingSummary, Guid?> role) =>
        !held.Select(role).OfType<Guid>().GroupBy(id => id).Any(g => g.Count() * 2 > held.Count);

    private IEnumerable<Guid> Holders() =>
        held.SelectMany(s => new[] { s.FacilitatorId, s.RecorderId, s.TimekeeperId })
            .OfType<Guid>();
}
