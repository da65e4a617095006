using Throughline.Domain.Shared;

namespace Throughline.Web.Features.SignIn;

/// <summary>
/// What makes a password good enough: length. No rule about digits or signs, which lead to <c>Password1!</c>; refused is
/// what others try first.
/// </summary>
public static class PasswordRules
{
    /// <summary>Fewest characters.</summary>
    public const int Shortest = 12;

    /// <summary>Most characters: more than any manager of passwords makes.</summary>
    public const int Longest = 200;

    /// <summary>A name with so few other signs around it is the name itself.</summary>
    private const int FewestOfOnesOwn = 4;

    // Of the lists of leaked passwords, the stems that lead those of 12 characters and more, and words of this product.
    private static readonly string[] TriedFirst =
    [
        "password",
        "passwort",
        "passw0rd",
        "letmein",
        "welcome",
        "qwerty",
        "qwertyuiop",
        "asdfghjkl",
        "1q2w3e4r5t6y",
        "1qaz2wsx3edc",
        "administrator",
        "changeme",
        "iloveyou",
        "sunshine",
        "princess",
        "football",
        "baseball",
        "trustno",
        "superman",
        "abcdefghijklmnopqrstuvwxyz",
        "12345678901234567890",
        "98765432109876543210",
        "teacher",
        "principal",
        "school",
        "throughline",
    ];

    /// <summary>Refuses a password that is too short or one of the first to be tried.</summary>
    /// <param name="password">What was typed; blanks count.</param>
    /// <param name="again">The same, typed again.</param>
    /// <param name="email">The address the person signs in with.</param>
    /// <param name="names">Their names.</param>
    public static Result Check(string? password, string? again, string email, params string[] names)
    {
        if (password is not { Length: >= Shortest })
        {
            return Result.Refused(
                $"Use at least {Shortest} characters. A few words that do not belong together are easy to remember.",
                "Password"
            );
        }

        if (password.Length > Longest)
        {
            return Result.Refused($"Use at most {Longest} characters.", "Password");
        }

        if (password.Distinct().Count() < FewestOfOnesOwn)
        {
            return Result.Refused("Use more than a few different characters.", "Password");
        }

        if (IsMostly(password, [email, email.Split('@')[0], string.Concat(names), .. names]))
        {
            return Result.Refused(
                "This is your name or e-mail address, which others try first. Choose something else.",
                "Password"
            );
        }

        if (IsMostly(password, TriedFirst))
        {
            return Result.Refused(
                "This is one of the passwords others try first. Choose something else.",
                "Password"
            );
        }

        return password == again
            ? Result.Ok()
            : Result.Refused("The two are not the same. Type the password again.", "Again");
    }

    private static bool IsMostly(string password, IEnumerable<string> words)
    {
        var plain = Plain(password);
        return words
            .Select(Plain)
            .Where(word => word.Length >= FewestOfOnesOwn)
            .Any(word =>
                plain.Replace(word, "", StringComparison.Ordinal) is { } rest
                    && rest.Length < plain.Length
                    && (rest.Length < FewestOfOnesOwn || rest.All(char.IsDigit))
                || (word.Length >= Shortest && word.Contains(plain, StringComparison.Ordinal))
            );
    }

    private static string Plain(string text) =>
        new([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
