using Throughline.Domain.Teams;

namespace Throughline.Web.Features.Teams.Founding;

/// <summary>What the ILT's own texts are called, in addresses and on pages.</summary>
public static class FoundingWords
{
    /// <summary>The text that an address names; null for anything else.</summary>
    public static FoundingKind? KindOf(string? slug) =>
        slug switch
        {
            "vision" => FoundingKind.Vision,
            "design" => FoundingKind.Design,
            "norms" => FoundingKind.Norms,
            _ => null,
        };

    /// <summary>The text's word in an address.</summary>
    public static string Slug(FoundingKind kind) =>
        kind switch
        {
            FoundingKind.Vision => "vision",
            FoundingKind.Design => "design",
            FoundingKind.Norms => "norms",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>As a heading.</summary>
    public static string Name(FoundingKind kind) =>
        kind switch
        {
            FoundingKind.Vision => "Vision, purpose and goals",
            FoundingKind.Design => "Design for teacher leadership",
            FoundingKind.Norms => "Norms",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>In a sentence.</summary>
    public static string The(FoundingKind kind) =>
        kind switch
        {
            FoundingKind.Vision => "the vision, purpose and goals",
            FoundingKind.Design => "the design for teacher leadership",
            FoundingKind.Norms => "the norms",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>What it is for, in a sentence.</summary>
    public static string For(FoundingKind kind) =>
        kind switch
        {
            FoundingKind.Vision =>
                "What this team works toward, what it is for, and what it wants to reach. The vision stands at the head of every meeting.",
            FoundingKind.Design =>
                "How teachers lead and work together here, so that the whole team says the same about it.",
            FoundingKind.Norms =>
                "How the members of the ILT work with each other. They stand at the head of every meeting.",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>What a part is called: its heading, or “Norm 3”.</summary>
    public static string Part(FoundingKind kind, int place) =>
        FoundingHeading.At(kind, place) ?? FormattableString.Invariant($"Norm {place}");

    public static string Of(InputFate fate) =>
        fate switch
        {
            InputFate.TakenUp => "taken up",
            InputFate.NotTakenUp => "not taken up",
            InputFate.Waiting => "not answered yet",
            _ => throw new ArgumentOutOfRangeException(nameof(fate)),
        };

    /// <summary>The fate as a tag: its colour class and words.</summary>
    public static (string Class, string Words) Tag(InputFate fate) =>
        fate switch
        {
            InputFate.TakenUp => ("good", "✓ taken up"),
            InputFate.NotTakenUp => ("", "not taken up"),
            InputFate.Waiting => ("watch", "▲ not answered yet"),
            _ => throw new ArgumentOutOfRangeException(nameof(fate)),
        };
}
