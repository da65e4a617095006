using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Shared;
using Throughline.Domain.Tests.Shared;
using Throughline.Domain.Work;
using static Throughline.Domain.Tests.Units.Places;

namespace Throughline.Domain.Tests.Work;

public class DecisionTests
{
    private static readonly Guid Me = SomeId(1);
    private static readonly Guid Stranger = SomeId(99);
    private static readonly Guid[] Sitting = [.. Enumerable.Range(10, 6).Select(SomeId)];
    private static readonly Proposal Plan = new("We plan together on Tuesdays", "Because.", []);

    [Fact]
    public void A_proposal_says_what_why_and_whom_it_touches()
    {
        var (one, two) = (SomeId(30), SomeId(31));
        var decision = Proposed(Plan with { Teams = [one, one, two] });

        (decision.Title, decision.Background, decision.Status).ShouldBe(
            (Plan.Title, "Because.", DecisionStatus.Proposed)
        );
        decision.Teams.Select(t => t.TeamId).ShouldBe([one, two]);
        decision.Change(Plan with { Teams = [two] }).IsOk.ShouldBeTrue();
        decision.Teams.Select(t => t.TeamId).ShouldBe([two]);
        Decision
            .Propose(School, 1, Plan with { Title = " " }, null, Me, Now)
            .Refusal.ShouldSay("Title", "Enter what is proposed.");
        decision
            .Change(Plan with { Background = new string('x', 4001) })
            .Refusal.ShouldSay("Background", "Shorten the background");
    }

    [Fact]
    public void Words_do_not_change_below_a_raised_hand()
    {
        var decision = Asked();
        decision.Change(Plan).Refusal.ShouldSay(null, "Hands were asked for on these words.");
        decision
            .AskForHands(Sitting, false)
            .Refusal.ShouldSay(null, "Hands were asked for already");
        Raise(decision, 0, 3);
        decision.ShowHands(SomeOrder).IsOk.ShouldBeTrue();
        decision.Change(Plan).IsOk.ShouldBeFalse();

        decision.AskAgain().IsOk.ShouldBeTrue();

        (decision.Status, decision.AskedCount).ShouldBe((DecisionStatus.Proposed, 0));
        (decision.Counts, decision.Tallies.Count).ShouldBe((null, 0));
        decision.Change(Plan with { Title = "In other words" }).IsOk.ShouldBeTrue();
        decision.AskAgain().Refusal.ShouldSay(null, "The hands are not shown.");
    }

    [Fact]
    public void Without_a_team_nobody_is_asked() =>
        Proposed(Plan)
            .AskForHands([], false)
            .Refusal.ShouldSay(null, "Nobody sits on the ILT, so there is nobody to ask.");

    [Fact]
    public void A_block_without_a_reason_is_always_refused()
    {
        var decision = Asked();
        foreach (var words in new[] { null, "", " \n " })
        {
            decision
                .Raise(Sitting[0], 0, words, named: true)
                .Refusal.ShouldSay("Words", "A fist blocks the proposal.");
        }

        decision.UpCount.ShouldBe(0);
        foreach (var fingers in new int?[] { null, -1, 6 })
        {
            decision
                .Raise(Sitting[0], fingers, "x", false)
                .Refusal.ShouldSay("Fingers", "Choose how many fingers you show");
        }

        decision
            .CountTable([1, 0, 0, 5, 0, 0], " ", SomeId())
            .Refusal.ShouldSay("Words", "Someone blocks the proposal.");
        decision.Raise(Sitting[0], 0, new string('x', 501), false).Refusal!.Field.ShouldBe("Words");
        decision.Status.ShouldBe(DecisionStatus.HandsOpen);
    }

    [Fact]
    public void Hands_are_shown_all_at_once_and_then_belong_to_nobody()
    {
        var decision = Asked();
        decision.ShowHands(SomeOrder).Refusal.ShouldSay(null, "No hand is up yet.");
        decision.Raise(Sitting[0], 0, "Not with the youngest.", named: false);
        decision.Raise(Sitting[1], 2, "Try it in two grades.", named: true);
        decision.Raise(Sitting[2], 4, "A word beside four is no concern.", named: true);
        decision.Counts.ShouldBeNull();
        (decision.Tallies.Count, decision.Concerns.Count).ShouldBe((0, 0));

        decision.ShowHands(SomeOrder).IsOk.ShouldBeTrue();

        decision.Counts.ShouldBe([1, 0, 1, 0, 1, 0]);
        decision.Hands.ShouldBeEmpty();
        decision
            .Concerns.OrderBy(c => c.IsBlock)
            .Select(c => (c.IsBlock, c.Words, c.OwnerId))
            .ShouldBe([
                (false, "Try it in two grades.", Sitting[1]),
                (true, "Not with the youngest.", null),
            ]);
        decision.Raise(Sitting[3], 5, null, false).Refusal.ShouldSay(null, "The hands are shown");
    }

