using Throughline.Domain.Shared;

namespace Throughline.Domain.Meetings;

/// <summary>A stretch of a text of the minutes.</summary>
/// <param name="Text">Which text, counted in the order of <see cref="MinutesRecord.Each"/>.</param>
/// <param name="From">The first character.</param>
/// <param name="Length">How many.</param>
public sealed record MinutesPlace(int Text, int From, int Length);

/// <summary>
/// Words of final minutes that were covered, as the law may ask: where they stand, never which they are. Who reads the
/// minutes sees a mark and may read the ground (rules of trust, records law).
/// </summary>
public sealed class MinutesRedaction : IDistrictOwned, INotAudited
{
    /// <summary>What stands in the place of covered words. Always as long, so that it does not tell how long they were.</summary>
    public const string Mark = "[redacted]";

    /// <summary>Longest words, and longest ground, in characters.</summary>
    public const int Longest = 300;

    /// <summary>Fewer characters would cover syllables all over.</summary>
    public const int Shortest = 2;

    private MinutesRedaction() { }

    /// <summary>Identity of the redaction.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The edition.</summary>
    public Guid EditionId { get; private set; }

    /// <summary>Where the words stand.</summary>
    public IReadOnlyList<MinutesPlace> Places { get; private set; } = [];

    /// <summary>The law or order it follows.</summary>
    public string Ground { get; private set; } = "";

    /// <summary>Who covered them.</summary>
    public Guid ById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>A text with the mark wherever the words stand as whole words.</summary>
    public static string CoverWords(string text, string words) =>
        Cover(text, PlacesIn(text, words).Select(from => new MinutesPlace(0, from, words.Length)));

    internal static Result<MinutesRedaction> Of(
        MinutesEdition edition,
        string? words,
        string? ground,
        Guid by,
        DateTime now
    )
    {
        var said = Text.Required(words, "the words to cover", Longest, "Words");
        if (!said.IsOk)
        {
            return said.Refusal!;
        }

        if (said.Value.Length < Shortest)
        {
            return Result.Refused<MinutesRedaction>(
                $"Give at least {Shortest} characters: fewer stand in too many places.",
                "Words"
            );
        }

        if (Mark.Contains(said.Value, StringComparison.OrdinalIgnoreCase))
        {
            return Result.Refused<MinutesRedaction>(
                "These words are the mark that stands for covered words.",
                "Words"
            );
        }

        var why = Text.Required(ground, "the law or order it follows", Longest, "Ground");
        if (!why.IsOk)
        {
            return why.Refusal!;
        }

        var places = Find(MinutesRecord.Read(edition.Record), said.Value);
        return places.Count == 0
            ? Result.Refused<MinutesRedaction>(
                "These words do not stand in the minutes. Copy whole words from there, without a line break.",
                "Words"
            )
            : Result.Ok(
                new MinutesRedaction
                {
                    Id = Ids.New(now),
                    DistrictId = edition.DistrictId,
                    EditionId = edition.Id,
                    Places = places,
                    Ground = why.Value,
                    ById = by,
                    At = now,
                }
            );
    }

    internal static MinutesRecord Cover(MinutesRecord record, IEnumerable<MinutesPlace> places)
    {
        var byText = places.ToLookup(p => p.Text);
        if (byText.Count == 0)
        {
            return record;
        }

        var at = -1;
        return record.Each(text =>
        {
            at++;
            return Cover(text, byText[at]);
        });
    }

    internal static IEnumerable<string> WordsAt(
        MinutesRecord record,
        IEnumerable<MinutesPlace> places
    )
    {
        var texts = Texts(record);
        return places
            .Select(p => texts[p.Text].Substring(p.From, p.Length))
            .Distinct(StringComparer.OrdinalIgnoreCase);
    }

    // The texts at the later places, with the words at both covered.
    internal static IReadOnlyList<string> TextsAt(
        MinutesRecord record,
        IEnumerable<MinutesPlace> earlier,
        IReadOnlyCollection<MinutesPlace> later
    )
    {
        var texts = Texts(Cover(record, earlier.Concat(later)));
        return [.. later.Select(p => texts[p.Text]).Distinct()];
    }

    private static List<string> Texts(MinutesRecord record)
    {
        var texts = new List<string>();
        record.Each(text =>
        {
            texts.Add(text);
            return text;
        });
        return texts;
    }

    private static List<MinutesPlace> Find(MinutesRecord record, string words)
    {
        var (at, places) = (-1, new List<MinutesPlace>());
        record.Each(text =>
        {
            at++;
            places.AddRange(
                PlacesIn(text, words).Select(from => new MinutesPlace(at, from, words.Length))
            );
            return text;
        });
        return places;
    }

    // Whole words only: what is left of a longer word would tell which letters are covered.
    private static List<int> PlacesIn(string text, string words)
    {
        var places = new List<int>();
        for (
            var from = text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
            from >= 0;
            from = text.IndexOf(words, from + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            var end = from + words.Length;
            if (
                (from == 0 || !char.IsLetterOrDigit(text[from - 1]))
                && (end == text.Length || !char.IsLetterOrDigit(text[end]))
            )
            {
                places.Add(from);
            }
        }

        return places;
    }

    // From the end, so that an earlier place stays where it was.
    private static string Cover(string text, IEnumerable<MinutesPlace> places) =>
        Joined(places)
            .Reverse()
            .Aggregate(
                text,
                (left, place) =>
                    string.Concat(
                        left.AsSpan(0, place.From),
                        Mark,
                        left.AsSpan(place.From + place.Length)
                    )
            );

    // Places in order, those that touch or overlap as one.
    private static IEnumerable<MinutesPlace> Joined(IEnumerable<MinutesPlace> places)
    {
        var joined = new List<MinutesPlace>();
        foreach (var place in places.OrderBy(p => p.From).ThenBy(p => p.Length))
        {
            if (joined is [.., var last] && place.From <= last.From + last.Length)
            {
                var end = Math.Max(last.From + last.Length, place.From + place.Length);
                joined[^1] = last with { Length = end - last.From };
            }
            else
            {
                joined.Add(place);
            }
        }

        return joined;
    }
}
