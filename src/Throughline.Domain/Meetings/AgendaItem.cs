using Throughline.Domain.Shared;

namespace Throughline.Domain.Meetings;

/// <summary>What the team is asked to do with an item.</summary>
public enum ItemKind
{
    /// <summary>Hear something.</summary>
    Inform = 1,

    /// <summary>Talk about something.</summary>
    Discuss = 2,

    /// <summary>Decide something.</summary>
    Decide = 3,
}

/// <summary>
/// Something a member brings to a meeting (seed 003, “members to add their issues for discussion ahead of the meeting”;
/// seed 004, “ask ILT members to submit agenda items prior to meetings”).
/// </summary>
public sealed class AgendaItem : ILinkable, IVersioned
{
    /// <summary>Longest title, in characters.</summary>
    public const int LongestTitle = 160;

    /// <summary>Longest text of what to read, to bring and to ask, in characters.</summary>
    public const int LongestText = 2000;

    private AgendaItem() { }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <inheritdoc/>
    public Guid UnitId { get; private set; }

    /// <summary>The meeting.</summary>
    public Guid MeetingId { get; private set; }

    /// <summary>Its number within the meeting; it keeps it wherever it is moved.</summary>
    public int Number { get; private set; }

    /// <summary>The place of its section in the meeting's agenda, from 0.</summary>
    public int Section { get; internal set; }

    /// <summary>Its place among the items of its section; the lowest comes first.</summary>
    public int Position { get; internal set; }

    /// <summary>What it is about.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Inform, discuss or decide.</summary>
    public ItemKind Kind { get; private set; }

    /// <summary>Minutes asked for, or given in the room.</summary>
    public int Minutes { get; internal set; }

    /// <summary>Who brings it.</summary>
    public Guid BroughtById { get; internal set; }

    /// <summary>What to read first; null for nothing.</summary>
    public string? ReadFirst { get; private set; }

    /// <summary>What to bring along (seed 004, data or artifacts); null for nothing.</summary>
    public string? Bring { get; private set; }

    /// <summary>Guiding questions (seed 004); null for none.</summary>
    public string? Questions { get; private set; }

    /// <summary>True when it is about instruction (seed 003, pitfall 4).</summary>
    public bool IsInstructional { get; internal set; }

    /// <summary>True when it concerns more than one grade (seed 002, “cross-grade issues”).</summary>
    public bool IsAcrossGrades { get; private set; }

    /// <summary>How far it is.</summary>
    public StopState State { get; internal set; }

    /// <summary>
    /// What the end of the meeting found it as, <see cref="StopState.Ahead"/> or <see cref="StopState.Now"/>; null for what
    /// was dealt with before. A meeting that was ended by mistake goes on from there.
    /// </summary>
    public StopState? LeftAs { get; internal set; }

    /// <summary>Seconds spent on it so far.</summary>
    public int Seconds { get; internal set; }

    /// <summary>Whole minutes of <see cref="Seconds"/> that were told to what the item comes from already.</summary>
    public int MinutesTold { get; private set; }

    /// <summary>Who submitted it.</summary>
    public Guid SubmittedById { get; private set; }

    /// <summary>When it was submitted, UTC.</summary>
    public DateTime SubmittedAt { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <inheritdoc/>
    public ThingFace AsThing() =>
        new(
            ThingKind.AgendaItem,
            Number,
            Title,
            State switch
            {
                StopState.Ahead => ThingStatus.Open,
                StopState.Now => ThingStatus.UnderWay,
                StopState.Done => ThingStatus.Done,
                StopState.Cut or StopState.Parked => ThingStatus.Dropped,
                _ => throw new InvalidOperationException($"No such state: {State}."),
            },
            MeetingId
        );

    internal static Result<AgendaItem> Submit(
        Meeting meeting,
        int number,
        ItemPlan plan,
        Guid by,
        DateTime now
    )
    {
        var item = new AgendaItem
        {
            Id = Ids.New(now),
            DistrictId = meeting.DistrictId,
            UnitId = meeting.UnitId,
            MeetingId = meeting.Id,
            Number = number,
            State = StopState.Ahead,
            BroughtById = by,
            SubmittedById = by,
            SubmittedAt = now,
        };
        var set = item.Say(plan, meeting.Minutes);
        return set.IsOk ? Result.Ok(item) : set.Refusal!;
    }

    /// <summary>
    /// Changes what it says. Refused without a title or a kind, for fewer minutes than 1 or more than the meeting has, for
    /// overlong texts, and once the team has been through it.
    /// </summary>
    /// <param name="plan">What it says now.</param>
    /// <param name="minutesOfMeeting">How long the meeting lasts.</param>
    public Result Change(ItemPlan plan, int minutesOfMeeting) =>
        State is StopState.Ahead or StopState.Now
            ? Say(plan, minutesOfMeeting)
            : Result.Refused(
                "The team has been through this item; what was said stands. Submit a new one for the next meeting."
            );

    /// <summary>
    /// The minutes it took since this was asked last, for the issue it comes from: a meeting that is ended, gone on with
    /// and ended again counts no minute twice. 0 when it took less than half a minute more.
    /// </summary>
    public int TellMinutes()
    {
        var more = (Seconds + 30) / 60 - MinutesTold;
        MinutesTold += more;
        return more;
    }

    private Result Say(ItemPlan plan, int minutesOfMeeting)
    {
        var title = Text.Required(plan.Title, "what it is about", LongestTitle, "Title");
        if (!title.IsOk)
        {
            return title.Refusal!;
        }

        if (plan.Kind is not { } kind || !Enum.IsDefined(kind))
        {
            return Result.Refused(
                "Choose what the team is asked to do: hear, discuss or decide.",
                "Kind"
            );
        }

        if (plan.Minutes is not { } minutes || minutes < 1 || minutes > minutesOfMeeting)
        {
            return Result.Refused(
                $"Ask for 1 to {minutesOfMeeting} minutes; the whole meeting has {minutesOfMeeting}.",
                "Minutes"
            );
        }

        var read = Text.Passage(plan.ReadFirst, "what to read first", LongestText, "ReadFirst");
        var bring = Text.Passage(plan.Bring, "what to bring", LongestText, "Bring");
        var ask = Text.Passage(plan.Questions, "the guiding questions", LongestText, "Questions");
        if ((read.Refusal ?? bring.Refusal ?? ask.Refusal) is { } overlong)
        {
            return overlong;
        }

        (Title, Kind, Minutes) = (title.Value, kind, minutes);
        (ReadFirst, Bring, Questions) = (read.Value, bring.Value, ask.Value);
        (IsInstructional, IsAcrossGrades) = (plan.IsInstructional, plan.IsAcrossGrades);
        return Result.Ok();
    }
}

/// <summary>What a member says of an item.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Kind">Inform, discuss or decide.</param>
/// <param name="Minutes">Minutes asked for.</param>
/// <param name="ReadFirst">What to read first.</param>
/// <param name="Bring">What to bring.</param>
/// <param name="Questions">Guiding questions.</param>
/// <param name="IsInstructional">True when it is about instruction.</param>
/// <param name="IsAcrossGrades">True when it concerns more than one grade.</param>
public sealed record ItemPlan(
    string? Title,
    ItemKind? Kind,
    int? Minutes,
    string? ReadFirst = null,
    string? Bring = null,
    string? Questions = null,
    bool IsInstructional = true,
    bool IsAcrossGrades = false
);
