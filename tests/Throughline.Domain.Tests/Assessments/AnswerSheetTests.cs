using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Assessments;
using Throughline.Domain.Tests.Shared;

namespace Throughline.Domain.Tests.Assessments;

public class AnswerSheetTests
{
    private readonly TestRound test = new(people: 3, items: 3);

    [Fact]
    public void An_item_nobody_touched_is_not_rated_and_that_is_not_0()
    {
        test.Rate(0, "item-1", 0);
        test.Rate(0, "item-2", Answer.NotSeenEnough);
        var sheet = test.Sheet(0);

        var zero = sheet.AnswerTo("item-1").Answer;
        var notSeen = sheet.AnswerTo("item-2").Answer;
        var notRated = sheet.AnswerTo("item-3").Answer;

        new[] { zero, notSeen, notRated }.Distinct().Count().ShouldBe(3);
        zero.Level.ShouldBe(0);
        notSeen.Level.ShouldBeNull();
        notRated.IsGiven.ShouldBeFalse();
        sheet.AnswerTo("item-3").Version.ShouldBe(0);
    }

    [Fact]
    public void Progress_counts_levels_and_not_seen_enough()
    {
        test.Rate(0, "item-1", 0);
        test.Rate(0, "item-2", Answer.NotSeenEnough);
        test.Sheet(0).Progress.ToString().ShouldBe("2 of 3");

        test.Rate(0, "item-2", 3);
        test.Sheet(0).Progress.ToString().ShouldBe("2 of 3");
        test.Rater(0).HasFinished.ShouldBeFalse();

        test.Rate(0, "item-3", 1);
        test.Sheet(0).Progress.IsComplete.ShouldBeTrue();
        test.Rater(0).FinishedAt.ShouldBe(test.Now);
    }

    [Fact]
    public void An_answer_can_be_taken_back()
    {
        test.Rate(0, "item-1", 2);
        test.Rate(0, "item-2", 2);
        test.Rate(0, "item-3", 2);

        var saving = test.Rate(0, "item-3", Answer.None);

        saving.Kind.ShouldBe(SavingKind.Saved);
        saving.Version.ShouldBe(2);
        test.Sheet(0).AnswerTo("item-3").Answer.ShouldBe(Answer.None);
        test.Rater(0).AnsweredCount.ShouldBe(2);
        test.Rater(0).HasFinished.ShouldBeFalse();
    }

    [Fact]
    public void Every_change_raises_the_version_and_adds_a_line_of_history()
    {
        test.Rate(0, "item-1", 2).Version.ShouldBe(1);
        test.Rate(0, "item-1", Answer.NotSeenEnough).Version.ShouldBe(2);
        test.Rate(0, "item-1", Answer.None).Version.ShouldBe(3);

        test.Ratings.ShouldHaveSingleItem();
        test.History.Select(h => (h.Level, h.NotSeen, h.Version, h.PersonId))
            .ShouldBe([
                (2, false, 1, test.People[0]),
                (null, true, 2, test.People[0]),
                (null, false, 3, test.People[0]),
            ]);
        test.History.Select(h => h.At).ShouldBeInOrder();
    }

    [Fact]
    public void The_same_answer_sent_again_changes_nothing_and_is_well()
    {
        test.Rate(0, "item-1", 2);

        var retried = test.RateFrom(0, "item-1", Answer.At(2), seenVersion: 0);

        retried.Kind.ShouldBe(SavingKind.Unchanged);
        retried.IsOk.ShouldBeTrue();
        retried.Version.ShouldBe(1);
        test.History.Count.ShouldBe(1);
    }

    [Fact]
    public void Another_answer_made_on_an_old_state_conflicts_and_shows_both()
    {
        test.Rate(0, "item-1", 2);

        var other = test.RateFrom(0, "item-1", Answer.At(3), seenVersion: 0);

        other.Kind.ShouldBe(SavingKind.Conflict);
        other.IsOk.ShouldBeFalse();
        other.Stored.ShouldBe(Answer.At(2));
        other.Sent.ShouldBe(Answer.At(3));
        other.Version.ShouldBe(1);
        test.Sheet(0).AnswerTo("item-1").ShouldBe((Answer.At(2), 1));
        test.History.Count.ShouldBe(1);
    }