    // Any people raise and change as they like: before showing nothing is counted, and then each hand counts once, as
    // it stood last.
    [Fact]
    public void Any_raising_and_changing_ends_in_counts_that_sum_to_the_hands_that_are_up() =>
        Prop.ForAll(
                (
                    from person in Gen.Choose(0, 7)
                    from fingers in Gen.Choose(-1, 6)
                    from words in Gen.Elements(null, " ", "Not like this.")
                    from named in Gen.Elements(true, false)
                    select (person, fingers, words, named)
                )
                    .ListOf()
                    .ToArbitrary(),
                raised =>
                {
                    var decision = Asked();
                    var last = new Dictionary<Guid, int>();
                    foreach (var (person, fingers, words, named) in raised)
                    {
                        // Two of the eight do not sit on the team.
                        var id = person < 6 ? Sitting[person] : SomeId(90 + person);
                        var done = decision.Raise(id, fingers, words, named);
                        var may =
                            person < 6
                            && fingers is >= 0 and <= 5
                            && (fingers > 0 || !string.IsNullOrWhiteSpace(words));
                        if (done.IsOk != may || decision.Counts is not null)
                        {
                            return false;
                        }

                        if (may)
                        {
                            last[id] = fingers;
                        }
                    }

                    if (!decision.ShowHands(SomeOrder).IsOk)
                    {
                        return last.Count == 0;
                    }

                    var expected = Enumerable
                        .Range(0, 6)
                        .Select(n => last.Values.Count(f => f == n));
                    return decision.Counts!.Sum() == last.Count
                        && decision.Counts!.SequenceEqual(expected)
                        && decision.Hands.Count == 0;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Who_did_not_sit_on_the_team_when_hands_were_asked_for_raises_none()
    {
        var decision = Asked();
        decision
            .Raise(Stranger, 3, null, false)
            .Refusal.ShouldSay(null, "Only those who sat on the ILT");
        Asked(secret: true)
            .MayRaiseSecretly(Stranger, 3, null, false, SomeId())
            .Refusal.ShouldSay(null, "Only those who sat on the ILT");
        decision.AskedCount.ShouldBe(6);
    }

    [Fact]
    public void A_secret_hand_is_never_kept_beside_a_person()
    {
        var decision = Asked(secret: true);
        var hand = decision.MayRaiseSecretly(Sitting[0], 1, "Too soon.", false, SomeId()).Value;
        (hand.Fingers, hand.Concern!.Words, hand.Concern.OwnerId).ShouldBe((1, "Too soon.", null));
        decision
            .MayRaiseSecretly(Sitting[0], 1, "Too soon.", true, SomeId())
            .Value.Concern!.OwnerId.ShouldBe(Sitting[0]);
        decision
            .MayRaiseSecretly(Sitting[0], 0, null, false, SomeId())
            .Refusal.ShouldSay("Words", "A fist blocks");
        decision.Hands.ShouldAllBe(h => !h.IsUp && h.Fingers == null && h.Words == null);
        Should.Throw<InvalidOperationException>(() => decision.Raise(Sitting[0], 3, null, false));
        decision.Counts.ShouldBeNull();
        decision.Tallies.Select(t => t.People).ShouldBe([0, 0, 0, 0, 0, 0]);
    }

    [Fact]
    public void One_device_counts_for_the_whole_table()
    {
        var decision = Asked();
        Raise(decision, 0, 3);
        foreach (var wrong in new int[][] { [], [0, 0, 0, 0, 0], [-1, 2, 0, 0, 0, 0] })
        {
            decision
                .CountTable(wrong, null, SomeId())
                .Refusal.ShouldSay("Counts", "Enter how many");
        }

        decision
            .CountTable([0, 0, 0, 0, 0, 0], null, SomeId())
            .Refusal.ShouldSay("Counts", "Enter the hands you saw.");
        decision
            .CountTable([0, 0, 0, 0, 0, 7], null, SomeId())
            .Refusal.ShouldSay("Counts", "That is 7 hands; 6 people sit on the team.");
        decision
            .CountTable([0, int.MaxValue, int.MaxValue, 0, 0, 2], null, SomeId())
            .IsOk.ShouldBeFalse();

        decision.CountTable([1, 0, 0, 2, 3, 0], "Not now.", SomeId()).IsOk.ShouldBeTrue();

        decision.Counts.ShouldBe([1, 0, 0, 2, 3, 0]);
        (decision.Hands.Count, decision.IsBlocked).ShouldBe((0, true));
        decision.Concerns.ShouldHaveSingleItem().OwnerId.ShouldBeNull();
        decision.CountTable([0, 0, 0, 6, 0, 0], null, SomeId()).IsOk.ShouldBeFalse();
    }

    [Fact]
    public void Consensus_is_refused_while_someone_blocks()
    {
        var decision = Asked();
        decision.Raise(Sitting[0], 0, "Not now.", false);
        Decide(decision, DecidedAs.Consensus).ShouldSay(null, "Hands are up. Show them first.");
        decision.ShowHands(SomeOrder);
        Decide(decision, DecidedAs.Consensus).ShouldSay("As", "Someone blocks the proposal");
        Decide(decision, DecidedAs.LeadersOwn, byLeader: true).ShouldBeNull();
        decision.Status.ShouldBe(DecisionStatus.Decided);
    }

    [Theory]
    [InlineData(DecidedAs.OnAdvice)]
    [InlineData(DecidedAs.AgainstAdvice)]
    [InlineData(DecidedAs.LeadersOwn)]
    public void What_is_the_leaders_to_decide_only_the_leader_records(DecidedAs how)
    {
        Decide(Proposed(Plan), how).ShouldSay("As", "Only who leads here");
        Decide(Proposed(Plan), how, byLeader: true).ShouldBeNull();
    }

    [Fact]
    public void A_decision_against_the_advice_gives_its_reason()
    {
        var decision = Proposed(Plan);
        Decide(decision, DecidedAs.AgainstAdvice, byLeader: true, reasons: " ")
            .ShouldSay("Reasons", "A decision against the team’s advice gives its reason.");
        decision.Status.ShouldBe(DecisionStatus.Proposed);
        Decide(decision, DecidedAs.OnAdvice, byLeader: true, reasons: null).ShouldBeNull();
        decision.Reasons.ShouldBeNull();
    }

    [Fact]
    public void What_is_decided_stays_with_its_words_and_who_was_not_heard()
    {
        var decision = Proposed(Plan);
        Decide(decision, null).ShouldSay("As", "Choose who decided.");
        Decide(decision, (DecidedAs)9).ShouldSay("As", "Choose who decided.");
        Decide(decision, DecidedAs.Consensus, outcome: " ").ShouldSay("Outcome", "Write what was");

        Decide(decision, DecidedAs.Consensus).ShouldBeNull();

        (decision.Outcome, decision.NotHeard, decision.EndedAt, decision.DecidedById).ShouldBe(
            ("So be it.", "Music\nGifted", Now, Me)
        );
        Decide(decision, DecidedAs.Consensus).ShouldSay(null, "This is over already.");
        decision.Withdraw("No.", Me, Now).IsOk.ShouldBeFalse();
        decision.Change(Plan).Refusal.ShouldSay(null, "This is over.");
        decision
            .AsThing()
            .ShouldBe(new ThingFace(ThingKind.Decision, 2, decision.Title, ThingStatus.Done));
    }

    [Fact]
    public void Withdrawing_needs_a_reason_and_lets_the_hands_go()
    {
        var decision = Asked();
        Raise(decision, 0, 3);
        decision.Withdraw(" ", Me, Now).Refusal.ShouldSay("Reason", "Say why it is withdrawn.");
        decision.Withdraw("Not needed.", Me, Now).IsOk.ShouldBeTrue();
        (decision.Status, decision.Reasons, decision.Hands.Count).ShouldBe(
            (DecisionStatus.Withdrawn, "Not needed.", 0)
        );
        decision.AsThing().Status.ShouldBe(ThingStatus.Dropped);
    }

    [Fact]
    public void Groups_without_a_voice_are_those_nobody_speaks_for_and_those_whose_voice_was_absent()
    {
        var (theo, ben) = (SomeId(40), SomeId(41));
        MappedTeam[] map =
        [
            new(SomeId(50), "Grade 4", [theo]),
            new(SomeId(51), "Grade 5", [ben, theo]),
            new(SomeId(52), "Gifted", []),
        ];

        GroupsNotHeard.Of(map, [], [], null).ShouldBe(["Gifted (nobody speaks for it)"]);
        GroupsNotHeard
            .Of(map, [new("Newcomers", null), new("Band", theo), new("Chess", ben)], [], [ben])
            .ShouldBe([
                "Grade 4 (who speaks for it was not there)",
                "Gifted (nobody speaks for it)",
                "Newcomers (nobody speaks for them)",
                "Band (who speaks for them was not there)",
            ]);
        GroupsNotHeard.Of(map, [], [map[1].TeamId], [theo]).ShouldBeEmpty();
        GroupsNotHeard.Of(map, [], [map[0].TeamId], []).ShouldHaveSingleItem();
        // Students of every group are in every team.
        GroupsNotHeard
            .Of(map, [new("Newcomers", null)], [map[1].TeamId], [theo])
            .ShouldBe(["Newcomers (nobody speaks for them)"]);
    }

    private static Guid SomeOrder() => SomeId(7);

    private static Decision Proposed(Proposal proposal) =>
        Decision.Propose(School, 2, proposal, null, Me, Now).Value;

    private static Decision Asked(bool secret = false)
    {
        var decision = Proposed(Plan);
        decision.AskForHands(Sitting, secret).IsOk.ShouldBeTrue();
        return decision;
    }

    private static void Raise(Decision decision, int person, int fingers) =>
        decision.Raise(Sitting[person], fingers, null, false).IsOk.ShouldBeTrue();

    private static Refusal? Decide(
        Decision decision,
        DecidedAs? how,
        bool byLeader = false,
        string? outcome = "So be it.",
        string? reasons = "It is fair."
    ) =>
        decision.Decide(new(how, outcome, reasons), byLeader, ["Music", "Gifted"], Me, Now).Refusal;
}
