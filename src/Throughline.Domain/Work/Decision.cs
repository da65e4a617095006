using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Domain.Work;

/// <summary>Where a decision stands.</summary>
public enum DecisionStatus
{
    /// <summary>Proposed; its words can still be changed.</summary>
    Proposed = 1,

    /// <summary>Hands are asked for; its words stand.</summary>
    HandsOpen = 2,

    /// <summary>The hands are shown; it is talked about.</summary>
    Shown = 3,

    /// <summary>It is decided, for good.</summary>
    Decided = 4,

    /// <summary>It was withdrawn, with a reason.</summary>
    Withdrawn = 5,
}

/// <summary>Who decided. Plainly labelled, so that nobody takes the one for the other.</summary>
public enum DecidedAs
{
    /// <summary>Everyone on the team can live with it and carries it.</summary>
    Consensus = 1,

    /// <summary>The leader decided as the team advised.</summary>
    OnAdvice = 2,

    /// <summary>The leader decided otherwise than the team advised, and said why.</summary>
    AgainstAdvice = 3,

    /// <summary>The leader's own decision; the team was told.</summary>
    LeadersOwn = 4,
}

/// <summary>
/// What a team decides: proposed, shown by hands where it wants to know where it stands, decided with its reasons, and
/// read by all who work there (seed 003, pitfalls 3 and 5).
/// </summary>
public sealed partial class Decision : ILinkable, IVersioned
{
    /// <summary>Longest proposal and longest decided text, in characters.</summary>
    public const int LongestTitle = 200;

    /// <summary>Longest background and longest reasons, in characters.</summary>
    public const int LongestText = 4000;

    /// <summary>Longest list of teams not heard, in characters.</summary>
    public const int LongestNotHeard = 2000;

    private readonly List<DecisionTeam> teams = [];

    private Decision() { }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <inheritdoc/>
    public Guid UnitId { get; private set; }

    /// <summary>Its number within the unit: decision 5.</summary>
    public int Number { get; private set; }

    /// <summary>What is proposed, in one sentence.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What one should know before deciding; null when nothing was said.</summary>
    public string? Background { get; private set; }

    /// <summary>Where it stands.</summary>
    public DecisionStatus Status { get; private set; }

    /// <summary>The instructional teams it touches; none means all.</summary>
    public IReadOnlyList<DecisionTeam> Teams => teams;

    /// <summary>Who proposed it.</summary>
    public Guid ProposedById { get; private set; }

    /// <summary>When it was proposed, UTC.</summary>
    public DateTime ProposedAt { get; private set; }

    /// <summary>The meeting at which it was proposed; null between meetings.</summary>
    public Guid? MeetingId { get; private set; }

    /// <summary>Who decided; null until it is decided.</summary>
    public DecidedAs? DecidedAs { get; private set; }

    /// <summary>What was decided, in the words that are told; null until it is decided.</summary>
    public string? Outcome { get; private set; }

    /// <summary>Why; for a withdrawn one, why it was withdrawn.</summary>
    public string? Reasons { get; private set; }

    /// <summary>When it was decided or withdrawn, UTC.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Who recorded that it was decided or withdrawn.</summary>
    public Guid? DecidedById { get; private set; }

