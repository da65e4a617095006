using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Domain.Teams;

/// <summary>In which capacity someone sits on an ILT (seed 002, “ILT Membership”).</summary>
public enum SeatKind
{
    /// <summary>Leads the school, or the district for its ILT.</summary>
    Leader = 1,

    /// <summary>Another administrator.</summary>
    Administrator = 2,

    /// <summary>Instructional coach.</summary>
    Coach = 3,

    /// <summary>Speaks for an instructional team or a program.</summary>
    Representative = 4,
}

/// <summary>How an ILT's size stands to the preferred one (seed 002, “ILT Membership”).</summary>
public enum IltSize
{
    /// <summary>Fewer than 8.</summary>
    Small = 1,

    /// <summary>8 to 15.</summary>
    Preferred = 2,

    /// <summary>16 or more.</summary>
    Large = 3,
}

/// <summary>How far the term of a seat is.</summary>
public enum TermState
{
    /// <summary>No last day is set.</summary>
    Unset = 0,

    /// <summary>It goes on.</summary>
    Running = 1,

    /// <summary>It ends within 60 days.</summary>
    EndsSoon = 2,

    /// <summary>Its last day is over; the member sits on until someone ends the membership.</summary>
    Over = 3,
}

/// <summary>
/// A unit's Instructional Leadership Team. Membership is given in the app, never by a roster. 8–15 members are
/// preferred and 20 or more refused, unless the district raised this ILT's limit (seed 002).
/// </summary>
public sealed partial class Ilt : IDistrictOwned, IVersioned
{
    /// <summary>Fewest members of the preferred size (seed 002).</summary>
    public const int PreferredFewest = 8;

    /// <summary>Most members of the preferred size (seed 002).</summary>
    public const int PreferredMost = 15;

    /// <summary>The group should be fewer than 20 (seed 002).</summary>
    public const int Most = 19;

    private readonly List<IltMembership> memberships = [];

    private Ilt() { }

    /// <summary>Identity of the ILT.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The school or district whose ILT it is. A unit has one.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>When it was formed, UTC.</summary>
    public DateTime FormedAt { get; private set; }

    /// <summary>Current and former memberships.</summary>
    public IReadOnlyList<IltMembership> Memberships => memberships;

    /// <summary>Who sits on the team now.</summary>
    public IEnumerable<IltMembership> Sitting => memberships.Where(m => m.Until is null);

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>How a number of members stands to the preferred size.</summary>
    public static IltSize SizeOf(int members) =>
        members < PreferredFewest ? IltSize.Small
        : members <= PreferredMost ? IltSize.Preferred
        : IltSize.Large;

    /// <summary>Forms a unit's ILT, without members yet.</summary>
    public static Ilt Form(Unit unit, DateTime now) =>
        new()
        {
            Id = Ids.New(now),
            DistrictId = unit.DistrictId,
            UnitId = unit.Id,
            FormedAt = now,
        };

    /// <summary>
    /// Gives a person a seat. Refused for a person who sits on the team already, for a representative who speaks for
    /// nobody, and when the team would have 20 members, or more than its raised limit.
    /// </summary>
    /// <param name="personId">Who.</param>
    /// <param name="kind">In which capacity.</param>
    /// <param name="speaksForTeamId">The instructional team or program they represent; others may have one too.</param>
    /// <param name="now">Now, UTC.</param>
    public Result<IltMembership> Seat(
        Guid personId,
        SeatKind kind,
        Guid? speaksForTeamId,
        DateTime now
    )
    {
        if (SeatOf(personId) is not null)
        {
            return Result.Refused<IltMembership>(
                "This person sits on the ILT already.",
                "PersonId"
            );
        }

        var check = Check(kind, speaksForTeamId);
        if (!check.IsOk)
        {
            return check.Refusal!;
        }

        if (Sitting.Count() >= Limit)
        {
            return Result.Refused<IltMembership>(WhyFull, "PersonId");
        }

        var membership = new IltMembership(this, personId, kind, speaksForTeamId, now);
        memberships.Add(membership);
        return Result.Ok(membership);
    }

    /// <summary>
    /// Changes in which capacity a member sits on the team and whom they speak for. The history shows both: the former
    /// membership ends and a new one begins. Refused for someone who does not sit on the team and for a representative
    /// who speaks for nobody; nothing happens when nothing is different.
    /// </summary>
    public Result ChangeSeat(Guid personId, SeatKind kind, Guid? speaksForTeamId, DateTime now)
    {
        var seat = SeatOf(personId);
        if (seat is null)
        {
            return Result.Refused(NotSitting);
        }

        var check = Check(kind, speaksForTeamId);
        if (!check.IsOk || (seat.Kind == kind && seat.SpeaksForTeamId == speaksForTeamId))
        {
            return check;
        }

        var facilitates = seat.Facilitates;
        seat.End(now);
        memberships.Add(
            new IltMembership(this, personId, kind, speaksForTeamId, now)
            {
                Facilitates = facilitates,
                TermEndsOn = seat.TermEndsOn,
            }
        );
        return Result.Ok();
    }