    [Fact]
    public void After_a_conflict_the_choice_is_saved_on_the_version_that_was_shown()
    {
        test.Rate(0, "item-1", 2);
        var conflict = test.RateFrom(0, "item-1", Answer.At(3), seenVersion: 0);

        test.RateFrom(0, "item-1", Answer.At(3), conflict.Version).Kind.ShouldBe(SavingKind.Saved);
    }

    [Fact]
    public void An_old_device_does_not_bring_back_what_was_taken_back()
    {
        test.Rate(0, "item-1", 2);
        test.Rate(0, "item-1", Answer.None);

        test.RateFrom(0, "item-1", Answer.At(1), seenVersion: 0).Kind.ShouldBe(SavingKind.Conflict);
    }

    [Fact]
    public void A_version_nobody_was_given_conflicts_too()
    {
        test.RateFrom(0, "item-1", Answer.At(1), seenVersion: 7).Kind.ShouldBe(SavingKind.Conflict);
        test.Ratings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("item-9", 1, "ItemKey")]
    [InlineData("", 1, "ItemKey")]
    [InlineData("item-1", 4, "Level")]
    [InlineData("item-1", -1, "Level")]
    [InlineData("item-1", int.MaxValue, "Level")]
    public void An_item_or_level_the_instrument_does_not_have_is_refused(
        string item,
        int level,
        string field
    )
    {
        var saving = test.RateFrom(0, item, Answer.At(level), seenVersion: 0);

        saving.Kind.ShouldBe(SavingKind.Refused);
        saving.Refusal!.Field.ShouldBe(field);
        test.Ratings.ShouldBeEmpty();
        test.Rater(0).HasBegun.ShouldBeFalse();
    }

    [Fact]
    public void Nothing_is_saved_before_the_first_day()
    {
        test.Today = TestRound.FirstDay.AddDays(-1);

        test.Rate(0, "item-1", 1).Refusal!.Message.ShouldContain("opens on March 2, 2026");
        test.Write(0, "item-1", "Early").Kind.ShouldBe(SavingKind.Refused);
    }

    [Fact]
    public void Nothing_is_saved_after_closing_and_the_message_says_what_to_do()
    {
        test.Rate(0, "item-1", 1);
        test.Close();

        var saving = test.Rate(0, "item-1", 2);

        saving.Kind.ShouldBe(SavingKind.Refused);
        saving.Stored.ShouldBe(Answer.At(1));
        saving.Refusal!.Message.ShouldContain("ask whoever runs the round to reopen it");
        test.Write(0, "item-1", "Late").Kind.ShouldBe(SavingKind.Refused);
        test.History.Count.ShouldBe(1);
    }

    [Fact]
    public void Answers_after_the_last_day_count_and_are_logged_once_for_each_person()
    {
        test.Today = TestRound.LastDay;
        test.Rate(0, "item-1", 1);
        LateLines().ShouldBeEmpty();

        test.Today = TestRound.LastDay.AddDays(1);
        test.Rate(0, "item-1", 2).Kind.ShouldBe(SavingKind.Saved);
        test.Rate(0, "item-2", 2);
        test.Write(1, "item-1", "A late note");

        LateLines().Select(e => e.ByPersonId).ShouldBe([test.People[0], test.People[1]]);
        LateLines().ShouldAllBe(e => e.Words == null);
    }

    [Fact]
    public void A_repeat_or_a_refusal_after_the_last_day_is_no_late_answer()
    {
        test.Rate(0, "item-1", 1);
        test.Today = TestRound.LastDay.AddDays(1);

        test.Rate(0, "item-1", 1).Kind.ShouldBe(SavingKind.Unchanged);
        test.Rate(0, "item-1", 9).Kind.ShouldBe(SavingKind.Refused);

        LateLines().ShouldBeEmpty();
    }

