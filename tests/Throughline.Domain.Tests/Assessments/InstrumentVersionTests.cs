using Throughline.Domain.Assessments;
using Throughline.Domain.Shared;

namespace Throughline.Domain.Tests.Assessments;

public class InstrumentVersionTests
{
    private static readonly DateTime Now = TestRound.Start;
    private static readonly Guid District = Ids.New(Now);

    [Fact]
    public void A_district_keeps_a_copy_that_reads_as_the_instrument()
    {
        var instrument = Repository.Instrument("ilt-continuum");

        var copy = Add(instrument).Value.Version;

        copy.DistrictId.ShouldBe(District);
        copy.Key.ShouldBe("ilt-continuum");
        copy.Version.ShouldBe(1);
        copy.ItemCount.ShouldBe(5);
        copy.FirstUsedAt.ShouldBeNull();
        InstrumentWriter.Write(copy.Read()).ShouldBe(InstrumentWriter.Write(instrument));
    }

    [Fact]
    public void The_same_content_again_changes_nothing()
    {
        var first = Add(Scale(items: 3)).Value.Version;

        var again = Add(Scale(items: 3), first).Value;

        again.IsNew.ShouldBeFalse();
        again.Version.ShouldBeSameAs(first);
    }

    [Fact]
    public void Other_content_under_the_same_version_is_refused_with_the_next_free_number()
    {
        var first = Add(Scale(items: 3)).Value.Version;
        var third = Add(Scale(items: 3, version: 3), first).Value.Version;

        var refused = Add(Scale(items: 4), first, third);

        refused.IsOk.ShouldBeFalse();
        refused.Refusal!.Field.ShouldBe("Version");
        refused.Refusal.Message.ShouldContain("Raise “version” in the file to 4");
    }

    [Fact]
    public void A_higher_version_stands_beside_the_earlier_one()
    {
        var first = Add(Scale(items: 3)).Value.Version;

        var second = Add(Scale(items: 4, version: 2), first).Value;

        second.IsNew.ShouldBeTrue();
        second.Version.Version.ShouldBe(2);
        first.Read().Items.Count.ShouldBe(3);
    }

    [Fact]
    public void It_counts_as_used_from_the_first_round_on()
    {
        var round = new TestRound();

        round.Version.FirstUsedAt.ShouldBe(TestRound.Start);
    }

    [Fact]
    public void A_second_round_does_not_change_since_when_it_is_used()
    {
        var round = new TestRound();

        Round
            .Open(
                round.School,
                2,
                "Fall",
                round.Version,
                TestRound.FirstDay,
                TestRound.LastDay,
                [TestRound.Member(round.Leader)],
                round.Leader,
                TestRound.FirstDay,
                TestRound.Start.AddDays(1)
            )
            .IsOk.ShouldBeTrue();

        round.Version.FirstUsedAt.ShouldBe(TestRound.Start);
    }

    private static Instrument Scale(int items, int version = 1) =>
        Instruments.Read(Instruments.RatingScale(items, version));

    private static Result<InstrumentAddition> Add(
        Instrument instrument,
        params InstrumentVersion[] sameKey
    ) => InstrumentVersion.Add(District, instrument, InstrumentOrigin.Uploaded, sameKey, Now);
}
