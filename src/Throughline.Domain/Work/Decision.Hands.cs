using Throughline.Domain.Shared;

namespace Throughline.Domain.Work;

/// <content>Fist-to-five on a proposal. What is kept of it, and when, is decided in ADR 0019.</content>
public sealed partial class Decision
{
    private readonly List<DecisionHand> hands = [];
    private readonly List<HandTally> tallies = [];
    private readonly List<DecisionConcern> concerns = [];

    /// <summary>How many were asked for a hand: the members who sat on the ILT at that moment; 0 when nobody was.</summary>
    public int AskedCount { get; private set; }

    /// <summary>True where the team wanted secret hands: what one shows is counted at once and never stands beside a person.</summary>
    public bool IsSecret { get; private set; }

    /// <summary>Who was asked, from asking to showing; empty before and after.</summary>
    public IReadOnlyList<DecisionHand> Hands => hands;

    /// <summary>How many showed each number of fingers; to be read once they are shown.</summary>
    public IReadOnlyList<HandTally> Tallies => tallies;

    /// <summary>Blocks and concerns; to be read once hands are shown.</summary>
    public IReadOnlyList<DecisionConcern> Concerns => concerns;

    /// <summary>How many hands are up, while they are asked for.</summary>
    public int UpCount => hands.Count(h => h.IsUp);

    /// <summary>How many showed 0, 1, … 5 fingers; null before they are shown, whoever asks, and where nobody was asked.</summary>
    public IReadOnlyList<int>? Counts =>
        Status is DecisionStatus.Proposed or DecisionStatus.HandsOpen || tallies.Count == 0
            ? null
            : [.. tallies.OrderBy(t => t.Fingers).Select(t => t.People)];

    /// <summary>True when someone showed a fist and the hands are shown.</summary>
    public bool IsBlocked => Counts is { } counts && counts[0] > 0;

    /// <summary>
    /// Asks everyone who sits on the ILT now for a hand. Refused for what is not a proposal any more, and without a team.
    /// </summary>
    /// <param name="sitting">The members of the ILT.</param>
    /// <param name="secret">True where what one shows must never stand beside a person.</param>
    public Result AskForHands(IReadOnlyCollection<Guid> sitting, bool secret)
    {
        if (Status != DecisionStatus.Proposed)
        {
            return Result.Refused("Hands were asked for already. Reload the page.");
        }

        if (sitting.Count == 0)
        {
            return Result.Refused("Nobody sits on the ILT, so there is nobody to ask.");
        }

        hands.AddRange(sitting.Distinct().Order().Select(p => new DecisionHand(this, p)));
        (Status, AskedCount, IsSecret) = (DecisionStatus.HandsOpen, hands.Count, secret);
        if (secret)
        {
            // They rise in the store: a hand never stands in memory beside a count that others can see.
            Tally(new int[FistToFive.Most + 1]);
        }

        return Result.Ok();
    }

    /// <summary>
    /// Raises a person's hand, or changes it while hands are not shown. Refused once they are shown, for who was not
    /// asked, and for a hand that <see cref="FistToFive.Check"/> refuses. Not for secret hands, see
    /// <see cref="MayRaiseSecretly"/>.
    /// </summary>
    public Result Raise(Guid personId, int? fingers, string? words, bool named)
    {
        var own = OwnHand(personId);
        if (!own.IsOk)
        {
            return own.Refusal!;
        }

        if (IsSecret)
        {
            throw new InvalidOperationException("A secret hand is counted in the store.");
        }

        var hand = FistToFive.Check(fingers, words, named);
        if (!hand.IsOk)
        {
            return hand.Refusal!;
        }

        own.Value.Raise(hand.Value);
        return Result.Ok();
    }

    /// <summary>
    /// The hand that the store counts for a person, and the concern that goes with it. Refused as in <see cref="Raise"/>,
    /// and when theirs is up already: a secret hand cannot be found again to be changed.
    /// </summary>
    /// <param name="personId">Who.</param>
    /// <param name="fingers">0 to 5.</param>
    /// <param name="words">The reason of a block, or a concern.</param>
    /// <param name="named">True where the owner wants to be named with it.</param>
    /// <param name="concernId">A random id for the concern.</param>
    public Result<SecretHand> MayRaiseSecretly(
        Guid personId,
        int? fingers,
        string? words,
        bool named,
        Guid concernId
    )
    {
        var own = OwnHand(personId);
        if (!own.IsOk)
        {
            return own.Refusal!;
        }

        if (own.Value.IsUp)
        {
            return Result.Refused<SecretHand>(
                "Your hand is up. A secret hand cannot be found again to be changed."
            );
        }

        var hand = FistToFive.Check(fingers, words, named);
        return hand.IsOk
            ? Result.Ok(
                new SecretHand(hand.Value.Fingers, Concern(hand.Value, personId, concernId))
            )
            : hand.Refusal!;
    }

