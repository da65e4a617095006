using System.Security.Cryptography;
using System.Text;

namespace Throughline.Domain.Shared;

/// <summary>
/// What holds for all words that are kept without a name (rules of trust): how many must have come before any is read, and
/// an order that tells nothing. See ADR 0018 and ADR 0023.
/// </summary>
public static class Unnamed
{
    /// <summary>Fewest that are read together: fewer could be told apart, and wait for more.</summary>
    public const int Fewest = 4;

    /// <summary>
    /// Puts words into an order that follows from themselves and the place they are kept at, and from nothing else: not from
    /// when or in which turn they came. The same words give the same order, however often they are written down.
    /// </summary>
    /// <param name="all">What is kept.</param>
    /// <param name="words">The words of one.</param>
    /// <param name="place">Tells the place from others, so that the same words stand elsewhere in another one.</param>
    public static IEnumerable<T> InNoOrder<T>(
        IEnumerable<T> all,
        Func<T, string> words,
        string place
    ) =>
        all.Select(one => (One: one, Words: words(one)))
            .OrderBy(
                x =>
                    Convert.ToHexString(
                        SHA256.HashData(Encoding.UTF8.GetBytes($"{place}\n{x.Words}"))
                    ),
                StringComparer.Ordinal
            )
            .Select(x => x.One);
}
