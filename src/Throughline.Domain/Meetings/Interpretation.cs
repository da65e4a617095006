using System.Text.RegularExpressions;

namespace Throughline.Domain.Meetings;

/// <summary>
/// Recognises words by which a line explains or judges instead of saying what can be seen. It asks and never refuses: a word
/// can stand in a good observation too, and who wrote it knows best. What stands in quotation marks is what someone else
/// wrote or said, and is not looked at.
/// </summary>
/// <remarks>
/// Five groups, whole words, upper and lower case alike, either apostrophe: reasons (because, so that, due to, therefore …);
/// demands (should, ought to, need to, must …); guesses (probably, maybe, seems, I think …); what goes on in someone else
/// (they don’t understand, can’t, didn’t try, confused, struggle …); judgements of people and work (lazy, careless, weak, poor
/// …). “Since” and “low” are left out: they are said of time and of numbers more often than not.
/// </remarks>
public static partial class Interpretation
{
    /// <summary>The first word or words in a line that read like an explanation; null where there are none.</summary>
    public static string? FirstIn(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return null;
        }

        var said = Quoted().Replace(line.Replace('’', '\''), " … ");
        var found = Words().Match(said);
        return found.Success ? found.Value.Replace('\'', '’') : null;
    }

    // A quotation of typographic or straight double marks; an apostrophe is none.
    [GeneratedRegex("“[^”]*”|\"[^\"]*\"", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(
        @"\b(?:
            because | so\ that | due\ to | therefore | that\ is\ why | that's\ why | which\ means | as\ a\ result | caused\ by
          | should(?:n't)? | ought\ to | needs?\ to | must(?:n't)? | have\ to | has\ to
          | probably | maybe | perhaps | possibly | presumably | obviously | clearly | seems? | appears?\ to
          | (?:I|we)\ (?:think|feel|guess|believe|assume|suspect)
          | (?:don't|doesn't|didn't|do\ not|does\ not|did\ not)\ (?:understand|care|know|try|get\ it|want|bother|like|remember)
          | (?:can't|cannot|could\ not|couldn't)\ be\ bothered
          | not\ trying | confused | struggl(?:e|es|ed|ing) | bored | unmotivated | guessing
          | lazy | careless | sloppy | weak | poor | poorly | terrible
        )\b",
        RegexOptions.IgnoreCase
            | RegexOptions.IgnorePatternWhitespace
            | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Words();
}
