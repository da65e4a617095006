using Throughline.Domain.Shared;

namespace Throughline.Domain.Work;

/// <summary>What can happen to what a member of the staff raised, until it is on the list or answered.</summary>
public enum MatterStepKind
{
    /// <summary>It was sent to a representative.</summary>
    Sent = 1,

    /// <summary>It was sent to who facilitates the ILT.</summary>
    SentToFacilitator = 2,

    /// <summary>The representative passed it on to the facilitator.</summary>
    PassedOn = 3,

    /// <summary>It went to the facilitator by itself: five school days were over.</summary>
    TimeOver = 4,

    /// <summary>It went to the facilitator by itself: the representative no longer speaks for the team.</summary>
    SeatEnded = 5,

    /// <summary>It was brought to the ILT's list of issues.</summary>
    OnTheList = 6,

    /// <summary>It was answered.</summary>
    Answered = 7,
}

/// <summary>One step on the way of what was raised. Never changed; its sender reads each.</summary>
public sealed class MatterStep : IDistrictOwned, INotAudited
{
    private MatterStep() { }

    internal MatterStep(
        RaisedMatter matter,
        MatterStepKind kind,
        string? words,
        Guid? by,
        DateTime at
    )
    {
        Id = Ids.New(at);
        DistrictId = matter.DistrictId;
        MatterId = matter.Id;
        (Kind, Words, ByPersonId, At) = (kind, words, by, at);
    }

    /// <summary>Identity of the step; sorts by time.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>What was raised.</summary>
    public Guid MatterId { get; private set; }

    /// <summary>What happened.</summary>
    public MatterStepKind Kind { get; private set; }

    /// <summary>What was said with it; null where there was nothing to say.</summary>
    public string? Words { get; private set; }

    /// <summary>Who did it; null for what happened by itself.</summary>
    public Guid? ByPersonId { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }
}
