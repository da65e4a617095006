using Throughline.Domain.Teams;
using Throughline.Domain.Tests.Shared;
using static Throughline.Domain.Tests.Units.Places;

namespace Throughline.Domain.Tests.Teams;

/// <summary>What is passed over of the first month.</summary>
public class FirstMonthTests
{
    [Fact]
    public void A_skipped_step_says_who_skipped_it_and_when()
    {
        var by = SomeId();
        var skip = FirstMonthSkip
            .Of(School, FirstMonthFact.DesignBegun, [FirstMonthFact.IltFormed], by, Now)
            .Value;

        (skip.UnitId, skip.Step, skip.ById, skip.At).ShouldBe(
            (School.Id, FirstMonthFact.DesignBegun, by, Now)
        );
        FirstMonthSkip.All(School, by, Now).Step.ShouldBe(FirstMonthFact.Everything);
    }

    [Fact]
    public void What_is_done_cannot_be_skipped() =>
        FirstMonthSkip
            .Of(School, FirstMonthFact.IltFormed, [FirstMonthFact.IltFormed], SomeId(), Now)
            .Refusal.ShouldSay(null, "This step is done. There is nothing to skip.");

    [Fact]
    public void Without_an_ilt_there_is_nothing_to_skip_to() =>
        FirstMonthSkip
            .Of(School, FirstMonthFact.IltFormed, [], SomeId(), Now)
            .Refusal.ShouldSay(null, "Everything else needs an ILT.");
}
