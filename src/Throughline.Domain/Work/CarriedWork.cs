using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Domain.Work;

/// <summary>
/// What one person carries until a day: an action step, a to-do or a rock. It has one owner, never several: what two
/// people own, nobody does.
/// </summary>
public abstract class CarriedWork : ILinkable, IVersioned
{
    /// <summary>Longest “what”, in characters.</summary>
    public const int LongestTitle = 200;

    /// <summary>How far ahead a last day may lie, in years: what lies further is a slip of the pen.</summary>
    public const int MostYearsAhead = 5;

    /// <summary>Longest “why”, in characters.</summary>
    public const int LongestWhy = 2000;

    /// <summary>Longest reason for dropping it, in characters.</summary>
    public const int LongestReason = 500;

    private protected CarriedWork() { }

    /// <inheritdoc/>
    public Guid Id { get; private protected set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private protected set; }

    /// <inheritdoc/>
    public Guid UnitId { get; private protected set; }

    /// <summary>Its number within the unit and kind: action 7, to-do 7.</summary>
    public int Number { get; private protected set; }

    /// <summary>What will be done.</summary>
    public string Title { get; private protected set; } = "";

    /// <summary>Why, or more about it; null when nothing was said.</summary>
    public string? Why { get; private protected set; }

    /// <summary>Who carries it.</summary>
    public Guid OwnerId { get; private protected set; }

    /// <summary>The day by which it is to be done, that day included.</summary>
    public DateOnly DueOn { get; private protected set; }

    /// <summary>How far it is.</summary>
    public WorkStatus Status { get; private protected set; }

    /// <summary>Who added it.</summary>
    public Guid AddedById { get; private protected set; }

    /// <summary>When it was added, UTC.</summary>
    public DateTime AddedAt { get; private protected set; }

    /// <summary>When it was done or dropped, UTC; null while it is open.</summary>
    public DateTime? EndedAt { get; private protected set; }

    /// <inheritdoc/>
    public int Version { get; private protected set; }

    /// <summary>True until it is done or dropped.</summary>
    public bool IsOpen => Status is WorkStatus.NotStarted or WorkStatus.UnderWay;

    /// <summary>What it is, as its refusals call it: “action step”.</summary>
    private protected abstract string Called { get; }

    /// <summary>Its kind on the line.</summary>
    private protected abstract ThingKind Kind { get; }

    /// <summary>Where it can be moved; the first is where it begins.</summary>
    private protected abstract IReadOnlyList<WorkStatus> Steps { get; }

    /// <summary>
    /// Changes what, why, who or by when. The same refusals as when it was added, but an owner or day that stays as it was
    /// is not looked at again: what is past its day can still be put into better words. Refused for what is over.
    /// </summary>
    public virtual Result Change(WorkPlan plan, DateOnly today) =>
        IsOpen ? Set(plan, today) : Over("change it");

    /// <summary>
    /// Moves it on. Refused for <see cref="WorkStatus.Dropped"/>, which needs a reason (see <see cref="Drop"/>), where its
    /// kind does not go, and when it stands there already.
    /// </summary>
    public Result Move(WorkStatus to, Guid by, DateTime now) =>
        to == WorkStatus.Dropped
            ? Result.Refused($"Say why the team drops this {Called}.", "Reason")
        : Steps.Contains(to) ? To(to, null, by, now)
        : Result.Refused($"Choose how far the {Called} is.", "Status");

    /// <summary>Gives it up. Refused without a reason: whoever reads the line later wants to know.</summary>
    public Result Drop(string? reason, Guid by, DateTime now)
    {
        var words = Text.Required(
            reason,
            $"why the team drops this {Called}",
            LongestReason,
            "Reason"
        );
        return words.IsOk ? To(WorkStatus.Dropped, words.Value, by, now) : words.Refusal!;
    }

    /// <summary>Adds a note. It is never changed or taken back. Refused when empty or longer than 2,000 characters.</summary>
    public Result Note(string? text, Guid by, DateTime now)
    {
        var words = Text.Passage(text, "the note", WorkNote.Longest, "Text");
        if (!words.IsOk || words.Value is null)
        {
            return words.Refusal ?? new Refusal("Write the note first.", "Text");
        }

        Keep(words.Value, null, by, now);
        return Result.Ok();
    }

    /// <inheritdoc/>
    public ThingFace AsThing() => new(Kind, Number, Title, (ThingStatus)Status);

    /// <summary>Adds a line to its life.</summary>
    private protected abstract void Keep(string? words, WorkStatus? to, Guid by, DateTime now);

    /// <summary>Sets what every new one has; the refusals are those of its plan.</summary>
    private protected Result Begin(
        Unit unit,
        int number,
        WorkPlan plan,
        Guid by,
        DateOnly today,
        DateTime now
    )
    {
        Id = Ids.New(now);
        (DistrictId, UnitId, Number) = (unit.DistrictId, unit.Id, number);
        (Status, AddedById, AddedAt) = (Steps[0], by, now);
        return Set(plan, today);
    }

    /// <summary>Says that it must be opened again before something can be done with it.</summary>
    private protected Refusal Over(string before) =>
        new($"This {Called} is over. Open it again before you {before}.");

    private Result Set(WorkPlan plan, DateOnly today)
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

        if (IsTooFar(due, today))
        {
            return Result.Refused(TooFar, "DueOn");
        }

        (Title, Why, OwnerId, DueOn) = (title.Value, why.Value, plan.Owner!.PersonId, due);
        return Result.Ok();
    }

    private protected const string TooFar = "That day is more than 5 years away. Check the year.";

    private protected static bool IsTooFar(DateOnly day, DateOnly today) =>
        day.Year > today.Year + MostYearsAhead;

    private static Refusal? WhyNotOwner(WorkOwner? owner) =>
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

    private Result To(WorkStatus status, string? reason, Guid by, DateTime now)
    {
        if (Status == status)
        {
            return Result.Refused(
                $"Someone was quicker: the {Called} stands there already. Nothing was changed."
            );
        }

        Status = status;
        EndedAt = IsOpen ? null : now;
        Keep(reason, status, by, now);
        return Result.Ok();
    }
}