    [Fact]
    public void After_a_reopening_lateness_is_logged_anew()
    {
        test.Today = TestRound.LastDay.AddDays(1);
        test.Rate(0, "item-1", 1);
        test.Close();
        test.Round.Reopen("Ill", test.Today, test.Leader, test.Today, test.Tick());
        test.Rate(0, "item-1", 2);
        LateLines().Count().ShouldBe(1);

        test.Today = test.Today.AddDays(1);
        test.Rate(0, "item-1", 3);

        LateLines().Select(e => e.Period).ShouldBe([0, 1]);
    }

    [Fact]
    public void A_note_is_private_unless_its_writer_agrees()
    {
        var sheet = test.Sheet(0);
        var saving = sheet.SetNote(
            "item-1",
            " Seen in two rooms. \r\n",
            shareWithTeam: false,
            seenVersion: 0,
            test.Today,
            test.Now
        );

        saving.Kind.ShouldBe(SavingKind.Saved);
        sheet.NoteTo("item-1").ShouldBe((new NoteText("Seen in two rooms.", false), 1));
        test.Rater(0).AnsweredCount.ShouldBe(0);
    }

    [Fact]
    public void A_note_has_at_most_2000_characters_and_a_line_break_is_one()
    {
        var longest = new string('x', 1998) + "\r\n" + "x";
        test.Write(0, "item-1", longest).Kind.ShouldBe(SavingKind.Saved);

        var saving = test.Write(0, "item-1", longest + "x");

        saving.Kind.ShouldBe(SavingKind.Refused);
        saving.Refusal!.Message.ShouldContain("2,001");
        saving.Sent.Text!.Length.ShouldBe(2001);
    }

    [Fact]
    public void Notes_conflict_and_repeat_as_answers_do()
    {
        test.Write(0, "item-1", "One");
        var sheet = test.Sheet(0);

        sheet
            .SetNote("item-1", "One", true, 0, test.Today, test.Now)
            .Kind.ShouldBe(SavingKind.Unchanged);
        var conflict = sheet.SetNote("item-1", "Two", true, 0, test.Today, test.Now);
        conflict.Kind.ShouldBe(SavingKind.Conflict);
        conflict.Stored.Text.ShouldBe("One");
        sheet
            .SetNote("item-1", "One", false, 0, test.Today, test.Now)
            .Kind.ShouldBe(SavingKind.Conflict);
        sheet
            .SetNote("item-1", null, true, 1, test.Today, test.Now)
            .Kind.ShouldBe(SavingKind.Saved);
        sheet.NoteTo("item-1").ShouldBe((NoteText.None, 2));
    }

    [Fact]
    public void Another_persons_rows_are_not_on_the_sheet()
    {
        test.Rate(1, "item-1", 3);
        test.Write(1, "item-1", "Mine");

        test.Sheet(0).AnswerTo("item-1").ShouldBe((Answer.None, 0));
        test.Sheet(0).NoteTo("item-1").ShouldBe((NoteText.None, 0));
    }

    [Fact]
    public void Reflection_questions_are_answered_in_words()
    {
        var reflection = new TestRound(
            people: 3,
            instrument: Instruments.Read(Instruments.Reflection(items: 2))
        );

        reflection.Rate(0, "item-1", Answer.NotSeenEnough).Kind.ShouldBe(SavingKind.Refused);
        reflection.Write(0, "item-1", "We listen.", share: false);
        reflection.Sheet(0).Progress.ToString().ShouldBe("1 of 2");
        reflection.Write(0, "item-1", null);
        reflection.Sheet(0).Progress.ToString().ShouldBe("0 of 2");
    }

    [Fact]
    public void Another_instrument_or_another_rounds_rater_is_a_bug()
    {
        var other = new TestRound(people: 3, items: 4);

        Should.Throw<ArgumentException>(() =>
            new AnswerSheet(test.Round, other.Instrument, test.Rater(0), [], [])
        );
        Should.Throw<ArgumentException>(() =>
            new AnswerSheet(test.Round, test.Instrument, other.Rater(0), [], [])
        );
    }

