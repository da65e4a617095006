using Throughline.Domain.Assessments;

namespace Throughline.Domain.Tests.Assessments;

public class PublicationTests
{
    private readonly TestRound test = new(people: 6, items: 2);

    [Fact]
    public void Results_show_counts_over_the_full_scale_the_median_and_how_many_answered()
    {
        test.RateAll("item-1", 0, 1, 2, 3);
        test.Rate(4, "item-1", Answer.NotSeenEnough);

        var results = test.Close();

        results.Invited.ShouldBe(6);
        results.Answered.ShouldBe(5);
        results.IsTooFew.ShouldBeFalse();
        var figures = results.Item("item-1")!.Figures!;
        figures.Counts.ShouldBe([new(0, 1), new(1, 1), new(2, 1), new(3, 1)]);
        figures.Median.ToString().ShouldBe("1–2");
        figures.NotSeen.ShouldBe(1);
        figures.NotRated.ShouldBe(1);
        figures.Rated.ShouldBe(4);
        figures.Answered.ShouldBe(5);
        figures.Invited.ShouldBe(6);
        var row = test.Published[0];
        row.Closing.ShouldBe(1);
        row.PublishedAt.ShouldBe(test.Now);
        results.FiguresAt.ShouldBe(test.Now);
        test.EarlierStays(1).ShouldBeFalse();
    }

    [Fact]
    public void Levels_nobody_chose_stand_there_with_0()
    {
        test.RateAll("item-1", 2, 2, 2);

        test.Close().Item("item-1")!.Figures!.Counts.Select(c => c.People).ShouldBe([0, 0, 3, 0]);
    }

    [Fact]
    public void An_item_with_fewer_than_three_levels_shows_nothing_at_all()
    {
        test.RateAll("item-1", 2, 2, 2);
        test.RateAll("item-2", 0, 1);
        test.Rate(2, "item-2", Answer.NotSeenEnough);

        var results = test.Close();

        results.Item("item-1")!.IsTooFew.ShouldBeFalse();
        results.Item("item-2")!.IsTooFew.ShouldBeTrue();
        results.Item("item-2")!.Figures.ShouldBeNull();
    }

    [Fact]
    public void A_round_that_fewer_than_three_answered_shows_nothing_at_all()
    {
        test.RateAll("item-1", 3, 3);
        test.Write(0, "item-1", "Mine");

        var results = test.Close();

        results.IsTooFew.ShouldBeTrue();
        results.Items.ShouldAllBe(i => i.IsTooFew);
        results.Notes.ShouldAllBe(n => n.IsTooFew);
        test.Published[0].Document.ShouldNotContain("Mine");
        test.Published[0].Document.ShouldNotContain("counts");
    }

    [Fact]
    public void A_result_is_hidden_again_when_three_took_their_answers_back_and_too_few_are_left()
    {
        test.RateAll("item-1", 0, 1, 2, 3);
        test.Write(0, "item-1", "Mine");
        test.Close();
        test.Reopen();
        for (var person = 0; person < 3; person++)
        {
            test.Rate(person, "item-1", Answer.None);
        }

        test.Write(4, "item-1", "Another");
        var results = test.Close();

        results.IsTooFew.ShouldBeTrue();
        results.Items.ShouldAllBe(i => i.IsTooFew);
        results.Notes.ShouldAllBe(n => n.IsTooFew);
        test.Published[1].Document.ShouldNotContain("Mine");
    }

    // Item 2 itself changed by one person only, and its earlier figures could stay; but two are no round.
    [Fact]
    public void Too_few_who_are_left_hide_every_item_also_one_that_hardly_changed()
    {
        test.RateAll("item-2", 0, 1, 2);
        test.RateAll("item-1", 0);
        test.Rate(3, "item-1", 2);
        test.Rate(4, "item-1", 3);
        test.Close().Item("item-2")!.IsTooFew.ShouldBeFalse();
        test.Reopen();
        test.Rate(0, "item-1", Answer.None);
        test.Rate(0, "item-2", Answer.None);
        test.Rate(3, "item-1", Answer.None);
        test.Rate(4, "item-1", Answer.None);

        var results = test.Close();

        results.Answered.ShouldBe(2);
        results.Items.ShouldAllBe(i => i.IsTooFew);
    }

    [Fact]
    public void What_the_instrument_does_not_ask_has_no_results()
    {
        var results = test.RateAll("item-1", 0, 1, 2).Close();

        results.Item("item-9").ShouldBeNull();
        results.NotesTo("item-9").ShouldBeNull();
    }

    [Fact]
    public void A_round_without_any_answer_closes_with_too_few()
    {
        var results = test.Close();

        results.Answered.ShouldBe(0);
        results.IsTooFew.ShouldBeTrue();
    }

    [Fact]
    public void Nothing_in_the_results_names_a_person()
    {
        test.RateAll("item-1", 0, 1, 2, 3);
        test.Write(0, "item-1", "A note");

        test.Close();

        foreach (var person in test.People)
        {
            test.Published[0].Document.ShouldNotContain(person.ToString(), Case.Insensitive);
            test.Published[0].Document.ShouldNotContain(person.ToString("N"), Case.Insensitive);
        }
    }

