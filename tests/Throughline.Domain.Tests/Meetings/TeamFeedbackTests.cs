using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Tests.Shared;
using static Throughline.Domain.Tests.Units.Places;

namespace Throughline.Domain.Tests.Meetings;

/// <summary>Feedback without names: what is read together, when, and what nothing can be told from.</summary>
public class TeamFeedbackTests
{
    private static readonly Guid[] People = [.. Enumerable.Range(31, 8).Select(SomeId)];
    private static readonly Meeting[] Meetings =
    [
        .. Enumerable
            .Range(0, 12)
            .Select(n =>
                Gatherings.Planned(
                    Gatherings.Afternoon with
                    {
                        Day = Gatherings.Tuesday.AddDays(7 * n),
                    },
                    n + 1
                )
            ),
    ];

    [Fact]
    public void Each_kind_has_at_most_three_boxes()
    {
        FeedbackForm
            .BoxesOf(FeedbackKind.PlusDelta)
            .ShouldBe([FeedbackBox.Plus, FeedbackBox.Delta]);
        FeedbackForm
            .BoxesOf(FeedbackKind.StopStartContinue)
            .ShouldBe([FeedbackBox.Stop, FeedbackBox.Start, FeedbackBox.Continue]);
    }

    [Fact]
    public void One_box_is_enough_and_none_is_refused()
    {
        var form = new FeedbackForm(FeedbackKind.PlusDelta, ByName: false);

        form.Read([new(FeedbackBox.Delta, " A break. "), new(FeedbackBox.Plus, "  ")])
            .Value.ShouldBe([new FeedbackLine(FeedbackBox.Delta, "A break.")]);
        form.Read([new(FeedbackBox.Plus, " ")])
            .Refusal.ShouldSay("Lines[0].Words", "Write a word in one of the boxes first.");
        form.Read([new(FeedbackBox.Plus, "ok"), new(FeedbackBox.Delta, new string('x', 501))])
            .Refusal.ShouldSay("Lines[1].Words", "Shorten what you wrote to 500 characters");
        form.Read([new(FeedbackBox.Stop, "x")])
            .Refusal.ShouldSay(null, "The team has changed how it gives feedback");
    }

    [Fact]
    public void Fewer_than_four_people_wait_and_are_read_together_with_the_next_meetings()
    {
        var feedback = Unnamed();
        Give(feedback, 0, 0, 1, 2);

        feedback.Open().Refusal.ShouldSay(null, "Fewer than 4 have given theirs.");
        feedback.Batches[0].IsReadable(taking: 2).ShouldBeFalse();
        Give(feedback, 1, 3);

        var batch = feedback.Batches.ShouldHaveSingleItem();
        (batch.FirstMeeting, batch.LastMeeting, batch.Lines.Count).ShouldBe((1, 2, 4));
        batch.IsReadable(taking: 2).ShouldBeFalse("more may come");
        batch.IsReadable(taking: 3).ShouldBeTrue();
    }

    [Fact]
    public void Two_people_who_give_theirs_at_two_meetings_are_two_and_not_four()
    {
        var feedback = Unnamed();
        Give(feedback, 0, 0, 1);
        Give(feedback, 1, 0, 1);

        feedback.Batches[0].Lines.Count.ShouldBe(4);
        feedback.Batches[0].IsReadable(taking: 3).ShouldBeFalse();
        feedback.Open().IsOk.ShouldBeFalse();
    }

    [Fact]
    public void What_comes_after_it_was_opened_goes_into_the_next_batch()
    {
        var feedback = Unnamed();
        Give(feedback, 0, 0, 1, 2, 3);
        feedback.Open().IsOk.ShouldBeTrue();
        feedback.Open().Refusal.ShouldSay(null, "Nothing new has come in.");

        Give(feedback, 0, 4);
        feedback.Batches.Select(b => b.Lines.Count).ShouldBe([4, 1]);
        feedback.Batches[1].IsReadable(taking: 2).ShouldBeFalse();
    }

