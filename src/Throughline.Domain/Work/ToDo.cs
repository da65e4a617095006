using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Domain.Work;

/// <summary>
/// A small thing that one member takes with them from a meeting (seed 003, pitfall 2: to-dos go to one person each). It
/// is open, done or dropped. An open one stands in every meeting of its unit until it is over, as the same to-do and
/// never as a copy.
/// </summary>
public sealed class ToDo : CarriedWork
{
    private readonly List<ToDoNote> notes = [];

    private ToDo() { }

    /// <summary>The meeting at which it was taken; null between meetings.</summary>
    public Guid? MeetingId { get; private set; }

    /// <summary>What was said and how it moved on; newest last by id.</summary>
    public IReadOnlyList<ToDoNote> Notes => notes;

    private protected override string Called => "to-do";

    private protected override ThingKind Kind => ThingKind.ToDo;

    private protected override IReadOnlyList<WorkStatus> Steps { get; } =
    [WorkStatus.NotStarted, WorkStatus.Done];

    /// <summary>
    /// Adds a to-do. Refused without “what”, with a due day gone by, and for an owner who has left or belongs neither to
    /// the unit's staff nor to its ILT.
    /// </summary>
    /// <param name="unit">The unit whose to-do it is.</param>
    /// <param name="number">The unit's next number.</param>
    /// <param name="plan">What, more about it, who and by when.</param>
    /// <param name="meetingId">The meeting at which it is taken; null between meetings.</param>
    /// <param name="by">Who adds it.</param>
    /// <param name="today">The day it is in the unit's time zone.</param>
    /// <param name="now">Now, UTC.</param>
    public static Result<ToDo> Add(
        Unit unit,
        int number,
        WorkPlan plan,
        Guid? meetingId,
        Guid by,
        DateOnly today,
        DateTime now
    )
    {
        var toDo = new ToDo { MeetingId = meetingId };
        var begun = toDo.Begin(unit, number, plan, by, today, now);
        return begun.IsOk ? Result.Ok(toDo) : begun.Refusal!;
    }

    private protected override void Keep(string? words, WorkStatus? to, Guid by, DateTime now) =>
        notes.Add(new ToDoNote(this, words, to, by, now));
}
