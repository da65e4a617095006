using Throughline.Domain.Assessments;
using static Throughline.Domain.Assessments.Perspective;
using static Throughline.Domain.Assessments.RaterGroup;

namespace Throughline.Domain.Tests.Assessments;

/// <summary>The team and those from outside are published apart, and split by group only where no part can be found.</summary>
public class SidesTests
{
    private const string Item = "item-1";

    [Fact]
    public void Each_side_has_its_own_figures_and_there_is_no_total()
    {
        var test = Round(5, Teacher, 3, Leader).RateAll(Item, 1, 1, 1, 2, 2, 3, 3, 3);

        test.Close();

        Counts(test.Results).ShouldBe([0, 3, 2, 0]);
        Counts(test.Outside).ShouldBe([0, 0, 0, 3]);
        (test.Results.Invited, test.Outside.Invited).ShouldBe((5, 3));
        test.Published[0].Document.ShouldNotContain("8");
    }

    [Fact]
    public void Two_from_outside_are_too_few_and_nothing_of_theirs_is_kept()
    {
        var test = Round(5, Teacher, 3, Leader).RateAll(Item, 1, 1, 1, 2, 2, 3, 3);
        test.Write(5, Item, "From outside");

        test.Close();

        test.Results.IsTooFew.ShouldBeFalse();
        test.Outside.IsTooFew.ShouldBeTrue();
        test.Outside.Item(Item)!.Figures.ShouldBeNull();
        test.All.GapOf(Item).ShouldBeNull();
        test.Published[0].Document.ShouldNotContain("From outside");
    }

    [Fact]
    public void Where_nobody_from_outside_was_asked_there_is_no_such_side()
    {
        var test = new TestRound(people: 4).RateAll(Item, 1, 2, 3, 3);

        test.Close();

        test.All.Outside.ShouldBeNull();
        test.All.Sides.Count.ShouldBe(1);
    }

    [Fact]
    public void A_round_that_only_people_from_outside_rate_has_their_side_alone()
    {
        var test = Round(0, Teacher, 4, Reviewer).RateAll(Item, 1, 2, 3, 3);

        test.Close();

        test.Results.IsTooFew.ShouldBeTrue();
        test.All.Sides.Select(s => s.Perspective).ShouldBe([Outside]);
        Counts(test.Outside).ShouldBe([0, 1, 1, 2]);
    }

    [Fact]
    public void After_a_reopening_one_side_changes_and_the_other_stays()
    {
        var test = Round(4, Teacher, 4, Leader).RateAll(Item, 0, 0, 0, 0, 1, 1, 1, 1);
        test.Close();
        test.Reopen();
        test.RateAll(Item, 3, 3, 3);
        test.Rate(4, Item, 3);
        test.Rate(5, Item, 3);

        test.Close();

        Counts(test.Results).ShouldBe([1, 0, 0, 3]);
        Counts(test.Outside).ShouldBe([0, 4, 0, 0]);
        test.Published[1].EarlierStays(test.Results).ShouldBeFalse();
        test.Published[1].EarlierStays(test.Outside).ShouldBeTrue();
        test.Outside.FiguresAt.ShouldBe(test.Published[0].PublishedAt);
    }

    [Fact]
    public void Notes_stand_with_the_side_of_their_writer()
    {
        var test = Round(3, Teacher, 3, Leader).RateAll(Item, 1, 1, 1, 2, 2, 2);
        test.Write(0, Item, "A member");
        test.Write(4, Item, "A visitor");

        test.Close();

        test.Results.NotesTo(Item)!.Texts.ShouldBe(["A member"]);
        test.Outside.NotesTo(Item)!.Texts.ShouldBe(["A visitor"]);
    }

    [Fact]
    public void Figures_are_split_where_every_group_has_three_levels()
    {
        var test = Team(4, Teacher, 3, Coach).RateAll(Item, 0, 0, 1, 1, 3, 3, 2);

        test.Close();

        var split = test.Results.Item(Item)!.Split!;
        split.Select(s => s.Group).ShouldBe([Teacher, Coach]);
        split[0].Figures.Counts.Select(c => c.People).ShouldBe([2, 2, 0, 0]);
        split[1].Figures.Counts.Select(c => c.People).ShouldBe([0, 0, 1, 2]);
    }

    [Fact]
    public void One_group_that_is_too_small_hides_the_whole_split_because_it_is_the_rest()
    {
        var test = Team(4, Teacher, 3, Coach).RateAll(Item, 0, 0, 1, 1, 3, 3);
        test.Rate(6, Item, Answer.NotSeenEnough);

        test.Close();

        test.Results.Item(Item)!.Figures.ShouldNotBeNull();
        test.Results.Item(Item)!.Split.ShouldBeNull();
    }