    [Fact]
    public void Nobody_gives_theirs_twice_also_when_the_first_was_read_in_between()
    {
        var feedback = Unnamed();
        Give(feedback, 0, 0, 1, 2, 3);
        feedback.Open().IsOk.ShouldBeTrue();
        Give(feedback, 0, 4);

        feedback
            .GiveUnnamed(Meetings[0], [new(FeedbackBox.Plus, "again")], People[0])
            .Refusal.ShouldSay(null, "Yours is in already.");
        feedback.HasGiven(Meetings[1].Id, People[0]).ShouldBeFalse();
    }

    [Fact]
    public void A_mark_goes_once_nobody_can_be_asked_twice_any_more()
    {
        var feedback = Unnamed();
        Give(feedback, 0, 0, 1, 2, 3);
        Give(feedback, 1, 5);

        feedback.Batches[0].Marks.ShouldBeEmpty();
        feedback.Batches[0].IsReadable(taking: 2).ShouldBeTrue("marks or not, it stays readable");
        feedback.Batches[1].Marks.Select(m => m.PersonId).ShouldBe([People[5]]);
    }

    [Fact]
    public void A_choice_holds_from_the_next_meeting_on_that_has_no_feedback_yet()
    {
        var feedback = Unnamed();
        Give(feedback, 0, 0, 1, 2, 3);
        feedback.Choose(FeedbackKind.StopStartContinue, byName: true).IsOk.ShouldBeTrue();

        feedback.FormFor(1, null).ShouldBe(new(FeedbackKind.PlusDelta, false));
        feedback.FormFor(2, null).ShouldBe(new(FeedbackKind.StopStartContinue, true));
        // And what was given by name stays by name.
        feedback
            .FormFor(2, FeedbackKind.PlusDelta)
            .ShouldBe(new FeedbackForm(FeedbackKind.PlusDelta, true));
        feedback.Choose(null, byName: false).Refusal.ShouldSay("Kind", "Choose what the team asks");
    }

    [Fact]
    public void What_waits_is_joined_by_the_same_boxes_alone_and_waits_beside_others()
    {
        var feedback = Unnamed();
        Give(feedback, 0, 0, 1);
        feedback.Choose(FeedbackKind.StopStartContinue, byName: false).IsOk.ShouldBeTrue();

        // Two answers in other boxes would stand for themselves: each kind waits for four.
        feedback.FormFor(1, null).ShouldBe(new(FeedbackKind.PlusDelta, false));
        feedback.FormFor(2, null).ShouldBe(new(FeedbackKind.StopStartContinue, false));
        Give(feedback, 1, 2, 3);
        feedback.Batches.Select(b => (b.Number, b.Lines.Count)).ShouldBe([(1, 2), (2, 2)]);
        feedback.Batches.ShouldAllBe(b => !b.IsReadable(null));

        feedback.Choose(FeedbackKind.PlusDelta, byName: false).IsOk.ShouldBeTrue();
        Give(feedback, 2, 2, 3);
        feedback
            .Batches.Select(b => (b.Lines.Count, b.IsReadable(null)))
            .ShouldBe([(4, true), (2, false)]);
    }

    [Fact]
    public void A_team_of_three_that_gave_without_names_can_choose_by_name_and_go_back()
    {
        var feedback = Unnamed();
        Give(feedback, 0, 0, 1, 2);
        feedback.Choose(FeedbackKind.PlusDelta, byName: true).IsOk.ShouldBeTrue();
        feedback.FormFor(1, null).ShouldBe(new(FeedbackKind.PlusDelta, false));
        feedback.FormFor(2, null).ShouldBe(new(FeedbackKind.PlusDelta, true));

        // What waits goes on waiting, and is read once a fourth has given theirs.
        feedback.Choose(FeedbackKind.PlusDelta, byName: false).IsOk.ShouldBeTrue();
        Give(feedback, 2, 3);
        feedback.Batches.ShouldHaveSingleItem().IsEnough.ShouldBeTrue();
    }