    [Fact]
    public void Who_changes_an_answer_after_finishing_finished_when_they_first_did()
    {
        test.Rate(0, "item-1", 1);
        test.Rate(0, "item-2", 1);
        test.Rate(0, "item-3", 1);
        var finished = test.Now;

        test.Rate(0, "item-1", 2);

        test.Rater(0).FinishedAt.ShouldBe(finished);
        test.Rater(0).LastSavedAt.ShouldBe(test.Now);
    }

    [Fact]
    public void One_sheet_keeps_an_item_in_one_row_however_often_it_is_set()
    {
        var sheet = test.Sheet(0);

        sheet.Set("item-1", Answer.At(1), 0, test.Today, test.Now);
        sheet.Set("item-1", Answer.At(2), 1, test.Today, test.Now).IsOk.ShouldBeTrue();

        sheet.AnswerTo("item-1").ShouldBe((Answer.At(2), 2));
        sheet.Added.OfType<Rating>().ShouldHaveSingleItem();
        sheet.Progress.Answered.ShouldBe(1);
    }

    [Fact]
    public void A_refusal_names_the_input_and_an_unknown_item_first()
    {
        var tooLong = new string('x', RatingNote.Longest + 1);

        test.Rate(0, "item-9", 9)
            .Refusal.ShouldSay("ItemKey", "This instrument has no such item. Reload the page.");
        test.Write(0, "item-9", tooLong)
            .Refusal.ShouldSay("ItemKey", "This instrument has no such item. Reload the page.");
        test.Rate(0, "item-1", 4).Refusal.ShouldSay("Level", "Choose a level from 0 to 3.");
        test.Write(0, "item-1", tooLong)
            .Refusal.ShouldSay("Text", "Shorten the note to 2,000 characters; it has 2,001 now.");

        var questions = new TestRound(
            people: 3,
            instrument: Instruments.Read(Instruments.Reflection())
        );
        questions
            .Rate(0, "item-1", 1)
            .Refusal.ShouldSay("Level", "This question is answered in words.");
    }

    /// <summary>
    /// Two devices of one person set cells in any order, each knowing only what it last saw: what is stored was sent by a
    /// device that knew what it replaced, and nothing that said “saved” is lost without that.
    /// </summary>
    [Fact]
    public void No_interleaving_of_two_devices_overwrites_in_silence() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<(bool Device, bool Refreshes, byte What)[]>(),
                steps =>
                {
                    var round = new TestRound(people: 1, items: 1);
                    var seen = new[] { (Answer.None, 0), (Answer.None, 0) };
                    var stored = (Answer.None, Version: 0);
                    foreach (var (device, refreshes, what) in steps)
                    {
                        var d = device ? 1 : 0;
                        if (refreshes)
                        {
                            seen[d] = stored;
                        }

                        Answer[] choices =
                        [
                            Answer.None,
                            Answer.NotSeenEnough,
                            Answer.At(0),
                            Answer.At(1),
                        ];
                        var answer = choices[what % 4];
                        var saving = round.RateFrom(0, "item-1", answer, seen[d].Item2);
                        if (saving.Kind == SavingKind.Saved)
                        {
                            seen[d].ShouldBe(stored);
                            stored = (answer, stored.Version + 1);
                        }

                        if (saving.IsOk)
                        {
                            saving.Stored.ShouldBe(answer);
                            seen[d] = stored;
                        }

                        round.Sheet(0).AnswerTo("item-1").ShouldBe(stored);
                        saving.Version.ShouldBe(stored.Version);
                        round.Rater(0).AnsweredCount.ShouldBe(stored.Item1.IsGiven ? 1 : 0);
                    }

                    round.History.Count.ShouldBe(stored.Version);
                }
            )
            .QuickCheckThrowOnFailure();

    private IEnumerable<RoundEvent> LateLines() =>
        test.Round.Log.Where(e => e.Kind == RoundEventKind.LateAnswer);
}
