using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Assessments;
using Throughline.Domain.Shared;
using Throughline.Domain.Tests.Shared;

namespace Throughline.Domain.Tests.Assessments;

public class AgreedItemTests
{
    [Fact]
    public void Before_a_round_was_closed_there_is_nothing_to_agree_on()
    {
        var round = new TestRound();
        AgreedItem
            .Begin(round.Round, round.Instrument, "item-1", round.Now)
            .Refusal!.Message.ShouldContain("no results yet");
    }

    [Fact]
    public void An_item_begins_as_talked_about_with_nothing_recorded()
    {
        var round = Closed();
        var item = Begun(round, "item-2");

        item.State.ShouldBe(AgreedState.TalkedAbout);
        (item.Position, item.ItemKey, item.Closing).ShouldBe((2, "item-2", 0));
        (item.RoundId, item.UnitId, item.DistrictId).ShouldBe(
            (round.Round.Id, round.School.Id, round.School.DistrictId)
        );
        item.AsThing()
            .ShouldBe(
                new ThingFace(ThingKind.AgreedItem, 2, item.Title, ThingStatus.Open, round.Round.Id)
            );
    }

    [Fact]
    public void A_level_needs_its_reasons_and_must_be_on_the_scale()
    {
        var round = Closed();
        var item = Begun(round);

        Agree(item, round, 2, "  ").Refusal!.Field.ShouldBe("Reasons");
        Agree(item, round, 4, "Off the scale").Refusal!.Field.ShouldBe("Level");
        Agree(item, round, null, "No level").Refusal!.Field.ShouldBe("Level");
        Agree(item, round, 2, new string('x', AgreedItem.LongestReasons + 1))
            .Refusal!.Field.ShouldBe("Reasons");
        item.Records.ShouldBeEmpty();

        Agree(item, round, 0, "Nobody has seen it.").IsOk.ShouldBeTrue();

        (item.State, item.Level).ShouldBe((AgreedState.Agreed, 0));
        item.AsThing().Status.ShouldBe(ThingStatus.Done);
    }

    [Fact]
    public void A_team_may_say_that_it_does_not_agree_yet()
    {
        var round = Closed();
        var item = Begun(round);

        item.LeaveOpen(round.Round, null, round.Leader, round.Now).IsOk.ShouldBeTrue();

        (item.State, item.Level, item.Reasons).ShouldBe((AgreedState.NoAgreementYet, null, null));
        item.AsThing().Status.ShouldBe(ThingStatus.Open);
    }

    [Fact]
    public void What_was_recorded_before_stays_with_who_and_when()
    {
        var round = Closed();
        var item = Begun(round);
        Agree(item, round, 3, "We think so.");
        Agree(item, round, 2, "We looked again.");
        item.LeaveOpen(round.Round, "Two of us see it otherwise.", round.People[1], round.Now);

        item.Records.Select(r => (r.State, r.Level, r.Reasons))
            .ShouldBe([
                (AgreedState.Agreed, 3, "We think so."),
                (AgreedState.Agreed, 2, "We looked again."),
                (AgreedState.NoAgreementYet, (int?)null, "Two of us see it otherwise."),
            ]);
        item.Records[^1].ByPersonId.ShouldBe(round.People[1]);
    }

    [Fact]
    public void Recording_the_same_again_adds_nothing()
    {
        var round = Closed();
        var item = Begun(round);
        Agree(item, round, 2, "As we said.");
        Agree(item, round, 2, "As we said. ");
        item.Records.Count.ShouldBe(1);
    }

    [Fact]
    public void An_agreement_changes_no_result()
    {
        var round = Closed();
        var before = round.Published[^1].Document;
        Agree(Begun(round), round, 0, "Against all ratings.");
        round.Published[^1].Document.ShouldBe(before);
        round.Ratings.Count(r => r.ItemKey == "item-1").ShouldBe(5);
    }

    [Fact]
    public void While_the_round_is_open_again_what_is_recorded_stays_and_nothing_is_added()
    {
        var round = Closed();
        var item = Begun(round);
        Agree(item, round, 2, "On the first results.");
        item.IsOnEarlierResults(round.Round).ShouldBeFalse();

        round.Reopen();

        Agree(item, round, 3, "Too early").Refusal!.Message.ShouldContain("open again");
        item.LeaveOpen(round.Round, null, round.Leader, round.Now).IsOk.ShouldBeFalse();
        item.Level.ShouldBe(2);
        item.IsOnEarlierResults(round.Round).ShouldBeTrue();

        round.Close();
        item.IsOnEarlierResults(round.Round).ShouldBeTrue();
        Agree(item, round, 2, "On the first results.").IsOk.ShouldBeTrue();
        item.IsOnEarlierResults(round.Round).ShouldBeFalse();
        item.Records.Count.ShouldBe(2);
    }

    [Fact]
    public void A_question_is_agreed_on_in_words()
    {
        var round = new TestRound(instrument: Instruments.Read(Instruments.Reflection()));
        round.Close();
        var item = AgreedItem
            .Begin(round.Round, round.Instrument, round.Instrument.Items[0].Key, round.Now)
            .Value;

        Agree(item, round, 1, "With a level").Refusal!.Field.ShouldBe("Level");
        Agree(item, round, null, null).Refusal!.Field.ShouldBe("Reasons");
        Agree(item, round, null, "We meet to decide.").IsOk.ShouldBeTrue();
        (item.State, item.Level).ShouldBe((AgreedState.Agreed, null));
    }

