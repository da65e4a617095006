using Throughline.Domain.Assessments;
using static Throughline.Domain.Tests.Assessments.ShownResults;

namespace Throughline.Domain.Tests.Assessments;

public class WhatStandsOutTests
{
    private static readonly int[] Middling = [1, 1, 2, 2, 1, 2];

    [Fact]
    public void Where_the_team_stands_highest_and_agrees() =>
        Said(FindingKind.Strength, Team(Middling, [3, 3, 3, 3, 3, 2], [3, 3, 3, 3, 3, 3]))
            .ShouldBe(
                "The team stands highest, and agrees, on “Statement 3”: median 3, agreement 1.00."
            );

    [Fact]
    public void The_highest_without_agreement_is_no_strength() =>
        Said(FindingKind.Strength, Team([0, 0, 3, 3, 3, 3], Middling)).ShouldBeNull();

    [Fact]
    public void The_highest_of_low_ones_is_no_strength() =>
        Said(FindingKind.Strength, Team([1, 1, 1, 1, 1, 1], [0, 0, 0, 0, 0, 0])).ShouldBeNull();

    [Fact]
    public void The_highest_in_the_very_middle_of_the_scale_is_no_strength() =>
        Said(FindingKind.Strength, Team([1, 1, 1, 2, 2, 2], [0, 0, 0, 0, 0, 0])).ShouldBeNull();

    [Theory]
    [InlineData(new[] { 2, 2, 2, 2, 2 }, new[] { 0, 2, 2, 2, 3 })]
    [InlineData(new[] { 1, 2, 2, 2, 2 }, new[] { 1, 1, 2, 2, 2 })]
    [InlineData(new[] { 1, 1, 2, 2, 2 }, new[] { 0, 2, 2, 2, 2 })]
    public void Of_the_same_median_more_people_at_the_low_end_are_further_away(
        int[] one,
        int[] other
    )
    {
        const string second = "There is furthest to go on “Statement 2”: median 2.";

        Said(FindingKind.FurthestToGo, Team(one, other, [3, 3, 3])).ShouldBe(second);
    }

    // Turned round, the low end is where the values are high.
    [Fact]
    public void Of_reversed_items_with_the_same_median_more_people_at_the_high_end_are_further_away()
    {
        var file = Instruments.RatingScale(items: 3);
        foreach (var item in file["parts"]![0]!["items"]!.AsArray())
        {
            item!["reversed"] = true;
        }

        var found = WhatStandsOut.In(
            Instruments.Read(file),
            Team([0, 1, 1, 1, 1], [1, 1, 1, 1, 3], [0, 0, 0, 0, 0]),
            null
        );

        found.Single(f => f.Kind == FindingKind.FurthestToGo).Item.Key.ShouldBe("item-2");
    }

    [Fact]
    public void Where_there_is_furthest_to_go() =>
        Said(FindingKind.FurthestToGo, Team([1, 1, 1, 1, 2, 2], [0, 0, 1, 1, 1, 3], [2, 2, 2]))
            .ShouldBe("There is furthest to go on “Statement 2”: median 1.");

    [Fact]
    public void Where_all_medians_are_the_same_nothing_is_highest_or_lowest()
    {
        var results = Team([2, 2, 2, 2, 2, 2], [2, 2, 2, 2, 2, 2]);

        Find(results).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(
        new[] { 0, 0, 0, 3, 3, 3 },
        "The team agrees least on “Statement 1”: 0–3, the middle half 0–3, agreement 0.00."
    )]
    [InlineData(
        new[] { 0, 0, 3, 3 },
        "The team agrees least on “Statement 1”: 0–3, the middle half 0–3, 1.5 levels from the median on average."
    )]
    public void Where_the_team_agrees_least(int[] said, string sentence) =>
        Said(FindingKind.LeastAgreed, Team(said, [1, 1, 3, 3, 2, 2, 3])).ShouldBe(sentence);

    [Fact]
    public void Least_agreed_is_what_has_the_lowest_figure_of_agreement() =>
        Said(
                FindingKind.LeastAgreed,
                Team([1, 1, 1, 1, 1, 3, 3, 3, 3], [0, 1, 1, 1, 2, 2, 3, 3], [2, 2, 2, 2, 2, 2])
            )
            .ShouldStartWith("The team agrees least on “Statement 2”");

