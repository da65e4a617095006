using Throughline.Domain.Shared;
using Throughline.Domain.Teams;
using Throughline.Domain.Work;

namespace Throughline.Domain.Meetings;

/// <summary>
/// What one meeting that was held says about how the team works (product A6 and M11; seeds 002 and 003): a row a meeting, made
/// when it ends and made anew when something it counts changes later. It says nothing about today.
/// </summary>
public sealed class MeetingSummary : IDistrictOwned, INotAudited
{
    /// <summary>Who begins no later than this many minutes after the time that was said begins on time.</summary>
    public const int GraceMinutes = Meeting.GraceMinutes;

    private readonly List<FollowUp> followUps = [];

    private MeetingSummary() { }

    /// <summary>The meeting.</summary>
    public Guid MeetingId { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The unit whose ILT met.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The meeting's number.</summary>
    public int Number { get; private set; }

    /// <summary>Its day, where the unit is.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>How long it lasted, in minutes.</summary>
    public int Minutes { get; private set; }

    /// <summary>Minutes of it that went to instruction: all but those of items marked as not instructional.</summary>
    public int InstructionalMinutes { get; private set; }

    /// <summary>Whole minutes by which it began later than was said; 0 where it began early.</summary>
    public int MinutesLate { get; private set; }

    /// <summary>True when it began on time.</summary>
    public bool IsOnTime { get; private set; }

    /// <summary>Who facilitated; null for nobody.</summary>
    public Guid? FacilitatorId { get; private set; }

    /// <summary>Who recorded; null for nobody.</summary>
    public Guid? RecorderId { get; private set; }

    /// <summary>Who kept the time; null for nobody.</summary>
    public Guid? TimekeeperId { get; private set; }

    /// <summary>True when facilitator, recorder and timekeeper were all named.</summary>
    public bool HasAllRoles { get; private set; }

    /// <summary>True when someone facilitated who sits on the team neither as its leader nor as a coach.</summary>
    public bool IsLedByMember { get; private set; }

    /// <summary>True when the team was at the next agenda before it went.</summary>
    public bool BeganNextAgenda { get; private set; }

    /// <summary>Items on its agenda.</summary>
    public int Items { get; private set; }

    /// <summary>Those of them that representatives brought.</summary>
    public int FromTeachers { get; private set; }

    /// <summary>Decisions proposed at it that were taken.</summary>
    public int Decisions { get; private set; }

    /// <summary>Those of them of which someone carries something.</summary>
    public int Owned { get; private set; }

    /// <summary>What came out of it for someone to do: to-dos, action steps and rocks.</summary>
    public int Carried { get; private set; }

    /// <summary>What of it is carried by people who did not sit on the ILT then.</summary>
    public int CarriedBeyond { get; private set; }

    /// <summary>Seats, items, decisions and work by seat and team, without a name.</summary>
    public IReadOnlyList<VoiceCount> Voices { get; private set; } = [];

    /// <summary>What came out of it, by the day by which it is to be done.</summary>
    public IReadOnlyList<FollowUp> FollowUps => followUps;

    /// <summary>Representatives who sat on the team.</summary>
    public int TeacherSeats { get; private set; }

    /// <summary>Others who sat on the team.</summary>
    public int OtherSeats { get; private set; }

    /// <summary>Sums up a meeting that is over.</summary>
    /// <param name="meeting">The meeting, with items and roles.</param>
    /// <param name="zone">The unit's time zone.</param>
    /// <param name="seats">All memberships of the unit's ILT, former ones among them.</param>
    /// <param name="work">What came out of it.</param>
    /// <param name="decisions">What was decided of what was proposed at it, and whether someone carries something of it.</param>
    /// <exception cref="InvalidOperationException">The meeting is not over.</exception>
    public static MeetingSummary Of(
        Meeting meeting,
        TimeZoneInfo zone,
        IReadOnlyCollection<IltMembership> seats,
        IReadOnlyCollection<CarriedWork> work,
        IReadOnlyCollection<(Decision Decision, bool IsOwned)> decisions
    )
    {
        if (meeting is not { State: MeetingState.Ended, StartedAt: { } began, EndedAt: { } ended })
        {
            throw new InvalidOperationException("Only a meeting that is over is summed up.");
        }

        var minutes = (int)Math.Round((ended - began).TotalMinutes);
        var late = (began - meeting.StartUtc(zone)).TotalMinutes;
        var taken = decisions.Where(d => d.Decision.Status == DecisionStatus.Decided).ToList();
        var facilitator = meeting.HolderOf(MeetingRoleKind.Facilitator);
        var (recorder, timekeeper) = (
            meeting.HolderOf(MeetingRoleKind.Recorder),
            meeting.HolderOf(MeetingRoleKind.Timekeeper)
        );
        var summary = new MeetingSummary
        {
            MeetingId = meeting.Id,
            DistrictId = meeting.DistrictId,
            UnitId = meeting.UnitId,
            Number = meeting.Number,
            Day = meeting.Day,
            Minutes = minutes,
            InstructionalMinutes = Math.Max(
                0,
                minutes - ((meeting.SecondsNotInstructional + 30) / 60)
            ),
            MinutesLate = Math.Max(0, (int)late),
            IsOnTime = late <= GraceMinutes,
            FacilitatorId = facilitator,
            RecorderId = recorder,
            TimekeeperId = timekeeper,
            HasAllRoles = facilitator is not null && recorder is not null && timekeeper is not null,
            IsLedByMember =
                facilitator is { } leads
                && SeatOf(leads, began, seats)
                    is { Kind: SeatKind.Representative or SeatKind.Administrator },
            BeganNextAgenda = meeting.Sections.Any(s =>
                s is { Kind: SectionKind.NextAgenda, State: StopState.Done }
            ),
            Items = meeting.Items.Count,
            FromTeachers = meeting.Items.Count(i =>
                SeatOf(i.BroughtById, began, seats) is { Kind: SeatKind.Representative }
            ),
            Decisions = taken.Count,
            Owned = taken.Count(d => d.IsOwned),
        };
        summary.Count(meeting, zone, seats, work, taken.ConvertAll(d => d.Decision));
        return summary;
    }

    private void Count(
        Meeting meeting,
        TimeZoneInfo zone,
        IReadOnlyCollection<IltMembership> seats,
        IReadOnlyCollection<CarriedWork> work,
        List<Decision> taken
    )
    {
        var began = meeting.StartedAt!.Value;
        var given = work.Select(w => (Work: w, EndedOn: DayOf(w.EndedAt, zone)))
            // What the team gave up in time was not to be done any more; later, it stays counted.
            .Where(w => w.Work.Status != WorkStatus.Dropped || w.EndedOn > w.Work.DueOn)
            .ToList();
        Carried = given.Count;
        CarriedBeyond = given.Count(w => SeatOf(w.Work.OwnerId, w.Work.AddedAt, seats) is null);
        followUps.AddRange(
            given
                .GroupBy(w => w.Work.DueOn)
                .OrderBy(g => g.Key)
                .Select(g => new FollowUp(
                    this,
                    g.Key,
                    g.Count(),
                    g.Count(w => w.Work.Status == WorkStatus.Done && w.EndedOn <= g.Key)
                ))
        );
        Voices =
        [
            .. seats
                .Where(s => s.Since <= began && !(s.Until <= began))
                .Select(s => new VoiceCount(s.Kind, s.SpeaksForTeamId, Seats: 1))
                .Concat(
                    Said(
                        meeting.Items.Select(i => (i.BroughtById, began)),
                        seats,
                        v => v with { Raised = 1 }
                    )
                )
                .Concat(
                    Said(
                        taken.Select(d => (d.ProposedById, d.ProposedAt)),
                        seats,
                        v => v with { Proposed = 1 }
                    )
                )
                .Concat(
                    Said(
                        given.Select(w => (w.Work.OwnerId, w.Work.AddedAt)),
                        seats,
                        v => v with { Carried = 1 }
                    )
                )
                .GroupBy(v => (v.Seat, v.TeamId))
                .OrderBy(g => g.Key.Seat)
                .ThenBy(g => g.Key.TeamId)
                .Select(g => new VoiceCount(
                    g.Key.Seat,
                    g.Key.TeamId,
                    g.Sum(v => v.Seats),
                    g.Sum(v => v.Raised),
                    g.Sum(v => v.Proposed),
                    g.Sum(v => v.Carried)
                )),
        ];
        TeacherSeats = Voices.Where(v => v.Seat == SeatKind.Representative).Sum(v => v.Seats);
        OtherSeats = Voices.Sum(v => v.Seats) - TeacherSeats;
    }

    // Who does not sit on the team has no seat whose voice it could be.
    private static IEnumerable<VoiceCount> Said(
        IEnumerable<(Guid Person, DateTime At)> acts,
        IReadOnlyCollection<IltMembership> seats,
        Func<VoiceCount, VoiceCount> one
    ) =>
        acts.Select(a => SeatOf(a.Person, a.At, seats))
            .OfType<IltMembership>()
            .Select(s => one(new VoiceCount(s.Kind, s.SpeaksForTeamId)));

    private static IltMembership? SeatOf(
        Guid person,
        DateTime at,
        IReadOnlyCollection<IltMembership> seats
    ) =>
        seats
            .Where(s => s.PersonId == person && s.Since <= at && !(s.Until <= at))
            .MaxBy(s => s.Since);

    private static DateOnly? DayOf(DateTime? at, TimeZoneInfo zone) =>
        at is { } moment
            ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(moment, zone))
            : null;
}

