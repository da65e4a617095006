using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Domain.Meetings;

/// <summary>Where a meeting is in its life.</summary>
public enum MeetingState
{
    /// <summary>It is to come.</summary>
    Planned = 1,

    /// <summary>It is being held.</summary>
    InProgress = 2,

    /// <summary>It is over.</summary>
    Ended = 3,

    /// <summary>It was called off.</summary>
    Cancelled = 4,
}

/// <summary>
/// One meeting of a unit's ILT, from the day it is planned to the day it is read again. Its agenda, roles, attendance and
/// notes are its own; what it leads to (to-dos, decisions, issues) lives beyond it.
/// </summary>
public sealed partial class Meeting : ILinkable, IVersioned
{
    private readonly List<AgendaItem> items = [];
    private readonly List<MeetingRole> roles = [];
    private readonly List<Attendance> attendances = [];

    private Meeting() { }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <inheritdoc/>
    public Guid UnitId { get; private set; }

    /// <summary>Its number within the unit: meeting 12. It keeps it wherever it is moved.</summary>
    public int Number { get; private set; }

    /// <summary>The series it belongs to; null for one set by itself.</summary>
    public Guid? SeriesId { get; private set; }

    /// <summary>The day, where the unit is.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>The unit's local time at which it is to start.</summary>
    public TimeOnly StartsAt { get; private set; }

    /// <summary>How long it is to last, in minutes.</summary>
    public int Minutes { get; private set; }

    /// <summary>Where; null when nothing was said.</summary>
    public string? Place { get; private set; }

    /// <summary>A link for who joins from elsewhere; null for none.</summary>
    public string? Link { get; private set; }

    /// <summary>Where it is in its life.</summary>
    public MeetingState State { get; private set; }

    /// <summary>Why it was called off; null while it was not, or when the calendar did it.</summary>
    public string? CancelReason { get; private set; }

    /// <summary>True for a meeting that was moved by hand: a change of the series leaves it where it is.</summary>
    public bool IsException { get; private set; }

    /// <summary>The day that the series gave it; null for a meeting set by itself.</summary>
    public DateOnly? SeriesDay { get; private set; }

    /// <summary>How often calendars were told of a change; iCalendar's SEQUENCE.</summary>
    public int Sequence { get; private set; }

    /// <summary>When the members were invited by mail, UTC; null before.</summary>
    public DateTime? InvitedAt { get; private set; }

    /// <summary>The sections of its agenda; none until the agenda is begun.</summary>
    public IReadOnlyList<AgendaSection> Sections { get; private set; } = [];

    /// <summary>What members bring, in no order.</summary>
    public IReadOnlyList<AgendaItem> Items => items;

    /// <summary>Who has which role.</summary>
    public IReadOnlyList<MeetingRole> Roles => roles;

    /// <summary>Who came and who sent regrets.</summary>
    public IReadOnlyList<Attendance> Attendances => attendances;

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>True once the agenda has its sections.</summary>
    public bool HasAgenda => Sections.Count > 0;

    /// <summary>True when its day has gone by and nobody held it: what members brought comes to the next one.</summary>
    /// <param name="today">The day it is where the unit is.</param>
    public bool WasMissed(DateOnly today) => State == MeetingState.Planned && Day < today;

    /// <summary>Most characters of a reason for calling it off.</summary>
    public const int LongestReason = 300;

