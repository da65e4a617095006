using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Domain.Work;

/// <summary>How far an action step is.</summary>
public enum ActionStatus
{
    /// <summary>Nobody has begun.</summary>
    NotStarted = 1,

    /// <summary>The owner works on it.</summary>
    UnderWay = 2,

    /// <summary>It is done.</summary>
    Done = 3,

    /// <summary>The team gave it up, with a reason.</summary>
    Dropped = 4,
}

/// <summary>
/// What someone will do by a day so that a gap closes (seed 002, the plan's action steps). It has one owner, never
/// several: what two people own, nobody does.
/// </summary>
public sealed class ActionStep : ILinkable, IVersioned
{
    /// <summary>Longest “what”, in characters.</summary>
    public const int LongestTitle = 200;

    /// <summary>Longest “why”, in characters.</summary>
    public const int LongestWhy = 2000;

    /// <summary>Longest reason for dropping it, in characters.</summary>
    public const int LongestReason = 500;

    private readonly List<ActionNote> notes = [];

    private ActionStep() { }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <inheritdoc/>
    public Guid UnitId { get; private set; }

    /// <summary>Its number within the unit: action 7.</summary>
    public int Number { get; private set; }

    /// <summary>What will be done.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Why; null when nothing was said.</summary>
    public string? Why { get; private set; }

    /// <summary>Who carries it.</summary>
    public Guid OwnerId { get; private set; }

    /// <summary>The day by which it is to be done, that day included.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>How far it is.</summary>
    public ActionStatus Status { get; private set; }

    /// <summary>Who added it.</summary>
    public Guid AddedById { get; private set; }

    /// <summary>When it was added, UTC.</summary>
    public DateTime AddedAt { get; private set; }

    /// <summary>When it was done or dropped, UTC; null while it is open.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>What was said and how it moved on; newest last by id.</summary>
    public IReadOnlyList<ActionNote> Notes => notes;

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>True until it is done or dropped.</summary>
    public bool IsOpen => Status is ActionStatus.NotStarted or ActionStatus.UnderWay;

    /// <summary>
    /// Adds an action step. Refused without “what”, with a due day gone by, and for an owner who has left or belongs
    /// neither to the unit's staff nor to its ILT.
    /// </summary>
    /// <param name="unit">The unit whose step it is.</param>
    /// <param name="number">The unit's next number.</param>
    /// <param name="plan">What, why, who and by when.</param>
    /// <param name="by">Who adds it.</param>
    /// <param name="today">The day it is in the unit's time zone.</param>
    /// <param name="now">Now, UTC.</param>
    public static Result<ActionStep> Add(
        Unit unit,
        int number,
        ActionPlan plan,
        Guid by,
        DateOnly today,
        DateTime now
    )
    {
        var step = new ActionStep
        {
            Id = Ids.New(now),
            DistrictId = unit.DistrictId,
            UnitId = unit.Id,
            Number = number,
            Status = ActionStatus.NotStarted,
            AddedById = by,
            AddedAt = now,
        };
        var set = step.Set(plan, today);
        return set.IsOk ? Result.Ok(step) : set.Refusal!;
    }

    /// <summary>
    /// Changes what, why, who or by when. The same refusals as <see cref="Add"/>, but an owner or day that stays as it
    /// was is not looked at again: a step whose day has gone by can still be put into better words.
    /// </summary>
    public Result Change(ActionPlan plan, DateOnly today) =>
        IsOpen
            ? Set(plan, today)
            : Result.Refused("This action step is over. Open it again before you change it.");

    /// <summary>
    /// Moves it on: not started, under way, done. Refused for <see cref="ActionStatus.Dropped"/>, which needs a reason
    /// (see <see cref="Drop"/>), and when it stands there already.
    /// </summary>
    public Result Move(ActionStatus to, Guid by, DateTime now) =>
        to switch
        {
            ActionStatus.NotStarted or ActionStatus.UnderWay or ActionStatus.Done => To(
                to,
                null,
                by,
                now
            ),
            ActionStatus.Dropped => Result.Refused(
                "Say why the team drops this action step.",
                "Reason"
            ),
            _ => Result.Refused("Choose how far the action step is.", "Status"),
        };