    /// <summary>
    /// Shows all hands at once: from now on there are counts and concerns, and nobody's hand any more. Refused when
    /// nothing is asked for and while no hand is up.
    /// </summary>
    /// <param name="ids">Random ids for the concerns, as many as there may be: their order tells nothing.</param>
    public Result ShowHands(Func<Guid> ids)
    {
        if (Status != DecisionStatus.HandsOpen)
        {
            return NothingAsked();
        }

        if (UpCount == 0)
        {
            return Result.Refused("No hand is up yet.");
        }

        if (!IsSecret)
        {
            var up = hands.Where(h => h.IsUp).ToList();
            Tally(FistToFive.Count(up.Select(h => h.Shown!)));
            concerns.AddRange(
                up.Select(h => Concern(h.Shown!, h.PersonId, ids()))
                    .OfType<DecisionConcern>()
                    .OrderBy(c => c.Id)
            );
        }

        hands.Clear();
        Status = DecisionStatus.Shown;
        return Result.Ok();
    }

    /// <summary>
    /// Takes the hands that one person counted at the table; those that were raised on screens are let go. Refused when
    /// nothing is asked for, and for what <see cref="FistToFive.CheckTable"/> refuses.
    /// </summary>
    /// <param name="counts">How many showed each number of fingers, fewest first.</param>
    /// <param name="words">Why it is blocked, and concerns.</param>
    /// <param name="id">A random id for them.</param>
    public Result CountTable(IReadOnlyList<int> counts, string? words, Guid id)
    {
        if (Status != DecisionStatus.HandsOpen)
        {
            return NothingAsked();
        }

        var said = FistToFive.CheckTable(counts, AskedCount, words);
        if (!said.IsOk)
        {
            return said.Refusal!;
        }

        hands.Clear();
        concerns.Clear();
        Tally(counts);
        if (said.Value is { } kept)
        {
            concerns.Add(new DecisionConcern(this, id, counts[0] > 0, kept, null));
        }

        Status = DecisionStatus.Shown;
        return Result.Ok();
    }

    /// <summary>Makes it a proposal again, to be put in other words and asked anew. Refused unless hands are shown; what they showed is let go.</summary>
    public Result AskAgain()
    {
        if (Status != DecisionStatus.Shown)
        {
            return Result.Refused("The hands are not shown. Reload the page.");
        }

        ForgetHands();
        (Status, AskedCount, IsSecret) = (DecisionStatus.Proposed, 0, false);
        return Result.Ok();
    }

    private Result<DecisionHand> OwnHand(Guid personId) =>
        Status != DecisionStatus.HandsOpen
            ? Result.Refused<DecisionHand>(
                "The hands are shown already, or not asked for any more. Reload the page."
            )
        : hands.Find(h => h.PersonId == personId) is { } hand ? Result.Ok(hand)
        : Result.Refused<DecisionHand>(
            "Only those who sat on the ILT when hands were asked for raise one."
        );

    private DecisionConcern? Concern(Hand hand, Guid personId, Guid id) =>
        hand.Words is null
            ? null
            : new DecisionConcern(
                this,
                id,
                hand.Fingers == 0,
                hand.Words,
                hand.Named ? personId : null
            );

    private void Tally(IReadOnlyList<int> counts)
    {
        for (var fingers = 0; fingers < counts.Count; fingers++)
        {
            if (tallies.Find(t => t.Fingers == fingers) is { } tally)
            {
                tally.People = counts[fingers];
            }
            else
            {
                tallies.Add(new HandTally(this, fingers, counts[fingers]));
            }
        }
    }

    private void ForgetHands()
    {
        hands.Clear();
        tallies.Clear();
        concerns.Clear();
    }

    private static Result NothingAsked() =>
        Result.Refused("The hands are shown already, or not asked for. Reload the page.");
}

/// <summary>A hand to be counted in the store, without whose it is.</summary>
/// <param name="Fingers">0 to 5.</param>
/// <param name="Concern">What goes with it, if anything.</param>
public sealed record SecretHand(int Fingers, DecisionConcern? Concern);
