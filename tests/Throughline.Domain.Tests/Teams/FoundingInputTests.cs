using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Teams;
using Throughline.Domain.Tests.Shared;
using static Throughline.Domain.Tests.Units.Places;

namespace Throughline.Domain.Tests.Teams;

public class FoundingInputTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(Now);
    private static readonly Guid Ana = SomeId(1);
    private static readonly DateTime Later = Now.AddHours(30);

    [Fact]
    public void Without_names_an_input_holds_no_person_no_time_and_no_id_that_tells_one()
    {
        var text = Asking(byName: false);

        var ids = Enumerable.Range(0, 3).Select(n => text.NextInputId(Later.AddHours(n))).ToList();
        var input = text.GiveInput(ids[0], null, "Shorter, please.", Ana, Today, Later).Value;

        (input.PersonId, input.At, input.Batch).ShouldBe((null, null, 1));
        // The first 48 bits of an id are its time: here that of the asking, whenever it was given.
        ids.Select(id => id.ToString()[..13])
            .Distinct()
            .ShouldHaveSingleItem()
            .ShouldBe(Throughline.Domain.Shared.Ids.New(Now).ToString()[..13]);
        ids.ShouldBeUnique();
    }

    [Fact]
    public void By_name_an_input_holds_who_and_when_and_waits_for_no_others()
    {
        var text = Asking(byName: true);

        var input = text.GiveInput(
            text.NextInputId(Later),
            null,
            " Shorter. ",
            Ana,
            Today,
            Later
        ).Value;

        (input.PersonId, input.At, input.Batch, input.Words).ShouldBe(
            (Ana, Later, null, "Shorter.")
        );
    }

    [Fact]
    public void Input_is_given_from_the_first_to_the_last_day_and_not_else()
    {
        var text = Asking(byName: true, from: Today.AddDays(1), until: Today.AddDays(2));

        Give(text, Today).Refusal.ShouldSay(null, "No input is asked for now.");
        Give(text, Today.AddDays(1)).IsOk.ShouldBeTrue();
        Give(text, Today.AddDays(2)).IsOk.ShouldBeTrue();
        Give(text, Today.AddDays(3)).Refusal.ShouldSay(null, "No input is asked for now.");
        Give(FoundingText.Begin(Ilt.Form(School, Now), FoundingKind.Norms, Now), Today)
            .IsOk.ShouldBeFalse();
    }

    [Fact]
    public void Empty_overlong_and_misplaced_input_is_refused()
    {
        var text = Asking(byName: true);

        Give(text, Today, "  ").Refusal.ShouldSay("Words", "Write your input first.");
        Give(text, Today, new string('x', 1001))
            .Refusal.ShouldSay("Words", "Shorten your input to 1000");
        Give(text, Today, new string('x', 1000)).IsOk.ShouldBeTrue();
        Give(text, Today, "On a part", SomeId(99))
            .Refusal.ShouldSay("PartId", "This part was taken out");
        Give(text, Today, "On a part", text.Parts[0].Id).Value.PartId.ShouldBe(text.Parts[0].Id);
    }

    [Fact]
    public void Days_that_make_no_window_are_refused()
    {
        var text = Text();

        Ask(text, null, Today).Refusal.ShouldSay("From", "Enter the first day.");
        Ask(text, Today, null).Refusal.ShouldSay("Until", "Enter a last day");
        Ask(text, Today, Today.AddDays(-1)).Refusal.ShouldSay("Until", "Enter a last day");
        Ask(text, Today.AddDays(-3), Today.AddDays(-1))
            .Refusal.ShouldSay("Until", "The last day has gone by.");
        Ask(text, Today, Today.AddDays(61))
            .Refusal.ShouldSay("Until", "Choose a last day within 60 days");
        text.InputUntil.ShouldBeNull();
        Ask(text, Today, Today.AddDays(60)).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void Who_stops_asking_asks_no_longer()
    {
        var text = Asking(byName: true);

        text.StopAsking(Today).IsOk.ShouldBeTrue();

        text.AsksForInput(Today).ShouldBeFalse();
        (text.InputFrom <= text.InputUntil).ShouldBeTrue();
        text.StopAsking(Today).Refusal.ShouldSay(null, "No input is asked for.");
    }

    [Fact]
    public void A_window_still_to_come_can_be_taken_back()
    {
        var text = Asking(byName: true, from: Today.AddDays(5), until: Today.AddDays(9));
        text.StopAsking(Today).IsOk.ShouldBeTrue();
        text.AsksForInput(Today.AddDays(5)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void Fewer_than_four_without_names_wait(int inputs, bool shown) =>
        Asking(byName: false).ShowsUnnamed(inputs, Today.AddDays(8)).ShouldBe(shown);

    [Fact]
    public void Input_without_names_is_not_shown_while_more_can_come()
    {
        var text = Asking(byName: false, until: Today.AddDays(7));
        text.ShowsUnnamed(9, Today.AddDays(7)).ShouldBeFalse();
        text.ShowsUnnamed(9, Today.AddDays(8)).ShouldBeTrue();
    }

    [Fact]
    public void What_was_shown_never_grows_by_one()
    {
        var text = Asking(byName: false, until: Today.AddDays(1));
        Ask(text, Today, Today.AddDays(2), inBatch: 5);
        text.Batch.ShouldBe(1, "it is open still: nothing was shown");

        text.AskForInput(new(Today.AddDays(3), Today.AddDays(4), false), 5, Today.AddDays(3), Now);
        text.Batch.ShouldBe(2, "the five were shown on the third day");
    }

    [Fact]
    public void Too_few_wait_for_those_who_come_in_the_next_time()
    {
        var text = Asking(byName: false, until: Today.AddDays(1));
        text.AskForInput(new(Today.AddDays(3), Today.AddDays(4), false), 3, Today.AddDays(3), Now);
        text.Batch.ShouldBe(1);
    }

    // Plays days of asking, by name or not, stopping, giving: what is shown of a batch is all of it, and four at least.
    [Fact]
    public void However_a_team_asks_nobody_sees_an_input_without_a_name_come()
    {
        Prop.ForAll(
                Gen.Choose(0, 5).ListOf(30).ToArbitrary(),
                steps =>
                {
                    var text = Text();
                    var given = new List<int>();
                    var shown = new Dictionary<int, int>();
                    var day = Today;
                    foreach (var step in steps)
                    {
                        var inBatch = given.Count(b => b == text.Batch);
                        switch (step)
                        {
                            case 0:
                                day = day.AddDays(1);
                                break;
                            case 1:
                                text.AskForInput(
                                    new(day, day.AddDays(1), false),
                                    inBatch,
                                    day,
                                    Now
                                );
                                break;
                            case 2:
                                text.AskForInput(new(day, day.AddDays(1), true), inBatch, day, Now);
                                break;
                            case 3:
                                text.StopAsking(day);
                                break;
                            default:
                                if (
                                    text.GiveInput(
                                        text.NextInputId(Now),
                                        null,
                                        "x",
                                        Ana,
                                        day,
                                        Now
                                    ) is
                                    { IsOk: true, Value.Batch: { } batch }
                                )
                                {
                                    given.Add(batch);
                                }

                                break;
                        }

                        foreach (var batch in given.Distinct())
                        {
                            var count = given.Count(b => b == batch);
                            if (batch < text.Batch || text.ShowsUnnamed(count, day))
                            {
                                count.ShouldBeGreaterThanOrEqualTo(FoundingText.FewestUnnamed);
                                shown.TryAdd(batch, count);
                                count.ShouldBe(shown[batch], "a batch that was shown has grown");
                            }
                        }
                    }
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void An_input_not_taken_up_says_why()
    {
        var text = Asking(byName: true);
        var input = Give(text, Today).Value;

        input.Answer(InputFate.NotTakenUp, " ").Refusal.ShouldSay("Why", "Say in a few words why");
        input
            .Answer(InputFate.Waiting, "x")
            .Refusal.ShouldSay("Fate", "Choose whether it is taken up.");
        input
            .Answer(InputFate.TakenUp, new string('x', 301))
            .Refusal.ShouldSay("Why", "Shorten the word why");
        (input.Fate, input.Why).ShouldBe((InputFate.Waiting, null));
        input.Answer(InputFate.TakenUp, null).IsOk.ShouldBeTrue();
        input.Answer(InputFate.NotTakenUp, "Too long for a poster.").IsOk.ShouldBeTrue();
        (input.Fate, input.Why).ShouldBe((InputFate.NotTakenUp, "Too long for a poster."));
    }

    [Fact]
    public void A_proposed_norm_goes_to_the_end_of_the_draft_and_is_said_to_be_taken_up()
    {
        var text = Norms("On time.");
        var input = Give(text, Today, " One voice. ").Value;

        text.TakeUp(input, Later).IsOk.ShouldBeTrue();

        text.Draft.Select(p => p.Words).ShouldBe(["On time.", "One voice."]);
        input.Fate.ShouldBe(InputFate.TakenUp);
        text.TakeUp(input, Later).Refusal.ShouldSay(null, "This norm stands in the draft already");
        text.Parts.Count.ShouldBe(2);
    }

    [Fact]
    public void What_is_no_norm_or_no_norm_yet_is_not_put_into_the_draft()
    {
        var text = Norms("On time.");
        var onPart = Give(text, Today, "Earlier.", text.Parts[0].Id).Value;
        var elsewhere = Give(Asking(byName: true), Today, "Earlier.").Value;
        var tooLong = Give(text, Today, new string('x', FoundingPart.LongestNorm + 1)).Value;
        var full = Norms([.. Enumerable.Range(1, FoundingText.MostNorms).Select(n => $"Norm {n}")]);
        var oneMore = Give(full, Today, "One more.").Value;

        text.TakeUp(onPart, Later).Refusal.ShouldSay(null, "Only a norm that is proposed");
        text.TakeUp(elsewhere, Later).Refusal.ShouldSay(null, "Only a norm that is proposed");
        text.TakeUp(tooLong, Later).Refusal.ShouldSay(null, "A norm has at most 200 characters");
        full.TakeUp(oneMore, Later).Refusal.ShouldSay(null, "At most 15 norms");
        text.Parts.ShouldHaveSingleItem();
        new[] { onPart, elsewhere, tooLong, oneMore }.ShouldAllBe(i => i.Fate == InputFate.Waiting);
    }

    private static FoundingText Norms(params string[] norms)
    {
        var text = FoundingText.Begin(Ilt.Form(School, Now), FoundingKind.Norms, Now);
        text.Write([.. norms.Select(n => new DraftLine(null, n))], Now).IsOk.ShouldBeTrue();
        text.AskForInput(new(Today, Today.AddDays(7), ByName: true), 0, Today, Now)
            .IsOk.ShouldBeTrue();
        return text;
    }

    private static FoundingText Text() =>
        FoundingText.Begin(Ilt.Form(School, Now), FoundingKind.Vision, Now);

    private static FoundingText Asking(bool byName, DateOnly? from = null, DateOnly? until = null)
    {
        var text = Text();
        text.AskForInput(new(from ?? Today, until ?? Today.AddDays(7), byName), 0, Today, Now)
            .IsOk.ShouldBeTrue();
        return text;
    }

    private static Throughline.Domain.Shared.Result Ask(
        FoundingText text,
        DateOnly? from,
        DateOnly? until,
        int inBatch = 0
    ) => text.AskForInput(new(from, until, ByName: false), inBatch, Today, Now);

    private static Throughline.Domain.Shared.Result<FoundingInput> Give(
        FoundingText text,
        DateOnly day,
        string words = "Shorter.",
        Guid? part = null
    ) => text.GiveInput(text.NextInputId(Now), part, words, Ana, day, Now);
}
