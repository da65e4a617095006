using Throughline.Domain.Shared;

namespace Throughline.Domain.Work;

/// <summary>One line in the life of what someone carries: a note, or that it moved on. Never changed.</summary>
public abstract class WorkNote : IDistrictOwned, INotAudited
{
    /// <summary>Longest note, in characters.</summary>
    public const int Longest = 2000;

    private protected WorkNote() { }

    private protected WorkNote(
        CarriedWork work,
        string? words,
        WorkStatus? movedTo,
        Guid by,
        DateTime now
    )
    {
        Id = Ids.New(now);
        DistrictId = work.DistrictId;
        WorkId = work.Id;
        Words = words;
        MovedTo = movedTo;
        ByPersonId = by;
        At = now;
    }

    /// <summary>Identity of the line; sorts by time.</summary>
    public Guid Id { get; private protected set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private protected set; }

    /// <summary>The action step, to-do or rock.</summary>
    public Guid WorkId { get; private protected set; }

    /// <summary>Who wrote it or moved it on.</summary>
    public Guid ByPersonId { get; private protected set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private protected set; }

    /// <summary>Where it moved; null for a note.</summary>
    public WorkStatus? MovedTo { get; private protected set; }

    /// <summary>The note, or the reason; null where there is nothing to say.</summary>
    public string? Words { get; private protected set; }
}

/// <summary>A line in the life of an action step.</summary>
public sealed class ActionNote : WorkNote
{
    private ActionNote() { }

    internal ActionNote(ActionStep step, string? words, WorkStatus? to, Guid by, DateTime now)
        : base(step, words, to, by, now) { }
}

/// <summary>A line in the life of a to-do.</summary>
public sealed class ToDoNote : WorkNote
{
    private ToDoNote() { }

    internal ToDoNote(ToDo toDo, string? words, WorkStatus? to, Guid by, DateTime now)
        : base(toDo, words, to, by, now) { }
}

/// <summary>A line in the life of a rock; among them each time someone said whether it is on track.</summary>
public sealed class RockNote : WorkNote
{
    private RockNote() { }

    internal RockNote(Rock rock, string? words, WorkStatus? to, Guid by, DateTime now)
        : base(rock, words, to, by, now) { }

    /// <summary>On or off track; null for a line that is no check.</summary>
    public bool? OnTrack { get; internal init; }

    /// <summary>The meeting at which it was said; null between meetings.</summary>
    public Guid? MeetingId { get; internal init; }

    /// <summary>The new last day, when the rock was given more time; the reason stands in <see cref="WorkNote.Words"/>.</summary>
    public DateOnly? ExtendedTo { get; internal init; }
}