    [Fact]
    public void Results_read_back_as_they_were_published()
    {
        test.RateAll("item-1", 0, 1, 2, 3);
        test.Write(0, "item-1", "<b>“Note”</b>\nwith two lines");

        var results = test.Close();
        var again = test.Published[0].Read().Team;

        again.Items.Count.ShouldBe(2);
        again.Item("item-1")!.Figures!.Median.ShouldBe(results.Item("item-1")!.Figures!.Median);
        again.NotesTo("item-1")!.Texts.ShouldBe(["<b>“Note”</b>\nwith two lines"]);
        again.Item("item-2")!.IsTooFew.ShouldBeTrue();
        again.NotesTo("item-2")!.IsTooFew.ShouldBeTrue();
    }

    [Fact]
    public void After_a_reopening_results_stay_while_fewer_than_three_changed_something()
    {
        test.RateAll("item-1", 0, 1, 2, 3, 3);
        test.Close();
        test.Reopen();
        test.Rate(0, "item-1", 3);
        test.Rate(1, "item-1", 3);

        test.Close();

        var row = test.Published[1];
        test.EarlierStays(2).ShouldBeTrue();
        test.Results.FiguresAt.ShouldBe(test.Published[0].PublishedAt);
        row.Closing.ShouldBe(2);
        Counts("item-1").ShouldBe([1, 1, 1, 2]);
        test.Results.Answered.ShouldBe(5);
    }

    [Fact]
    public void After_a_reopening_results_change_when_three_changed_something()
    {
        test.RateAll("item-1", 0, 1, 2, 3, 3);
        test.Close();
        test.Reopen();
        test.RateAll("item-1", 3, 3, 3);

        test.Close();

        test.EarlierStays(2).ShouldBeFalse();
        Counts("item-1").ShouldBe([0, 0, 0, 5]);
        test.Results.Item("item-1")!.FiguresFrom.ShouldBe(2);
    }

    [Fact]
    public void Changes_of_several_reopenings_add_up()
    {
        test.RateAll("item-1", 0, 1, 2, 3, 3);
        test.Close();
        test.Reopen();
        test.RateAll("item-1", 3, 3);
        test.Close();
        test.EarlierStays(2).ShouldBeTrue();
        test.Reopen();
        test.Rate(2, "item-1", 3);

        test.Close();

        Counts("item-1").ShouldBe([0, 0, 0, 5]);
    }

    [Fact]
    public void A_change_that_was_taken_back_is_no_change()
    {
        test.RateAll("item-1", 0, 1, 2, 3, 3);
        test.Close();
        test.Reopen();
        test.RateAll("item-1", 3, 3, 3);
        test.RateAll("item-1", 0, 1);

        test.Close();

        test.EarlierStays(2).ShouldBeTrue();
        Counts("item-1").ShouldBe([1, 1, 1, 2]);
    }

    [Fact]
    public void An_item_that_one_person_changed_keeps_its_figures_though_others_changed_elsewhere()
    {
        test.RateAll("item-1", 0, 1, 2, 3, 3);
        test.RateAll("item-2", 0, 0, 0, 0, 0);
        test.Close();
        test.Reopen();
        test.RateAll("item-1", 3, 3, 3);
        test.Rate(4, "item-2", 3);

        test.Close();

        Counts("item-1").ShouldBe([0, 0, 0, 5]);
        Counts("item-2").ShouldBe([5, 0, 0, 0]);
        test.Results.Item("item-2")!.FiguresFrom.ShouldBe(1);
        test.Results.FiguresFrom.ShouldBe(2);
    }

    [Fact]
    public void Figures_are_safe_against_every_earlier_publication_not_only_the_last()
    {
        test.RateAll("item-1", 0, 0, 0, 1, 2);
        test.Close();
        test.Reopen();
        test.RateAll("item-1", 3, 3, 3);
        test.Close();
        test.Reopen();

        // Three change against the second publication, but only person 3 against the first.
        test.RateAll("item-1", 0, 0, 0, 3);
        test.Close();

        Counts("item-1").ShouldBe([0, 1, 1, 3]);
        test.Results.Item("item-1")!.FiguresFrom.ShouldBe(2);
    }

    [Fact]
    public void A_round_that_showed_nothing_shows_its_results_as_soon_as_three_answered()
    {
        test.RateAll("item-1", 1, 2);
        test.Close();
        test.Reopen();
        test.Rate(2, "item-1", 3);

        test.Close().IsTooFew.ShouldBeFalse();
        test.EarlierStays(2).ShouldBeFalse();
        Counts("item-1").ShouldBe([0, 1, 1, 1]);
    }

    [Fact]
    public void Closing_again_without_any_change_keeps_everything()
    {
        test.RateAll("item-1", 0, 1, 2);
        test.Write(0, "item-1", "Stays");
        test.Close();
        var before = test.Published[0].Document;
        test.Reopen();

        test.Close();

        test.Published[1].Document.ShouldBe(before);
    }

    [Fact]
    public void Reflection_rounds_show_notes_and_no_figures()
    {
        var reflection = new TestRound(
            people: 4,
            instrument: Instruments.Read(Instruments.Reflection(items: 1))
        );
        reflection.Write(0, "item-1", "One");
        reflection.Write(1, "item-1", "Two", share: false);
        reflection.Write(2, "item-1", "Three");

        var results = reflection.Close();

        results.Answered.ShouldBe(3);
        results.Items.ShouldBeEmpty();
        results.NotesTo("item-1")!.Texts!.Order().ShouldBe(["One", "Three"]);
    }

    private int[] Counts(string item) =>
        [.. test.Results.Item(item)!.Figures!.Counts.Select(c => c.People)];
}