    [Fact]
    public void The_same_feedback_is_kept_alike_whoever_came_first()
    {
        Kept(0, 1, 2, 3, 4, 5).ShouldBe(Kept(5, 2, 4, 0, 3, 1));
        Kept(0, 1, 2, 3, 4, 5)
            .SequenceEqual(Kept(0, 1, 2, 3, 4, 5).Order(StringComparer.Ordinal))
            .ShouldBeFalse("by the alphabet one would know where to look");

        static List<string> Kept(params int[] turn) =>
            [
                .. Throughline.Domain.Shared.Unnamed.InNoOrder(
                    turn.Select(n => $"Words of {n}"),
                    w => w,
                    "somewhere"
                ),
            ];
    }

    [Fact]
    public void From_what_is_shown_nothing_can_be_told_about_who() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(400),
            Prop.ForAll(
                ArbMap.Default.ArbFor<byte>().Generator.ListOf().ToArbitrary(),
                steps => Play([.. steps])
            )
        );

    // Meetings start, people give, someone opens, the choice changes: in any order.
    private static bool Play(byte[] steps)
    {
        var feedback = Unnamed();
        var (meeting, given) = (0, 0);
        var shown = new Dictionary<int, IReadOnlyList<FeedbackLine>>();
        var from = new Dictionary<string, Guid>();
        foreach (var step in steps)
        {
            var who = People[step % People.Length];
            switch (step % 11)
            {
                case 0 when meeting < Meetings.Length - 1:
                    meeting++;
                    break;
                case 1:
                    feedback.Open();
                    break;
                case 2:
                    feedback.Choose((FeedbackKind)((step % 2) + 1), byName: false);
                    break;
                default:
                    var kind = feedback.FormFor(meeting + 1, null).Kind;
                    var words = $"Line {given}";
                    var asked = !feedback.HasGiven(Meetings[meeting].Id, who);
                    var took = feedback
                        .GiveUnnamed(
                            Meetings[meeting],
                            [new(FeedbackForm.BoxesOf(kind)[0], words)],
                            who
                        )
                        .IsOk;
                    took.ShouldBe(asked);
                    if (took)
                    {
                        given++;
                        from[words] = who;
                    }

                    break;
            }

            foreach (var batch in feedback.Batches.Where(b => b.IsReadable(meeting + 1)))
            {
                // Four different people or none, of one form, and what was shown once never grows.
                batch
                    .Lines.Select(l => from[l.Words])
                    .Distinct()
                    .Count()
                    .ShouldBeGreaterThanOrEqualTo(4);
                batch.Lines.ShouldAllBe(l => FeedbackForm.BoxesOf(batch.Kind).Contains(l.Box));
                shown.TryAdd(batch.Number, batch.Lines);
                batch.Lines.ShouldBe(shown[batch.Number]);
            }

            // Each line stands in one place, read or waiting.
            feedback
                .Batches.SelectMany(b => b.Lines)
                .Select(l => l.Words)
                .Order(StringComparer.Ordinal)
                .ShouldBe(from.Keys.Order(StringComparer.Ordinal));
            feedback
                .Batches.Where(b => !b.IsReadable(meeting + 1))
                .Select(b => b.Kind)
                .ShouldBeUnique("of each kind one waits");
        }

        return true;
    }

    private static TeamFeedback Unnamed() =>
        TeamFeedback.Begin(School, FeedbackKind.PlusDelta, byName: false, Now).Value;

    private static void Give(TeamFeedback feedback, int meeting, params int[] people)
    {
        foreach (var n in people)
        {
            feedback
                .GiveUnnamed(
                    Meetings[meeting],
                    [new(FeedbackBox.Plus, $"From {n} on {meeting}")],
                    People[n]
                )
                .IsOk.ShouldBeTrue();
        }
    }
}
