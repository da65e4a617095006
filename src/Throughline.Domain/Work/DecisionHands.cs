using Throughline.Domain.Shared;

namespace Throughline.Domain.Work;

/// <summary>
/// Someone who was asked to raise a hand. The row is there from asking to showing and then is gone, for everyone; while
/// it is there, what the hand shows is read by its owner alone, and with a secret one it holds nothing but that it is up.
/// No audit row tells of it. See ADR 0019.
/// </summary>
public sealed class DecisionHand : IDistrictOwned, IVersioned, INotAudited
{
    private DecisionHand() { }

    internal DecisionHand(Decision decision, Guid personId) =>
        (DecisionId, DistrictId, PersonId) = (decision.Id, decision.DistrictId, personId);

    /// <summary>The decision. With <see cref="PersonId"/> it identifies the row.</summary>
    public Guid DecisionId { get; private set; }

    /// <summary>Who.</summary>
    public Guid PersonId { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>True once it is up.</summary>
    public bool IsUp { get; private set; }

    /// <summary>0 to 5; null while it is down, and always where hands are secret.</summary>
    public int? Fingers { get; private set; }

    /// <summary>The reason of a block, or a concern.</summary>
    public string? Words { get; private set; }

    /// <summary>True where the owner wants to be named with the concern.</summary>
    public bool Named { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    internal Hand? Shown => Fingers is { } fingers ? new Hand(fingers, Words, Named) : null;

    internal void Raise(Hand hand) =>
        (IsUp, Fingers, Words, Named) = (true, hand.Fingers, hand.Words, hand.Named);
}

/// <summary>How many showed so many fingers: what is kept of the hands.</summary>
public sealed class HandTally : IDistrictOwned, INotAudited
{
    private HandTally() { }

    internal HandTally(Decision decision, int fingers, int people) =>
        (DecisionId, DistrictId, Fingers, People) = (
            decision.Id,
            decision.DistrictId,
            fingers,
            people
        );

    /// <summary>The decision. With <see cref="Fingers"/> it identifies the row.</summary>
    public Guid DecisionId { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>0 to 5.</summary>
    public int Fingers { get; private set; }

    /// <summary>How many. It rises in the store where hands are secret.</summary>
    public int People { get; internal set; }
}

/// <summary>A block's reason or a concern, without whose it is unless its owner wanted that said.</summary>
public sealed class DecisionConcern : IDistrictOwned, INotAudited
{
    private DecisionConcern() { }

    /// <param name="decision">The decision.</param>
    /// <param name="id">An id that tells neither time nor order.</param>
    /// <param name="isBlock">True for a fist's reason.</param>
    /// <param name="words">What was said.</param>
    /// <param name="ownerId">Whose it is, where the owner wants to be named; else null.</param>
    internal DecisionConcern(Decision decision, Guid id, bool isBlock, string words, Guid? ownerId)
    {
        (Id, DecisionId, DistrictId) = (id, decision.Id, decision.DistrictId);
        (IsBlock, Words, OwnerId) = (isBlock, words, ownerId);
    }

    /// <summary>Identity; random, so that it sorts in no order.</summary>
    public Guid Id { get; private set; }

    /// <summary>The decision.</summary>
    public Guid DecisionId { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>True for the reason of a block.</summary>
    public bool IsBlock { get; private set; }

    /// <summary>What was said.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Whose it is, where they said so; null for all others.</summary>
    public Guid? OwnerId { get; private set; }
}

/// <summary>An instructional team that a decision touches.</summary>
public sealed class DecisionTeam : IDistrictOwned
{
    private DecisionTeam() { }

    internal DecisionTeam(Decision decision, Guid teamId) =>
        (DecisionId, UnitId, DistrictId, TeamId) = (
            decision.Id,
            decision.UnitId,
            decision.DistrictId,
            teamId
        );

    /// <summary>The decision.</summary>
    public Guid DecisionId { get; private set; }

    /// <summary>The decision's unit.</summary>
    public Guid UnitId { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The team.</summary>
    public Guid TeamId { get; private set; }
}
