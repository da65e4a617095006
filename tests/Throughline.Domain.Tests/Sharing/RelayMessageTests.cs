using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Sharing;
using Throughline.Domain.Work;

namespace Throughline.Domain.Tests.Sharing;

public class RelayMessageTests
{
    [Fact]
    public void The_draft_says_what_why_and_who_decided()
    {
        Draft("From May on we plan on Tuesdays.", "Rooms are free then.")
            .ShouldBe(
                "From May on we plan on Tuesdays.\nWhy? Rooms are free then.\nThe team decided it together."
            );
        Draft("We do it.", null, DecidedAs.OnAdvice)
            .ShouldBe("We do it.\nThe principal decided it, as the team advised.");
        Draft("We do it.", null, DecidedAs.AgainstAdvice, "It costs less.")
            .ShouldEndWith("\nThe principal decided it, against the team’s advice.");
        Draft("We do it.", null, DecidedAs.LeadersOwn).ShouldEndWith("\nThe principal decided it.");
    }

    [Fact]
    public void A_sentence_that_does_not_fit_is_left_out_and_only_a_first_one_is_cut()
    {
        var long67 = string.Join(' ', Enumerable.Repeat("word", 66)) + " end.";
        Draft("Short first. " + long67 + " Short last.", long67 + " And more of it that is said.")
            .ShouldBe($"Short first. {long67}\nThe team decided it together.");
        var long90 = string.Join(' ', Enumerable.Repeat("word", 90)) + ".";
        var cut = Draft(long90, "Because.");
        cut.ShouldEndWith("word…\nThe team decided it together.");
        RelayMessage.WordsIn(cut).ShouldBe(75);
    }

    [Fact]
    public void A_half_minute_is_75_words()
    {
        RelayMessage.WordsIn(" one\ntwo  three ").ShouldBe(3);
        RelayMessage.WordsIn(null).ShouldBe(0);
        RelayMessage.SecondsFor(0).ShouldBe(0);
        RelayMessage.SecondsFor(75).ShouldBe(30);
        RelayMessage.SecondsFor(76).ShouldBe(35);
        RelayMessage.SecondsFor(1).ShouldBe(5);
    }

    /// <summary>Whatever was decided in however many words, its message is said in half a minute.</summary>
    [Fact]
    public void A_draft_is_never_longer_than_half_a_minute_and_always_says_what() =>
        Prop.ForAll(
                Gen.Choose(1, 200).ToArbitrary(),
                Gen.Choose(0, 200).ToArbitrary(),
                Gen.Choose(1, 40).ToArbitrary(),
                (what, why, sentence) =>
                {
                    var draft = Draft(Sentences(what, sentence), Sentences(why, sentence));
                    return RelayMessage.WordsIn(draft) <= RelayMessage.WordsInTime
                        && draft.StartsWith("w0", StringComparison.Ordinal)
                        && draft.EndsWith("together.", StringComparison.Ordinal);
                }
            )
            .QuickCheckThrowOnFailure();

    private static string? Sentences(int words, int each) =>
        words == 0
            ? null
            : string.Join(
                ' ',
                Enumerable.Range(0, words).Select(n => $"w{n}{(n % each == each - 1 ? "." : "")}")
            );

    private static string Draft(
        string? outcome,
        string? reasons,
        DecidedAs how = DecidedAs.Consensus,
        string? why = null
    ) => RelayMessage.Draft(RelayTests.Decided([], outcome!, reasons ?? why, how), "principal");
}
