using System.Globalization;
using System.Text;
using Throughline.Domain.Shared;

namespace Throughline.Domain.Units;

/// <summary>
/// The part of an address that names a unit: <c>lincoln-elementary</c>. Unique in an installation; a former one
/// stays an alias, so that a link in an old mail still opens.
/// </summary>
public static class Slug
{
    /// <summary>Most characters of a slug.</summary>
    public const int Longest = 60;

    // Every first segment the product itself answers. A unit of that name gets a suffix.
    private static readonly HashSet<string> Reserved =
    [
        "account",
        "admin",
        "api",
        "assets",
        "calendar",
        "css",
        "error",
        "favicon",
        "forgot-password",
        "healthz",
        "help",
        "home",
        "js",
        "lib",
        "live",
        "public",
        "readyz",
        "schools",
        "set-password",
        "settings",
        "sign-in",
        "sign-out",
        "static",
        "throughline",
    ];

    /// <summary>True when the text can be a unit's address: lower-case letters and digits in words joined by single hyphens, starting with a letter, 2 to 60 characters, not a reserved word.</summary>
    public static bool IsValid(string? text)
    {
        if (
            text is not { Length: >= 2 and <= Longest }
            || Reserved.Contains(text)
            || !char.IsAsciiLetterLower(text[0])
        )
        {
            return false;
        }

        return text[^1] != '-'
            && !text.Contains("--", StringComparison.Ordinal)
            && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
    }

    /// <summary>The slug a name asks for; accents are dropped, anything else becomes a hyphen. Never empty, and never too long.</summary>
    public static string From(string name)
    {
        var slug = new StringBuilder();
        foreach (
            var c in name.Normalize(NormalizationForm.FormD).ToLower(CultureInfo.InvariantCulture)
        )
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (
                CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark
                && c is not ('\'' or '’' or '.')
                && slug is [.., not '-']
            )
            {
                slug.Append('-');
            }
        }

        var text = slug.ToString().Trim('-');
        if (text.Length < 2 || !char.IsAsciiLetterLower(text[0]))
        {
            text = text.Length == 0 ? "unit" : $"unit-{text}";
        }

        return Cut(text, Longest - 4);
    }

    /// <summary>
    /// The first free address for a name: <c>lincoln-elementary</c>, then <c>lincoln-elementary-2</c>, <c>-3</c> and so on.
    /// </summary>
    /// <param name="name">The unit's name.</param>
    /// <param name="taken">True for an address some unit has or had.</param>
    public static string FirstFree(string name, Func<string, bool> taken)
    {
        var wanted = From(name);
        var candidate = wanted;
        for (var n = 2; !IsValid(candidate) || taken(candidate); n++)
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"-{n}");
            candidate = Cut(wanted, Longest - number.Length) + number;
        }

        return candidate;
    }

    private static string Cut(string slug, int longest) =>
        slug.Length > longest ? slug[..longest].TrimEnd('-') : slug;

    /// <summary>Refuses what cannot be an address, saying what can.</summary>
    public static Result Check(string? text) =>
        IsValid(text)
            ? Result.Ok()
            : Result.Refused(
                "Use 2 to 60 lower-case letters, digits and single hyphens, starting with a letter, for example lincoln-elementary. Some words, such as home or settings, are taken.",
                "Slug"
            );
}
