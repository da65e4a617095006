using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Domain.Work;

/// <summary>What someone will do by a day so that a gap closes (seed 002, the plan's action steps).</summary>
public sealed class ActionStep : CarriedWork
{
    private readonly List<ActionNote> notes = [];

    private ActionStep() { }

    /// <summary>What was said and how it moved on; newest last by id.</summary>
    public IReadOnlyList<ActionNote> Notes => notes;

    private protected override string Called => "action step";

    private protected override ThingKind Kind => ThingKind.ActionStep;

    private protected override IReadOnlyList<WorkStatus> Steps { get; } =
    [WorkStatus.NotStarted, WorkStatus.UnderWay, WorkStatus.Done];

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
        WorkPlan plan,
        Guid by,
        DateOnly today,
        DateTime now
    )
    {
        var step = new ActionStep();
        var begun = step.Begin(unit, number, plan, by, today, now);
        return begun.IsOk ? Result.Ok(step) : begun.Refusal!;
    }

    private protected override void Keep(string? words, WorkStatus? to, Guid by, DateTime now) =>
        notes.Add(new ActionNote(this, words, to, by, now));
}
