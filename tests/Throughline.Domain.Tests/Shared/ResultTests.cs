using Throughline.Domain.Shared;

namespace Throughline.Domain.Tests.Shared;

public class ResultTests
{
    // Whoever takes the value without looking has a bug, and is told what was refused.
    [Fact]
    public void What_was_refused_has_no_value()
    {
        var refused = Result.Refused<string>("Choose who rates.", "RaterIds");

        refused.IsOk.ShouldBeFalse();
        refused.Refusal.ShouldSay("RaterIds", "Choose who rates.");
        Should
            .Throw<InvalidOperationException>(() => refused.Value)
            .Message.ShouldBe("Choose who rates.");
    }

    [Fact]
    public void What_was_accepted_has_a_value_and_no_refusal()
    {
        Result.Ok("Spring").Value.ShouldBe("Spring");
        Result.Ok("Spring").Refusal.ShouldBeNull();
        Result.Ok().IsOk.ShouldBeTrue();
    }
}