    // Of five people and fewer there is only the deviation, and no agreement at all comes before a weak one.
    [Theory]
    [InlineData(new[] { 1, 1, 2, 3, 3 }, new[] { 0, 1, 2, 3 })]
    [InlineData(new[] { 0, 1, 2, 3 }, new[] { 0, 0, 3, 3 })]
    [InlineData(new[] { 0, 1, 2, 3 }, new[] { 0, 0, 0, 1, 2, 3, 3, 3 })]
    public void Least_agreed_is_where_people_stand_furthest_apart(int[] one, int[] other) =>
        Said(FindingKind.LeastAgreed, Team(one, other))
            .ShouldStartWith("The team agrees least on “Statement 2”");

    [Fact]
    public void Where_it_agrees_everywhere_nothing_is_least_agreed() =>
        Said(FindingKind.LeastAgreed, Team([2, 2, 2, 2, 1, 2], [1, 1, 1])).ShouldBeNull();

    [Theory]
    [InlineData(
        new[] { 3, 3, 3, 3 },
        new[] { 1, 1, 2 },
        "The team and the view from outside are furthest apart on “Statement 1”: the team sees it much higher, median 3 against 1 (4 and 3 people)."
    )]
    [InlineData(
        new[] { 1, 1, 1, 1 },
        new[] { 2, 3, 3 },
        "The team and the view from outside are furthest apart on “Statement 1”: the team sees it much lower, median 1 against 3 (4 and 3 people)."
    )]
    public void The_largest_gap_and_its_direction(int[] team, int[] outside, string sentence) =>
        Said(FindingKind.LargestGap, Team(team, [2, 2, 2]).And(outside, [2, 2, 2]))
            .ShouldBe(sentence);

    [Theory]
    [InlineData(new[] { 2, 2, 2, 3, 3 }, "the team sees it clearly higher, median 2 against 2")]
    [InlineData(new[] { 2, 2, 2, 1, 1 }, "the team sees it clearly lower, median 2 against 2")]
    public void A_gap_of_medium_size_is_clear_and_not_much(int[] team, string words) =>
        Said(FindingKind.LargestGap, Team(team).And([2, 2, 2]))
            .ShouldNotBeNull()
            .ShouldContain(words);

    [Fact]
    public void The_largest_gap_is_the_largest_in_either_direction() =>
        Said(FindingKind.LargestGap, Team([2, 2, 2, 3, 3], [0, 0, 0]).And([2, 2, 2], [3, 3, 3]))
            .ShouldNotBeNull()
            .ShouldContain("“Statement 2”: the team sees it much lower");

    [Fact]
    public void A_little_is_no_gap_worth_a_sentence() =>
        Said(FindingKind.LargestGap, Team([1, 2, 2, 3]).And([1, 2, 2])).ShouldBeNull();

    [Fact]
    public void Sides_that_are_alike_have_no_gap_and_a_side_too_small_has_none()
    {
        Said(FindingKind.LargestGap, Team([2, 2, 2, 1]).And([2, 2, 2])).ShouldBeNull();
        Said(FindingKind.LargestGap, Team([3, 3, 3]).And((int[]?)null)).ShouldBeNull();
    }

    [Fact]
    public void The_largest_change_since_an_earlier_round() =>
        Said(FindingKind.LargestChange, Team([2, 2, 2], [3, 3, 3, 3]), Team([1, 1, 1], [1, 1, 1]))
            .ShouldBe(
                "Since “Spring” most has changed on “Statement 2”: median 3, higher than 1 then (4 and 3 people)."
            );

    [Fact]
    public void Less_than_a_level_is_no_change_worth_a_sentence() =>
        Said(FindingKind.LargestChange, Team([2, 2, 2]), Team([1, 1, 2, 2])).ShouldBeNull();

    [Theory]
    [InlineData(new[] { 2, 2, 2 }, "median 2, higher than 1 then (3 and 3 people).")]
    [InlineData(new[] { 0, 0, 0 }, "median 0, lower than 1 then (3 and 3 people).")]
    public void A_whole_level_is_a_change_in_either_direction(int[] now, string words) =>
        Said(FindingKind.LargestChange, Team(now), Team([1, 1, 1])).ShouldEndWith(words);

    [Fact]
    public void A_quarter_exactly_is_often() =>
        Said(FindingKind.OftenNotSeen, Team([1, 1, 1, 1, 1, 1, 1, 1, 1, NotSeen, NotSeen, NotSeen]))
            .ShouldEndWith(": 3 of the 12 who answered.");

