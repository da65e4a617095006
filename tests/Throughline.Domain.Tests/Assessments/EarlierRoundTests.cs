using Throughline.Domain.Assessments;

namespace Throughline.Domain.Tests.Assessments;

public class EarlierRoundTests
{
    [Theory]
    [InlineData(new[] { 2, 2, 2 }, new[] { 1, 1, 1 }, 1, "higher")]
    [InlineData(new[] { 1, 1, 1 }, new[] { 2, 2, 2 }, -1, "lower")]
    [InlineData(new[] { 1, 2, 3 }, new[] { 2, 2, 2 }, 0, "the same")]
    [InlineData(new[] { 1, 1, 2, 2 }, new[] { 1, 1, 1 }, 0.5, "higher")]
    public void Items_are_compared_by_median(
        int[] now,
        int[] before,
        double difference,
        string words
    )
    {
        var earlier = new EarlierRound("Spring", ShownResults.Team(before));

        var change = earlier.ChangeOf("item-1", ShownResults.Team(now).Team)!;

        (change.Difference, change.Words).ShouldBe((difference, words));
        (change.Now.Rated, change.Before.Rated).ShouldBe((now.Length, before.Length));
    }

    [Fact]
    public void Each_side_is_compared_with_itself()
    {
        var now = ShownResults.Team([3, 3, 3]).And([1, 1, 1]);
        var earlier = new EarlierRound("Spring", ShownResults.Team([2, 2, 2]));

        earlier.ChangeOf("item-1", now.Team).ShouldNotBeNull();
        earlier.ChangeOf("item-1", now.Outside!).ShouldBeNull();
    }

    [Fact]
    public void Items_that_one_round_lacks_or_hides_are_not_compared()
    {
        var earlier = new EarlierRound("Spring", ShownResults.Team([2, 2, 2], null));
        var now = ShownResults.Team([2, 2, 2], [2, 2, 2], [2, 2, 2]).Team;

        earlier.ChangeOf("item-2", now).ShouldBeNull();
        earlier.ChangeOf("item-3", now).ShouldBeNull();
    }

    [Fact]
    public void Rounds_are_compared_with_the_same_instrument_and_scale_in_any_version()
    {
        var one = Instruments.Read(Instruments.RatingScale());
        var newer = Instruments.Read(Instruments.RatingScale(items: 5, version: 2));
        var wider = Instruments.RatingScale(version: 3);
        wider["scale"]!["levels"]!.AsArray().RemoveAt(3);
        var reflection = Instruments.Read(Instruments.Reflection());

        EarlierRound.CanCompare(one, newer).ShouldBeTrue();
        EarlierRound.CanCompare(one, Instruments.Read(wider)).ShouldBeFalse();
        EarlierRound.CanCompare(one, Instruments.Read(Instruments.Rubric())).ShouldBeFalse();
        EarlierRound.CanCompare(reflection, reflection).ShouldBeFalse();
    }
}