    /// <inheritdoc/>
    public ThingFace AsThing() =>
        new(
            ThingKind.Meeting,
            Number,
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"Meeting of {Day:MMMM d, yyyy}"
            ),
            State switch
            {
                MeetingState.Planned => ThingStatus.Open,
                MeetingState.InProgress => ThingStatus.UnderWay,
                MeetingState.Ended => ThingStatus.Done,
                MeetingState.Cancelled => ThingStatus.Dropped,
                _ => throw new InvalidOperationException($"No such state: {State}."),
            }
        );

    /// <summary>
    /// Plans a meeting. Refuses a closed day, times reversed or past midnight, one that overlaps with another meeting of the
    /// unit, and what <see cref="MeetingPlace.Of"/> refuses.
    /// </summary>
    /// <param name="unit">The unit whose ILT meets.</param>
    /// <param name="number">The unit's next number.</param>
    /// <param name="when">Day, time, length and place.</param>
    /// <param name="calendar">The unit's school days.</param>
    /// <param name="others">The unit's meetings around that day.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="seriesId">The series it belongs to.</param>
    public static Result<Meeting> Plan(
        Unit unit,
        int number,
        MeetingTime when,
        SchoolCalendar calendar,
        IEnumerable<Meeting> others,
        DateTime now,
        Guid? seriesId = null
    )
    {
        var meeting = new Meeting
        {
            Id = Ids.New(now),
            DistrictId = unit.DistrictId,
            UnitId = unit.Id,
            Number = number,
            SeriesId = seriesId,
            State = MeetingState.Planned,
        };
        meeting.SeriesDay = seriesId is null ? null : when.Day;
        var set = meeting.Set(when, calendar, others);
        return set.IsOk ? Result.Ok(meeting) : set.Refusal!;
    }

    /// <summary>
    /// Moves it by hand to another day, time or place; a change of the series then leaves it there. The same refusals as
    /// <see cref="Plan"/>, and for a meeting that has begun or was called off. True in the result says that calendars must
    /// be told.
    /// </summary>
    public Result<bool> Move(MeetingTime when, SchoolCalendar calendar, IEnumerable<Meeting> others)
    {
        var moved = MoveTo(when, calendar, others);
        IsException |= moved is { IsOk: true, Value: true };
        return moved;
    }

    /// <summary>Moves it to where its series is now; else as <see cref="Move"/>.</summary>
    internal Result<bool> MoveWithSeries(
        MeetingTime when,
        SchoolCalendar calendar,
        IEnumerable<Meeting> others
    )
    {
        SeriesDay = when.Day;
        return MoveTo(when, calendar, others);
    }

    private Result<bool> MoveTo(
        MeetingTime when,
        SchoolCalendar calendar,
        IEnumerable<Meeting> others
    )
    {
        if (State != MeetingState.Planned)
        {
            return Result.Refused<bool>(
                "Only a meeting that is to come can be moved. Plan another one."
            );
        }

        var before = (Day, StartsAt, Minutes, Place, Link);
        var set = Set(when, calendar, others);
        if (!set.IsOk)
        {
            return set.Refusal!;
        }

        var moved = before != (Day, StartsAt, Minutes, Place, Link);
        Sequence += moved ? 1 : 0;
        return Result.Ok(moved);
    }

    /// <summary>
    /// Calls it off by hand, with a reason; a change of the series then does not bring it back. Refused without a reason, for
    /// a meeting that has begun, and when it was called off before.
    /// </summary>
    public Result CallOff(string? reason)
    {
        if (Text.Clean(reason) is null)
        {
            return Result.Refused("Say why: the members read it in their mail.", "Reason");
        }

        var cancelled = Cancel(reason);
        IsException |= cancelled.IsOk;
        return cancelled;
    }

    internal Result Cancel(string? reason)
    {
        if (State != MeetingState.Planned)
        {
            return Result.Refused(
                State == MeetingState.Cancelled
                    ? "This meeting was called off already."
                    : "This meeting has begun. End it instead."
            );
        }

        var why = Text.Passage(reason, "the reason", LongestReason, "Reason");
        if (!why.IsOk)
        {
            return why.Refusal!;
        }

        (State, CancelReason) = (MeetingState.Cancelled, why.Value);
        Sequence++;
        return Result.Ok();
    }

    /// <summary>The members are invited by mail. False when they were before, and for a meeting that is not to come.</summary>
    public bool Invite(DateTime now)
    {
        if (InvitedAt is not null || State != MeetingState.Planned)
        {
            return false;
        }

        InvitedAt = now;
        return true;
    }

    /// <summary>The moment at which it is to start, UTC. A time that clocks skip counts as the hour after.</summary>
    public DateTime StartUtc(TimeZoneInfo zone) => MomentOf(Day, StartsAt, zone);

    /// <summary>The moment at which it is to end, UTC.</summary>
    public DateTime EndUtc(TimeZoneInfo zone) => StartUtc(zone).AddMinutes(Minutes);

    /// <summary>A local time of a day as UTC. A time that clocks skip counts as the hour after; one that comes twice, as its first.</summary>
    public static DateTime MomentOf(DateOnly day, TimeOnly at, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(at);
        if (zone.IsInvalidTime(local))
        {
            local = local.AddHours(1);
        }

        var offset = zone.IsAmbiguousTime(local)
            ? zone.GetAmbiguousTimeOffsets(local).Max()
            : zone.GetUtcOffset(local);
        return DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
    }

    private Result Set(MeetingTime when, SchoolCalendar calendar, IEnumerable<Meeting> others)
    {
        var length = MeetingRhythm.CheckLength(when.StartsAt, when.Minutes);
        var place = MeetingPlace.Of(when.Place, when.Link);
        if ((length.Refusal ?? place.Refusal) is { } wrong)
        {
            return wrong;
        }

        if (!calendar.IsSchoolDay(when.Day))
        {
            return Result.Refused(
                "There is no school on this day. Choose a school day, or enter it as a make-up day in the calendar.",
                "Day"
            );
        }

        var end = when.StartsAt.ToTimeSpan() + TimeSpan.FromMinutes(when.Minutes);
        var overlap = others.FirstOrDefault(o =>
            o.Id != Id
            && o.State != MeetingState.Cancelled
            && o.Day == when.Day
            && o.StartsAt.ToTimeSpan() < end
            && when.StartsAt.ToTimeSpan()
                < o.StartsAt.ToTimeSpan() + TimeSpan.FromMinutes(o.Minutes)
        );
        if (overlap is not null)
        {
            return Result.Refused(
                $"The team is in meeting {overlap.Number} at that time. Choose another time, or move that one first.",
                "StartsAt"
            );
        }

        (Day, StartsAt, Minutes) = (when.Day, when.StartsAt, when.Minutes);
        (Place, Link) = place.Value;
        return Result.Ok();
    }
}

/// <summary>When and where a meeting is held.</summary>
/// <param name="Day">The day, where the unit is.</param>
/// <param name="StartsAt">Local time.</param>
/// <param name="Minutes">How long, in minutes.</param>
/// <param name="Place">Where.</param>
/// <param name="Link">A link for who joins from elsewhere.</param>
public sealed record MeetingTime(
    DateOnly Day,
    TimeOnly StartsAt,
    int Minutes,
    string? Place = null,
    string? Link = null
);