    /// <summary>Ends a membership; it stays in the history. Refused for someone who does not sit on the team.</summary>
    public Result EndMembership(Guid personId, DateTime now)
    {
        var seat = SeatOf(personId);
        if (seat is null)
        {
            return Result.Refused(NotSitting);
        }

        seat.End(now);
        return Result.Ok();
    }

    /// <summary>
    /// Sets the last day of a member's term, or none. Refused for someone who does not sit on the team and for a day gone
    /// by, unless it stays as it was.
    /// </summary>
    /// <param name="personId">Who.</param>
    /// <param name="lastDay">Last day, included; null for none.</param>
    /// <param name="today">The day it is in the unit's time zone.</param>
    public Result SetTerm(Guid personId, DateOnly? lastDay, DateOnly today)
    {
        var seat = SeatOf(personId);
        if (seat is null)
        {
            return Result.Refused(NotSitting);
        }

        if (lastDay < today && lastDay != seat.TermEndsOn)
        {
            return Result.Refused(
                "That day has gone by. Choose today or a later day, or end the membership.",
                "TermEndsOn"
            );
        }

        seat.TermEndsOn = lastDay;
        return Result.Ok();
    }

    /// <summary>Names who facilitates for now, or nobody; roles rotate (seed 002). Refused for someone who is not a member.</summary>
    public Result LetFacilitate(Guid? personId)
    {
        if (personId is { } id && SeatOf(id) is null)
        {
            return Result.Refused("Only a member of the ILT can facilitate.", "PersonId");
        }

        memberships.ForEach(m => m.Facilitates = m.Until is null && m.PersonId == personId);
        return Result.Ok();
    }

    private const string NotSitting = "This person does not sit on the ILT any more.";

    private IltMembership? SeatOf(Guid personId) =>
        memberships.Find(m => m.PersonId == personId && m.Until is null);

    private static Result Check(SeatKind kind, Guid? speaksForTeamId) =>
        !Enum.IsDefined(kind)
            ? Result.Refused("Choose in which capacity this person sits on the ILT.", "Kind")
        : kind == SeatKind.Representative && speaksForTeamId is null
            ? Result.Refused(
                "Choose the instructional team or program this representative speaks for.",
                "SpeaksForTeamId"
            )
        : Result.Ok();
}

/// <summary>A person's seat on an ILT, from a day to a day.</summary>
public sealed class IltMembership : IDistrictOwned
{
    /// <summary>A term that ends within so many days ends soon: time enough to find who comes next.</summary>
    public const int EndsSoonDays = 60;

    private IltMembership() { }

    internal IltMembership(
        Ilt ilt,
        Guid personId,
        SeatKind kind,
        Guid? speaksForTeamId,
        DateTime now
    )
    {
        Id = Ids.New(now);
        DistrictId = ilt.DistrictId;
        IltId = ilt.Id;
        UnitId = ilt.UnitId;
        PersonId = personId;
        Kind = kind;
        SpeaksForTeamId = speaksForTeamId;
        Since = now;
    }

    /// <summary>Identity of the membership.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The ILT.</summary>
    public Guid IltId { get; private set; }

    /// <summary>The ILT's unit, kept here so that access is found without a join.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>Who.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>In which capacity.</summary>
    public SeatKind Kind { get; private set; }

    /// <summary>The instructional team or program they speak for.</summary>
    public Guid? SpeaksForTeamId { get; private set; }

    /// <summary>True for who facilitates for now.</summary>
    public bool Facilitates { get; internal set; }

    /// <summary>Since when, UTC.</summary>
    public DateTime Since { get; private set; }

    /// <summary>Until when, UTC; null while they sit on the team.</summary>
    public DateTime? Until { get; private set; }

    /// <summary>Last day of the term, included, in the unit's time zone; null when none is set. The membership does not end by itself.</summary>
    public DateOnly? TermEndsOn { get; internal set; }

    /// <summary>How far a term is.</summary>
    /// <param name="lastDay">Its last day, if one is set.</param>
    /// <param name="today">The day it is in the unit's time zone.</param>
    public static TermState TermOn(DateOnly? lastDay, DateOnly today) =>
        lastDay is not { } last ? TermState.Unset
        : last < today ? TermState.Over
        : last.DayNumber - today.DayNumber <= EndsSoonDays ? TermState.EndsSoon
        : TermState.Running;

    internal void End(DateTime now)
    {
        Until = now;
        Facilitates = false;
    }
}
