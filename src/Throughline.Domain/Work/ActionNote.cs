using Throughline.Domain.Shared;

namespace Throughline.Domain.Work;

/// <summary>One line in the life of an action step: a note, or that it moved on. Never changed.</summary>
public sealed class ActionNote : IDistrictOwned, INotAudited
{
    /// <summary>Longest note, in characters.</summary>
    public const int Longest = 2000;

    private ActionNote() { }

    internal ActionNote(
        ActionStep step,
        string? text,
        ActionStatus? movedTo,
        Guid byPersonId,
        DateTime now
    )
    {
        Id = Ids.New(now);
        DistrictId = step.DistrictId;
        ActionStepId = step.Id;
        Words = text;
        MovedTo = movedTo;
        ByPersonId = byPersonId;
        At = now;
    }

    /// <summary>Identity of the line; sorts by time.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The action step.</summary>
    public Guid ActionStepId { get; private set; }

    /// <summary>Who wrote it or moved the step.</summary>
    public Guid ByPersonId { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Where the step moved; null for a note.</summary>
    public ActionStatus? MovedTo { get; private set; }

    /// <summary>The note, or the reason for dropping the step; null where there is nothing to say.</summary>
    public string? Words { get; private set; }
}
