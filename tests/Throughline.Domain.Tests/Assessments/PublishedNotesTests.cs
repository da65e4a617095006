using Throughline.Domain.Assessments;

namespace Throughline.Domain.Tests.Assessments;

public class PublishedNotesTests
{
    private readonly TestRound test = new(people: 6, items: 2);

    public PublishedNotesTests() => test.RateAll("item-1", 0, 1, 2, 3, 3);

    [Fact]
    public void A_note_is_shown_only_if_its_writer_agrees()
    {
        test.Write(0, "item-1", "Shared");
        test.Write(1, "item-1", "Private", share: false);

        test.Close();

        Texts().ShouldBe(["Shared"]);
        test.Published[0].Document.ShouldNotContain("Private");
    }

    [Fact]
    public void Notes_to_an_item_that_fewer_than_three_answered_are_not_shown()
    {
        test.Rate(0, "item-2", 1);
        test.Rate(1, "item-2", 1);
        test.Write(0, "item-2", "Mine alone");

        test.Close().NotesTo("item-2")!.IsTooFew.ShouldBeTrue();
        test.Published[0].Document.ShouldNotContain("Mine alone");
    }

    [Fact]
    public void An_item_without_shared_notes_has_none_which_is_not_too_few()
    {
        var notes = test.Close().NotesTo("item-1")!;

        notes.IsTooFew.ShouldBeFalse();
        notes.Texts.ShouldBe([]);
    }

    [Fact]
    public void The_order_of_notes_follows_neither_person_nor_time()
    {
        string[] texts = ["Alpha", "Bravo", "Charlie", "Delta", "Echo"];
        var orders = new List<string>();
        foreach (var turn in Enumerable.Range(0, 5))
        {
            foreach (var i in Enumerable.Range(0, 5))
            {
                // Another writer for each note, and another time.
                test.Write(i, "item-1", texts[(i + turn) % 5]);
            }

            test.Close();
            orders.Add(string.Join(' ', Texts()));
            test.Reopen();
        }

        orders.Distinct().Count().ShouldBe(1);
        var others = Enumerable
            .Range(0, 8)
            .Select(_ =>
            {
                var other = new TestRound(people: 5, items: 1).RateAll("item-1", 1, 1, 1);
                for (var i = 0; i < 5; i++)
                {
                    other.Write(i, "item-1", texts[i]);
                }

                return string.Join(' ', other.Close().NotesTo("item-1")!.Texts!);
            });
        others.Distinct().Count().ShouldBeGreaterThan(3);
    }

    [Fact]
    public void After_a_reopening_one_persons_new_note_waits()
    {
        test.Write(0, "item-1", "First");
        test.Close();
        test.Reopen();
        test.RateAll("item-1", 3, 3, 3);
        test.Write(4, "item-1", "Only I wrote after the reopening");

        test.Close();

        test.EarlierStays(2).ShouldBeFalse();
        Texts().ShouldBe(["First"]);
    }

    [Fact]
    public void Notes_that_three_people_wrote_or_changed_are_shown_at_the_next_closing()
    {
        test.Write(0, "item-1", "First");
        test.Close();
        test.Reopen();
        test.Write(0, "item-1", "First, changed");
        test.Write(1, "item-1", "Second");
        test.Write(2, "item-1", "Third");

        test.Close();

        Texts().Order().ShouldBe(["First, changed", "Second", "Third"]);
    }

    // Three others stand unchanged, and the figures change with three people: the note is still one person's.
    [Fact]
    public void An_edit_by_one_person_waits_though_the_figures_change()
    {
        string[] first = ["One", "Two", "Three", "Four"];
        for (var person = 0; person < first.Length; person++)
        {
            test.Write(person, "item-1", first[person]);
        }

        test.Close();
        test.Reopen();
        test.RateAll("item-1", 3, 3, 3);
        test.Write(3, "item-1", "Four, edited");

        test.Close();

        test.EarlierStays(2).ShouldBeFalse();
        Texts().Order(StringComparer.Ordinal).ShouldBe(["Four", "One", "Three", "Two"]);
    }

    [Fact]
    public void Notes_are_hidden_again_when_too_few_answers_to_the_item_are_left()
    {
        test.Write(0, "item-1", "Mine");
        for (var person = 0; person < 5; person++)
        {
            test.Rate(person, "item-2", 1);
        }

        test.Close();
        test.Reopen();
        for (var person = 0; person < 3; person++)
        {
            test.Rate(person, "item-1", Answer.None);
        }

        test.Close();

        test.Results.IsTooFew.ShouldBeFalse();
        test.Results.NotesTo("item-1")!.IsTooFew.ShouldBeTrue();
        test.Published[1].Document.ShouldNotContain("Mine");
        test.Notes.ShouldAllBe(n => n.PublishedText == null);
    }

    [Fact]
    public void An_edit_by_one_person_leaves_the_published_text()
    {
        test.Write(0, "item-1", "As published");
        test.Close();
        test.Reopen();
        test.Write(0, "item-1", "As edited");

        test.Close();

        Texts().ShouldBe(["As published"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_note_whose_writer_no_longer_agrees_is_taken_out_in_any_case(bool resultsChange)
    {
        test.Write(0, "item-1", "Withdrawn");
        test.Write(1, "item-1", "Stays");
        test.Close();
        test.Reopen();
        test.Write(0, "item-1", "Withdrawn", share: false);
        if (resultsChange)
        {
            test.RateAll("item-1", 3, 3, 3);
        }

        test.Close();

        test.EarlierStays(2).ShouldBe(!resultsChange);
        Texts().ShouldBe(["Stays"]);
        test.Published[1].Document.ShouldNotContain("Withdrawn");
    }

    [Fact]
    public void Private_notes_do_not_count_as_changes()
    {
        test.Close();
        test.Reopen();
        test.Rate(0, "item-1", 3);
        test.Rate(1, "item-1", 3);
        test.Write(2, "item-1", "For me", share: false);

        test.Close();

        test.EarlierStays(2).ShouldBeTrue();
    }

    private IReadOnlyList<string> Texts() => test.Results.NotesTo("item-1")!.Texts!;
}
