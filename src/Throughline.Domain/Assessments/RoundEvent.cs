using Throughline.Domain.Shared;

namespace Throughline.Domain.Assessments;

/// <summary>What happened to a round.</summary>
public enum RoundEventKind
{
    /// <summary>It was set up.</summary>
    Opened = 1,

    /// <summary>Its last day was moved.</summary>
    Extended = 2,

    /// <summary>It was closed and its results published.</summary>
    Closed = 3,

    /// <summary>It was opened again, with a reason.</summary>
    Reopened = 4,

    /// <summary>Someone was asked to rate.</summary>
    RaterAdded = 5,

    /// <summary>Someone who had not begun is no longer asked.</summary>
    RaterRemoved = 6,

    /// <summary>Someone answered after the last day, before it closed.</summary>
    LateAnswer = 7,

    /// <summary>Those who had not finished were reminded.</summary>
    Reminded = 8,

    /// <summary>People were asked for the view from outside.</summary>
    AskedFromOutside = 9,
}

/// <summary>
/// A line of a round's log: who did what and when, never what anyone answered. The log is its own trail, so it leaves no
/// second one in the audit.
/// </summary>
public sealed class RoundEvent : IDistrictOwned, INotAudited
{
    private RoundEvent() { }

    internal RoundEvent(
        Round round,
        RoundEventKind kind,
        Guid byPersonId,
        DateTime now,
        string? words = null,
        Guid? aboutPersonId = null
    )
    {
        Id = Ids.New(now);
        DistrictId = round.DistrictId;
        RoundId = round.Id;
        Kind = kind;
        ByPersonId = byPersonId;
        AboutPersonId = aboutPersonId;
        At = now;
        Words = words;
        Period = round.Closings;
    }

    /// <summary>Identity of the line.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The round.</summary>
    public Guid RoundId { get; private set; }

    /// <summary>What happened.</summary>
    public RoundEventKind Kind { get; private set; }

    /// <summary>Who did it.</summary>
    public Guid ByPersonId { get; private set; }

    /// <summary>Who was added or removed; null for everything else.</summary>
    public Guid? AboutPersonId { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>The reason of a reopening, the new last day, how many were reminded or asked; null where there is nothing to say.</summary>
    public string? Words { get; private set; }

    /// <summary>How often the round had been closed before.</summary>
    public int Period { get; private set; }
}
