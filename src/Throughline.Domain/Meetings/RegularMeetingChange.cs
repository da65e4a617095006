using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Domain.Meetings;

/// <summary>What becomes of a regular meeting. The numbers are stored.</summary>
public enum RegularMeetingChangeKind
{
    /// <summary>It goes into another one.</summary>
    Merged = 1,

    /// <summary>It is held no more.</summary>
    Ended = 2,

    /// <summary>It lasts fewer minutes.</summary>
    Shortened = 3,
}

/// <summary>A proposal about a regular meeting, and what was decided on it.</summary>
public sealed class RegularMeetingChange : IDistrictOwned
{
    /// <summary>How many days ago a change may have begun to hold.</summary>
    public const int LongestAgo = 400;

    private RegularMeetingChange() { }

    internal RegularMeetingChange(
        RegularMeeting meeting,
        ChangePlan plan,
        string reason,
        Guid? into,
        Guid by,
        DateTime now
    )
    {
        Id = Ids.New(now);
        (DistrictId, UnitId, MeetingId) = (meeting.DistrictId, meeting.UnitId, meeting.Id);
        (Kind, Reason, ProposedById, ProposedAt) = (plan.Kind!.Value, reason, by, now);
        if (Kind == RegularMeetingChangeKind.Merged)
        {
            (IntoId, Grows) = (into, plan.Grows.GetValueOrDefault());
        }
        else if (Kind == RegularMeetingChangeKind.Shortened)
        {
            NewMinutes = plan.NewMinutes;
        }
    }

    /// <summary>Identity of the change; sorts by time.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The unit.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The regular meeting.</summary>
    public Guid MeetingId { get; private set; }

    /// <summary>Merged, ended or shortened.</summary>
    public RegularMeetingChangeKind Kind { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The meeting it goes into; null for none.</summary>
    public Guid? IntoId { get; private set; }

    /// <summary>By how many minutes that one grows.</summary>
    public int Grows { get; private set; }

    /// <summary>How long it lasts from then on; null unless it is shortened.</summary>
    public int? NewMinutes { get; private set; }

    /// <summary>Who proposed it.</summary>
    public Guid ProposedById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime ProposedAt { get; private set; }

    /// <summary>The day since which it holds; null while it is a proposal.</summary>
    public DateOnly? Day { get; private set; }

    /// <summary>Who decided, in words; null while it is a proposal.</summary>
    public string? DecidedBy { get; private set; }

    /// <summary>The ILT's decision it follows; null for none.</summary>
    public Guid? DecisionId { get; private set; }

    /// <summary>How long it lasted before; null while it is a proposal.</summary>
    public int? MinutesBefore { get; private set; }

    /// <summary>Its place among what was decided about its meeting, from 1; null while it is a proposal. Two may be of one day.</summary>
    public int? Settling { get; private set; }

    /// <summary>What it gives back in four school weeks, in minutes of people, as counted when it was decided; 0 while it is a proposal.</summary>
    public int PersonMinutes { get; private set; }

    /// <summary>True while it is a proposal.</summary>
    public bool IsOpen => Day is null;

    internal ChangePlan Plan => new(Kind, Reason, NewMinutes, Grows);

    /// <summary>
    /// Minutes of people that it has given back since a day: a school day is a twentieth of four school weeks. 0 for a
    /// proposal, and never below.
    /// </summary>
    /// <param name="calendar">The unit's school days.</param>
    /// <param name="since">The first day that counts: the first of the school year.</param>
    /// <param name="today">The last day that counts.</param>
    public double GivenBack(SchoolCalendar calendar, DateOnly since, DateOnly today)
    {
        if (Day is not { } day)
        {
            return 0;
        }

        var from = day > since ? day : since;
        return PersonMinutes * calendar.SchoolDaysBetween(from.AddDays(-1), today) / 20.0;
    }

    internal void Settle(
        DateOnly day,
        string by,
        Guid? decision,
        int minutesBefore,
        int givenBack,
        int settling
    )
    {
        (Day, DecidedBy, DecisionId, Settling) = (day, by, decision, settling);
        (MinutesBefore, PersonMinutes) = (minutesBefore, givenBack);
    }

    internal void Reopen()
    {
        (Day, DecidedBy, DecisionId, Settling) = (null, null, null, null);
        (MinutesBefore, PersonMinutes) = (null, 0);
    }
}

/// <summary>What is proposed about a regular meeting.</summary>
/// <param name="Kind">Merged, ended or shortened.</param>
/// <param name="Reason">Why.</param>
/// <param name="NewMinutes">How long it is to last; for one that is shortened.</param>
/// <param name="Grows">By how many minutes the other one grows; for one that is merged.</param>
public sealed record ChangePlan(
    RegularMeetingChangeKind? Kind,
    string? Reason,
    int? NewMinutes = null,
    int? Grows = null
);

/// <summary>What is said when a proposal is carried out.</summary>
/// <param name="Day">Since when it holds.</param>
/// <param name="By">Who decided.</param>
/// <param name="DecisionId">The ILT's decision it follows, if it does.</param>
public sealed record ChangeDecided(DateOnly? Day, string? By, Guid? DecisionId = null);