    /// <summary>The teams that had no voice when it was decided, in words, one a line; null when each had one.</summary>
    public string? NotHeard { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>True until it is decided or withdrawn.</summary>
    public bool IsOpen => Status is not (DecisionStatus.Decided or DecisionStatus.Withdrawn);

    /// <summary>Proposes a decision. Refused without a proposal and for texts that are too long.</summary>
    /// <param name="unit">The unit whose team decides.</param>
    /// <param name="number">The unit's next number.</param>
    /// <param name="proposal">What is proposed.</param>
    /// <param name="meetingId">The meeting at which it is proposed; null between meetings.</param>
    /// <param name="by">Who proposes it.</param>
    /// <param name="now">Now, UTC.</param>
    public static Result<Decision> Propose(
        Unit unit,
        int number,
        Proposal proposal,
        Guid? meetingId,
        Guid by,
        DateTime now
    )
    {
        var decision = new Decision
        {
            Id = Ids.New(now),
            DistrictId = unit.DistrictId,
            UnitId = unit.Id,
            Number = number,
            Status = DecisionStatus.Proposed,
            ProposedById = by,
            ProposedAt = now,
            MeetingId = meetingId,
        };
        var set = decision.Set(proposal);
        return set.IsOk ? Result.Ok(decision) : set.Refusal!;
    }

    /// <summary>
    /// Puts the proposal into other words. Refused once hands were asked for: what people raised a hand on must not change
    /// below it (see <see cref="AskAgain"/>).
    /// </summary>
    public Result Change(Proposal proposal) =>
        Status == DecisionStatus.Proposed
            ? Set(proposal)
            : Result.Refused(
                IsOpen
                    ? "Hands were asked for on these words. Show the hands, then put it in other words and ask again."
                    : "This is over. Propose a new decision instead."
            );

    /// <summary>Withdraws it. Refused once it is decided or withdrawn, and without a reason.</summary>
    public Result Withdraw(string? reason, Guid by, DateTime now)
    {
        if (!IsOpen)
        {
            return Result.Refused("This is over already. Nothing was changed.");
        }

        var why = Text.Passage(reason, "why it is withdrawn", LongestText, "Reason");
        if (!why.IsOk || why.Value is null)
        {
            return why.Refusal ?? new Refusal("Say why it is withdrawn.", "Reason");
        }

        ForgetHands();
        (Status, Reasons, EndedAt, DecidedById) = (DecisionStatus.Withdrawn, why.Value, now, by);
        return Result.Ok();
    }

    /// <summary>
    /// Records what was decided, for good. Refused while hands are up and not shown, when it is over, without words or a
    /// choice of who decided, for consensus while someone blocks, for what is the leader's to decide when another records
    /// it, and for a decision against advice without its reason.
    /// </summary>
    /// <param name="taken">What was decided, as what, and why.</param>
    /// <param name="byLeader">True when who records it leads the unit.</param>
    /// <param name="notHeard">The teams that had no voice, see <see cref="GroupsNotHeard"/>.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="now">Now, UTC.</param>
    public Result Decide(
        DecisionTaken taken,
        bool byLeader,
        IReadOnlyList<string> notHeard,
        Guid by,
        DateTime now
    )
    {
        if (WhyNotDecided(taken.As, byLeader) is { } refused)
        {
            return refused;
        }

        var outcome = Text.Passage(taken.Outcome, "what was decided", LongestText, "Outcome");
        if (!outcome.IsOk || outcome.Value is null)
        {
            return outcome.Refusal ?? new Refusal("Write what was decided.", "Outcome");
        }

        var reasons = Text.Passage(taken.Reasons, "the reasons", LongestText, "Reasons");
        if (!reasons.IsOk)
        {
            return reasons.Refusal!;
        }

        if (taken.As == Work.DecidedAs.AgainstAdvice && reasons.Value is null)
        {
            return Result.Refused(
                "A decision against the team’s advice gives its reason. Write it for the team and the staff.",
                "Reasons"
            );
        }

        var words = Text.Shorten(string.Join('\n', notHeard), LongestNotHeard);
        (Status, DecidedAs, Outcome, Reasons) = (
            DecisionStatus.Decided,
            taken.As,
            outcome.Value,
            reasons.Value
        );
        (NotHeard, EndedAt, DecidedById) = (words.Length == 0 ? null : words, now, by);
        return Result.Ok();
    }

    /// <inheritdoc/>
    public ThingFace AsThing() =>
        new(
            ThingKind.Decision,
            Number,
            Title,
            Status switch
            {
                DecisionStatus.Decided => ThingStatus.Done,
                DecisionStatus.Withdrawn => ThingStatus.Dropped,
                DecisionStatus.Proposed => ThingStatus.Open,
                _ => ThingStatus.UnderWay,
            }
        );

    private Refusal? WhyNotDecided(DecidedAs? how, bool byLeader) =>
        Status == DecisionStatus.HandsOpen ? new("Hands are up. Show them first.")
        : !IsOpen ? new("This is over already. Nothing was changed.")
        : how is not { } known || !Enum.IsDefined(known) ? new("Choose who decided.", "As")
        : known != Work.DecidedAs.Consensus && !byLeader
            ? new("Only who leads here records what is theirs to decide.", "As")
        : known == Work.DecidedAs.Consensus && IsBlocked
            ? new(
                "Someone blocks the proposal, so it is no consensus. Put it in other words and ask again, or let the leader decide.",
                "As"
            )
        : null;

    private Result Set(Proposal proposal)
    {
        var title = Text.Required(proposal.Title, "what is proposed", LongestTitle, "Title");
        if (!title.IsOk)
        {
            return title.Refusal!;
        }

        var background = Text.Passage(
            proposal.Background,
            "the background",
            LongestText,
            "Background"
        );
        if (!background.IsOk)
        {
            return background.Refusal!;
        }

        (Title, Background) = (title.Value, background.Value);
        teams.RemoveAll(t => !proposal.Teams.Contains(t.TeamId));
        teams.AddRange(
            proposal
                .Teams.Distinct()
                .Except(teams.Select(t => t.TeamId))
                .ToList()
                .Select(id => new DecisionTeam(this, id))
        );
        return Result.Ok();
    }
}

/// <summary>What is proposed.</summary>
/// <param name="Title">In one sentence.</param>
/// <param name="Background">What one should know before deciding.</param>
/// <param name="Teams">The instructional teams it touches; none means all.</param>
public sealed record Proposal(string? Title, string? Background, IReadOnlyCollection<Guid> Teams);

/// <summary>What was decided.</summary>
/// <param name="As">Who decided; null when nothing was chosen.</param>
/// <param name="Outcome">In the words that are told.</param>
/// <param name="Reasons">Why.</param>
public sealed record DecisionTaken(DecidedAs? As, string? Outcome, string? Reasons);