    // Four of sixteen are more people, three of nine a larger share.
    [Fact]
    public void Not_seen_most_often_goes_by_the_share() =>
        Said(
                FindingKind.OftenNotSeen,
                Team(
                    [.. Enumerable.Repeat(1, 12), NotSeen, NotSeen, NotSeen, NotSeen],
                    [1, 1, 1, 1, 1, 1, NotSeen, NotSeen, NotSeen]
                )
            )
            .ShouldBe(
                "Many on the team have not seen enough of “Statement 2”: 3 of the 9 who answered."
            );

    [Theory]
    [InlineData(new[] { 1, 1, 1, 1, 1, 1, NotSeen, NotSeen, NotSeen }, true)]
    [InlineData(new[] { 1, 1, 1, 1, 1, 1, NotSeen, NotSeen }, false)]
    [InlineData(new[] { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, NotSeen, NotSeen, NotSeen }, false)]
    public void What_a_quarter_and_at_least_three_have_not_seen(int[] said, bool often)
    {
        var sentence = Said(FindingKind.OftenNotSeen, Team(said));

        sentence.ShouldBe(
            often
                ? "Many on the team have not seen enough of “Statement 1”: 3 of the 9 who answered."
                : null
        );
    }

    [Fact]
    public void What_those_from_outside_have_not_seen() =>
        Said(FindingKind.OftenNotSeen, Team([1, 1, 1]).And([2, 2, 2, NotSeen, NotSeen, NotSeen]))
            .ShouldBe(
                "Many who look from outside have not seen enough of “Statement 1”: 3 of the 6 who answered."
            );

    [Fact]
    public void Of_a_reversed_item_low_is_good()
    {
        var file = Instruments.RatingScale(items: 2);
        file["parts"]![0]!["items"]![1]!["reversed"] = true;
        var instrument = Instruments.Read(file);
        var warningLow = Team([1, 1, 1, 1, 1, 1], [0, 0, 0, 0, 0, 0]);
        var warningHigh = Team([2, 2, 2, 2, 2, 2], [3, 3, 3, 3, 3, 3]);

        Texts(WhatStandsOut.In(instrument, warningLow, null))
            .ShouldBe([
                "The team stands highest, and agrees, on “Statement 2”: median 0, where low is good, agreement 1.00.",
                "There is furthest to go on “Statement 1”: median 1.",
            ]);
        Texts(WhatStandsOut.In(instrument, warningHigh, null))
            .ShouldBe([
                "The team stands highest, and agrees, on “Statement 1”: median 2, agreement 1.00.",
                "There is furthest to go on “Statement 2”: median 3, where low is good.",
            ]);
    }

    [Fact]
    public void Nothing_is_said_where_nothing_is_shown()
    {
        Find(Team(null, null, null)).ShouldBeEmpty();
        var reflection = Instruments.Read(Instruments.Reflection());
        WhatStandsOut.In(reflection, Team(), null).ShouldBeEmpty();
    }

    [Fact]
    public void There_are_at_most_six_sentences_one_of_each_kind()
    {
        var results = Team(
                [3, 3, 3, 3, 3, 3],
                [0, 0, 0, 3, 3, 3],
                [0, 0, 0, NotSeen, NotSeen, NotSeen]
            )
            .And([1, 1, 1], [2, 2, 2], [3, 3, 3]);

        var found = WhatStandsOut.In(
            Instrument,
            results,
            new EarlierRound("Spring", Team([1, 1, 1], [1, 1, 1], [1, 1, 1]))
        );

        found.Select(f => f.Kind).ShouldBe(Enum.GetValues<FindingKind>());
    }

    private static Instrument Instrument { get; } =
        Instruments.Read(Instruments.RatingScale(items: 3));

    private static string? Said(
        FindingKind kind,
        RoundResults results,
        RoundResults? earlier = null
    )
    {
        var found = WhatStandsOut.In(
            Instrument,
            results,
            earlier is null ? null : new EarlierRound("Spring", earlier)
        );
        return found.SingleOrDefault(f => f.Kind == kind)?.ToString();
    }

    private static IReadOnlyList<Finding> Find(RoundResults results) =>
        WhatStandsOut.In(Instrument, results, null);

    private static IEnumerable<string> Texts(IEnumerable<Finding> found) =>
        found.Select(f => f.ToString());
}