    [Fact]
    public void One_group_alone_is_no_split()
    {
        var test = new TestRound(people: 6).RateAll(Item, 0, 1, 1, 2, 2, 3);

        test.Close();

        test.Results.Item(Item)!.Split.ShouldBeNull();
    }

    [Fact]
    public void A_newcomer_of_another_group_hides_the_split()
    {
        var test = Team(4, Teacher, 4, Coach).RateAll(Item, 0, 0, 1, 1, 3, 3, 2, 2);
        test.Close().Item(Item)!.Split.ShouldNotBeNull();
        test.Reopen().Ask(Perspective.Team, Leader);
        test.RateAll(Item, 3, 3, 3, 3, 0, 0, 0, 0, 2);

        test.Close();

        Counts(test.Results).ShouldBe([4, 0, 1, 4]);
        test.Results.Item(Item)!.Split.ShouldBeNull();
    }

    [Fact]
    public void A_total_that_would_uncover_one_persons_change_beside_an_earlier_split_waits()
    {
        var test = Team(4, Teacher, 4, Coach).RateAll(Item, 0, 0, 0, 0, 1, 1, 1, 1);
        test.Close().Item(Item)!.Split.ShouldNotBeNull();
        test.Reopen();
        // Four people change, but three of them are all who change among the coaches.
        test.Rate(0, Item, 3);
        test.Rate(4, Item, 2);
        test.Rate(5, Item, 2);
        test.Rate(6, Item, 2);
        test.Close();
        test.Results.Item(Item)!.FiguresFrom.ShouldBe(2);
        test.Results.Item(Item)!.Split.ShouldBeNull();
        test.Reopen();
        test.RateAll(Item, 3, 3, 3, 3);

        // Now both groups have changed by three and more since the split; yet total 2, less the teachers then and the
        // coaches now, would be the change of person 0.
        test.Close();

        test.Results.Item(Item)!.FiguresFrom.ShouldBe(3);
        test.Results.Item(Item)!.Split.ShouldBeNull();
    }

    // All answers together would be safe: three people took “not seen” back. The levels alone are those of two.
    [Fact]
    public void Two_new_levels_do_not_hide_behind_someone_who_took_not_seen_back()
    {
        var test = new TestRound(people: 6).RateAll(Item, 1, 1, 1);
        SeeNothing(test, 3, 4, 5);
        test.Close();
        test.Reopen();
        test.Rate(3, Item, 3);
        test.Rate(4, Item, 3);
        test.Rate(5, Item, Answer.None);

        test.Close();

        Counts(test.Results).ShouldBe([0, 3, 0, 0]);
        test.Results.Item(Item)!.FiguresFrom.ShouldBe(1);
    }

    [Fact]
    public void One_new_level_does_not_hide_behind_three_who_have_not_seen_enough()
    {
        var test = ClosedWithOneNewLevel();

        Counts(test.Results).ShouldBe([0, 3, 0, 0]);
        test.Results.Item(Item)!.FiguresFrom.ShouldBe(1);
    }

    [Fact]
    public void Three_new_levels_are_shown()
    {
        var test = new TestRound(people: 6).RateAll(Item, 1, 1, 1);
        SeeNothing(test, 3, 4, 5);
        test.Close();
        test.Reopen().RateAll(Item, 1, 1, 1, 3, 3, 3);

        test.Close();

        Counts(test.Results).ShouldBe([0, 3, 0, 3]);
        test.Results.Item(Item)!.FiguresFrom.ShouldBe(2);
    }

    [Fact]
    public void What_was_shown_and_cannot_be_followed_by_new_figures_stays_until_it_can()
    {
        var test = ClosedWithOneNewLevel();
        test.Reopen().RateAll(Item, 1, 1, 1, 3, 3, 3);

        test.Close();

        Counts(test.Results).ShouldBe([0, 3, 0, 4]);
        test.Results.Item(Item)!.FiguresFrom.ShouldBe(3);
    }

    private static TestRound ClosedWithOneNewLevel()
    {
        var test = new TestRound(people: 7).RateAll(Item, 1, 1, 1);
        test.Close();
        test.Reopen();
        SeeNothing(test, 3, 4, 5);
        test.Rate(6, Item, 3);
        test.Close();
        return test;
    }

    private static void SeeNothing(TestRound test, params int[] people)
    {
        foreach (var person in people)
        {
            test.Rate(person, Item, Answer.NotSeenEnough);
        }
    }

    private static TestRound Round(int team, RaterGroup member, int outside, RaterGroup visitor) =>
        new(team + outside, from: i => i < team ? (Perspective.Team, member) : (Outside, visitor));

    private static TestRound Team(int first, RaterGroup one, int second, RaterGroup other) =>
        new(first + second, from: i => (Perspective.Team, i < first ? one : other));

    private static int[] Counts(SideResults side) =>
        [.. side.Item(Item)!.Figures!.Counts.Select(c => c.People)];
}
