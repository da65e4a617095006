using System.Security.Cryptography;
using System.Text;
using Throughline.Domain.Sharing;

namespace Throughline.Web.Features.Sharing;

/// <summary>
/// Asks who sends a text out to look at what counts few children in it. Having looked is said of these very words: other
/// words are looked at anew.
/// </summary>
public static class LookedAt
{
    /// <summary>What stands for a text in the form that says it was looked at.</summary>
    public static string Mark(string? text) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text ?? "")))[..16];

    /// <summary>The places that nobody has looked at.</summary>
    public static IReadOnlyList<CountPlace> Unseen(string? text, string? looked)
    {
        var clean = text?.ReplaceLineEndings("\n");
        return looked == Mark(clean) ? [] : CountsInText.Find(clean);
    }
}

/// <summary>A text that is about to go out and what in it nobody has looked at.</summary>
/// <param name="Places">The places.</param>
/// <param name="Mark">Says of these words that they were looked at.</param>
/// <param name="Button">What the button is called that sends it none the less.</param>
public sealed record CountsToLookAt(IReadOnlyList<CountPlace> Places, string Mark, string Button)
{
    /// <summary>What is left to look at; null for nothing.</summary>
    public static CountsToLookAt? Of(string? text, string? looked, string button)
    {
        var places = LookedAt.Unseen(text, looked);
        return places.Count == 0
            ? null
            : new(places, LookedAt.Mark(text?.ReplaceLineEndings("\n")), button);
    }
}