/// <summary>What came out of a meeting to be done by one day: it counts once that day is over, done or not.</summary>
public sealed class FollowUp : IDistrictOwned, INotAudited
{
    private FollowUp() { }

    internal FollowUp(MeetingSummary summary, DateOnly dueOn, int given, int inTime)
    {
        (MeetingId, DistrictId, UnitId) = (summary.MeetingId, summary.DistrictId, summary.UnitId);
        (MeetingDay, DueOn, Given, InTime) = (summary.Day, dueOn, given, inTime);
    }

    /// <summary>The meeting.</summary>
    public Guid MeetingId { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The unit, kept here so that a term is added up without a join.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The meeting's day.</summary>
    public DateOnly MeetingDay { get; private set; }

    /// <summary>The last day on which it is done in time.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>How many to-dos, action steps and rocks.</summary>
    public int Given { get; private set; }

    /// <summary>Those of them that were done by then.</summary>
    public int InTime { get; private set; }
}

/// <summary>What came from one kind of seat at a meeting.</summary>
/// <param name="Seat">The kind of seat.</param>
/// <param name="TeamId">The instructional team or program it speaks for.</param>
/// <param name="Seats">Members who sat there.</param>
/// <param name="Raised">Items they brought.</param>
/// <param name="Proposed">Decisions they proposed that were taken.</param>
/// <param name="Carried">What they carry of what came out of it.</param>
public sealed record VoiceCount(
    SeatKind Seat,
    Guid? TeamId,
    int Seats = 0,
    int Raised = 0,
    int Proposed = 0,
    int Carried = 0
);
