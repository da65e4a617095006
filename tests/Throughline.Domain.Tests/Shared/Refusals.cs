using Throughline.Domain.Shared;

namespace Throughline.Domain.Tests.Shared;

/// <summary>What a person reads who is refused something.</summary>
internal static class Refusals
{
    /// <summary>It stands at this field (null: at the whole action) and begins with these words.</summary>
    public static void ShouldSay(this Refusal? refusal, string? field, string words)
    {
        refusal.ShouldNotBeNull();
        refusal.Field.ShouldBe(field);
        refusal.Message.ShouldStartWith(words, Case.Sensitive);
    }
}