    [Fact]
    public void A_rubric_offers_the_next_levels_descriptor_and_its_best_level_is_kept()
    {
        var rubric = Instruments.Read(Instruments.Rubric());
        var norms = rubric.Items[0];

        var next = NextLevel.After(rubric, norms, 1)!;
        (next.Level.Value, next.Descriptor, next.IsKept).ShouldBe((2, "All.", false));
        next = NextLevel.After(rubric, norms, 2)!;
        (next.Level.Value, next.Descriptor, next.IsKept).ShouldBe((2, "All.", true));
        NextLevel.After(rubric, norms, 3).ShouldBeNull();
    }

    [Fact]
    public void A_scale_offers_the_next_label_and_a_reversed_item_goes_down()
    {
        var scale = Instruments.Read(Instruments.RatingScale());
        var item = scale.Items[0];

        var next = NextLevel.After(scale, item, 1)!;
        (next.Level.Label, next.Descriptor).ShouldBe(("Label 2", null));
        var reversed = item with { Reversed = true };
        NextLevel.After(scale, reversed, 1)!.Level.Value.ShouldBe(0);
        NextLevel.After(scale, reversed, 0)!.IsKept.ShouldBeTrue();
        NextLevel.After(scale, reversed, 3)!.IsKept.ShouldBeFalse();
    }

    [Fact]
    public void Where_people_looked_at_themselves_there_is_nothing_to_agree_on()
    {
        var file = Instruments.RatingScale();
        file["audience"] = "person";
        var round = new TestRound(instrument: Instruments.Read(file));
        round.Close();

        AgreedItem
            .Begin(round.Round, round.Instrument, "item-1", round.Now)
            .Refusal.ShouldSay(null, "In this round each person looked at themselves.");
    }

    [Fact]
    public void What_cannot_be_recorded_says_what_is_missing()
    {
        var round = Closed();
        var item = Begun(round);
        var tooLong = new string('x', AgreedItem.LongestReasons + 1);

        Agree(item, round, null, "No level")
            .Refusal.ShouldSay("Level", "Choose the level the team agrees on");
        Agree(item, round, 2, " ").Refusal.ShouldSay("Reasons", "Write the reasons");
        Agree(item, round, 2, tooLong)
            .Refusal.ShouldSay("Reasons", "Shorten the reasons to 2000 characters");
        item.LeaveOpen(round.Round, tooLong, round.Leader, round.Now)
            .Refusal.ShouldSay("Reasons", "Shorten the reasons to 2000 characters");
        item.State.ShouldBe(AgreedState.TalkedAbout);
        Agree(item, round, 2, tooLong[1..]).IsOk.ShouldBeTrue();

        var questions = new TestRound(instrument: Instruments.Read(Instruments.Reflection()));
        questions.Close();
        var question = Begun(questions);
        Agree(question, questions, 1, "With a level")
            .Refusal.ShouldSay("Level", "A question has no levels.");
        Agree(question, questions, null, null)
            .Refusal.ShouldSay("Reasons", "Write what the team takes from this question.");
    }

    [Fact]
    public void What_was_never_recorded_rests_on_no_earlier_results()
    {
        var round = Closed();
        var item = Begun(round);

        round.Reopen();

        item.IsOnEarlierResults(round.Round).ShouldBeFalse();
    }

    [Fact]
    public void Another_round_or_instrument_is_a_bug()
    {
        var round = Closed();
        var item = Begun(round);
        var other = new TestRound(items: 4);
        other.Close();

        Should.Throw<ArgumentException>(() => Agree(item, Closed(), 2, "Elsewhere"));
        Should.Throw<ArgumentException>(() =>
            AgreedItem.Begin(round.Round, other.Instrument, "item-1", round.Now)
        );
        Should.Throw<ArgumentException>(() =>
            item.Agree(round.Round, other.Instrument, 2, "x", round.Leader, round.Now)
        );
        item.Records.ShouldBeEmpty();
    }

    // Whatever the team records in whatever order: the last thing it said stands, and each change is in the history.
    [Fact]
    public void The_history_ends_with_what_stands() =>
        Prop.ForAll(
                Gen.Choose(-1, 5).ListOf().ToArbitrary(),
                said =>
                {
                    var round = Closed();
                    var item = Begun(round);
                    foreach (var level in said)
                    {
                        _ =
                            level < 0
                                ? item.LeaveOpen(round.Round, null, round.Leader, round.Now)
                                : Agree(item, round, level, $"Because of {level}");
                    }

                    var kept = said.Where(l => l <= 3)
                        .Aggregate(
                            new List<int>(),
                            (all, l) => all.Count > 0 && all[^1] == l ? all : [.. all, l]
                        );
                    return item.Records.Count == kept.Count
                        && (kept.Count == 0 || (item.Level ?? -1) == kept[^1]);
                }
            )
            .QuickCheckThrowOnFailure();

    private static TestRound Closed()
    {
        var round = new TestRound().RateAll("item-1", 1, 2, 2, 3, 0);
        round.Close();
        return round;
    }

    private static AgreedItem Begun(TestRound round, string item = "item-1") =>
        AgreedItem.Begin(round.Round, round.Instrument, item, round.Now).Value;

    private static Domain.Shared.Result Agree(
        AgreedItem item,
        TestRound round,
        int? level,
        string? reasons
    ) => item.Agree(round.Round, round.Instrument, level, reasons, round.Leader, round.Tick());
}
