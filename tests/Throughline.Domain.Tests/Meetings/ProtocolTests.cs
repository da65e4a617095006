using Throughline.Domain.Meetings;
using Throughline.Domain.Tests.Shared;
using static Throughline.Domain.Tests.Meetings.Gatherings;
using static Throughline.Domain.Tests.Units.Places;

namespace Throughline.Domain.Tests.Meetings;

/// <summary>Protocols of the team's own.</summary>
public class ProtocolTests
{
    internal static readonly ProtocolStep See = new(
        "See",
        10,
        "Everyone",
        "What is there?",
        OutputKind.Observation,
        DescribeOnly: true
    );

    internal static readonly ProtocolStep Explain = new(
        "Explain",
        8,
        "Everyone",
        "What could it mean?",
        OutputKind.Inference
    );

    internal static readonly ProtocolStep Act = new(
        "Act",
        5,
        "Everyone",
        "What next?",
        OutputKind.NextStep
    );

    internal static readonly Protocol Looking = new(
        "Looking",
        "See before we act.",
        "4 to 8",
        null,
        null,
        [See, Explain, new("Look back", 2, "Everyone", "How was it?"), Act]
    );

    [Fact]
    public void A_team_adds_a_protocol_and_its_minutes_are_those_of_its_steps()
    {
        var own = Add(Looking with { Title = "  Our way " }).Value;

        (own.Title, own.Slug, own.Edition, own.Words.Minutes).ShouldBe(
            ("Our way", "our-way", 1, 25)
        );
        own.Words.Steps.ShouldBe(Looking.Steps);
    }

    [Theory]
    [InlineData("New", "new-2")]
    [InlineData("Tuning", "tuning-2")]
    [InlineData("Our way", "our-way")]
    public void Its_address_is_free_and_never_the_page_that_adds_one(string title, string slug) =>
        Add(Looking with { Title = title }).Value.Slug.ShouldBe(slug);

    [Fact]
    public void A_change_makes_the_next_edition_at_the_same_address()
    {
        var own = Add(Looking).Value;

        own.Change(Looking with { Title = "Seeing", Steps = [See] }, Ben, Start.AddDays(1))
            .IsOk.ShouldBeTrue();

        (own.Title, own.Slug, own.Edition, own.ById).ShouldBe(("Seeing", "looking", 2, Ben));
        own.Change(Looking with { Steps = [] }, Ana, Start)
            .Refusal.ShouldSay(null, "A protocol has 1 to 15 steps");
        (own.Edition, own.ById).ShouldBe((2, Ben));
    }

    [Fact]
    public void What_is_missing_is_refused_where_it_is_missing()
    {
        Check(Looking with { Title = " " }).ShouldSay("Title", "Enter the protocol’s name");
        Check(Looking with { Purpose = "" }).ShouldSay("Purpose", "Say what");
        Check(Looking with { Bring = new string('b', 1001) }).ShouldSay("Bring", "Shorten");
        Check(Looking with { Steps = Enumerable.Repeat(See, 16).ToList() })
            .ShouldSay(null, "A protocol has 1 to 15 steps");
        Step(See with { Title = "" }).ShouldSay("Steps[1].Title", "Enter the name of step 2");
        Step(See with { Minutes = 0 }).ShouldSay("Steps[1].Minutes", "Step 2 takes 1 to 120");
        Step(See with { Minutes = 121 }).ShouldSay("Steps[1].Minutes", "Step 2 takes 1 to 120");
        Step(See with { Who = " " }).ShouldSay("Steps[1].Who", "Enter who speaks");
        Step(See with { Prompts = "\n" }).ShouldSay("Steps[1].Prompts", "Enter what the team asks");
        Step(See with { Collects = (OutputKind)9, DescribeOnly = false })
            .ShouldSay("Steps[1].Collects", "Choose");
        Step(See with { Collects = OutputKind.RootCause })
            .ShouldSay("Steps[1].Collects", "Step 2 only describes");
        Check(Looking with { Steps = [See with { Collects = null }] }).ShouldBeNull();

        static Domain.Shared.Refusal? Step(ProtocolStep step) =>
            Check(Looking with { Steps = [Act, step] });
        static Domain.Shared.Refusal? Check(Protocol typed) => Protocol.Check(typed).Refusal;
    }

    [Fact]
    public void A_team_keeps_forty_of_its_own() =>
        TeamProtocol
            .Add(School, Looking, null, [], TeamProtocol.Most, Ana, Start)
            .Refusal.ShouldSay(null, "A team keeps up to 40 protocols");

    private static Domain.Shared.Result<TeamProtocol> Add(Protocol typed) =>
        TeamProtocol.Add(School, typed, null, ["tuning"], 0, Ana, Start);
}