    /// <summary>Gives it up. Refused without a reason: whoever reads the line later wants to know.</summary>
    public Result Drop(string? reason, Guid by, DateTime now)
    {
        var words = Text.Required(
            reason,
            "why the team drops this action step",
            LongestReason,
            "Reason"
        );
        return words.IsOk ? To(ActionStatus.Dropped, words.Value, by, now) : words.Refusal!;
    }

    /// <summary>Adds a note. It is never changed or taken back. Refused when empty or longer than 2,000 characters.</summary>
    public Result Note(string? text, Guid by, DateTime now)
    {
        var words = Text.Passage(text, "the note", ActionNote.Longest, "Text");
        if (!words.IsOk || words.Value is null)
        {
            return words.Refusal ?? new Refusal("Write the note first.", "Text");
        }

        notes.Add(new ActionNote(this, words.Value, null, by, now));
        return Result.Ok();
    }

    /// <summary>True when the day has gone by and it is still open.</summary>
    /// <param name="today">The day it is in the unit's time zone.</param>
    public bool IsOverdue(DateOnly today) => IsOpen && DueOn < today;

    /// <inheritdoc/>
    public ThingFace AsThing() =>
        new(
            ThingKind.ActionStep,
            Number,
            Title,
            Status switch
            {
                ActionStatus.UnderWay => ThingStatus.UnderWay,
                ActionStatus.Done => ThingStatus.Done,
                ActionStatus.Dropped => ThingStatus.Dropped,
                _ => ThingStatus.Open,
            }
        );

    private Result Set(ActionPlan plan, DateOnly today)
    {
        var title = Text.Required(plan.Title, "what will be done", LongestTitle, "Title");
        if (!title.IsOk)
        {
            return title.Refusal!;
        }

        var why = Text.Passage(plan.Why, "why", LongestWhy, "Why");
        if (!why.IsOk)
        {
            return why.Refusal!;
        }

        if (plan.Owner?.PersonId != OwnerId && WhyNotOwner(plan.Owner) is { } refused)
        {
            return refused;
        }

        if (plan.DueOn is not { } due)
        {
            return Result.Refused("Enter the day by which it will be done.", "DueOn");
        }

        if (due != DueOn && due < today)
        {
            return Result.Refused("That day has gone by. Choose today or a later day.", "DueOn");
        }

        (Title, Why, OwnerId, DueOn) = (title.Value, why.Value, plan.Owner!.PersonId, due);
        return Result.Ok();
    }

    private static Refusal? WhyNotOwner(ActionOwner? owner) =>
        owner switch
        {
            null => new Refusal("Choose who will do it.", "OwnerId"),
            { HasLeft: true } => new Refusal(
                $"{owner.Name} has left. Choose someone else.",
                "OwnerId"
            ),
            { IsHere: false } => new Refusal(
                $"{owner.Name} belongs neither to the staff here nor to the ILT. Choose someone who does.",
                "OwnerId"
            ),
            _ => null,
        };

    private Result To(ActionStatus status, string? reason, Guid by, DateTime now)
    {
        if (Status == status)
        {
            return Result.Refused(
                "Someone was quicker: the action step stands there already. Nothing was changed."
            );
        }

        Status = status;
        EndedAt = IsOpen ? null : now;
        notes.Add(new ActionNote(this, reason, status, by, now));
        return Result.Ok();
    }
}

/// <summary>What an action step says.</summary>
/// <param name="Title">What will be done.</param>
/// <param name="Why">Why, if someone says.</param>
/// <param name="Owner">Who; null when nobody was chosen.</param>
/// <param name="DueOn">By when; null when no day was given.</param>
public sealed record ActionPlan(string? Title, string? Why, ActionOwner? Owner, DateOnly? DueOn);

/// <summary>Someone who may be asked to carry an action step.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Name">Their name, for a refusal.</param>
/// <param name="IsHere">True for the unit's staff and the members of its ILT.</param>
/// <param name="HasLeft">True for someone who has left the district.</param>
public sealed record ActionOwner(Guid PersonId, string Name, bool IsHere, bool HasLeft);
