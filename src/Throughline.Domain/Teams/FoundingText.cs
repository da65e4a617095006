using Throughline.Domain.Shared;

namespace Throughline.Domain.Teams;

/// <summary>What an ILT agrees on for itself. The numbers are stored and never change their meaning.</summary>
public enum FoundingKind
{
    /// <summary>Its vision, purpose and goals statement (seed 004, objective 1).</summary>
    Vision = 1,

    /// <summary>The school's design for teacher leadership and collaboration (seed 004, objective 1).</summary>
    Design = 2,

    /// <summary>Its norms (seed 004, objective 3; seed 003, pitfall 4).</summary>
    Norms = 3,
}

/// <summary>
/// A text that the ILT adopts for itself: drafted, open for its members' input for a time, adopted in editions that stay
/// readable, and revisited (seed 004: early and often, at regular intervals, then revise). A unit has one of each kind.
/// </summary>
public sealed partial class FoundingText : IDistrictOwned, IVersioned
{
    /// <summary>Most norms: a list that nobody can say from memory is not lived by.</summary>
    public const int MostNorms = 15;

    private readonly List<FoundingPart> parts = [];
    private readonly List<FoundingEdition> editions = [];

    private FoundingText() { }

    /// <summary>Identity of the text.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The unit whose ILT it is. Unit and kind are unique together.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>Which text.</summary>
    public FoundingKind Kind { get; private set; }

    /// <summary>When its draft was begun, UTC.</summary>
    public DateTime BegunAt { get; private set; }

    /// <summary>The draft's parts in no order: the parts of a statement, or the norms. See <see cref="Draft"/>.</summary>
    public IReadOnlyList<FoundingPart> Parts => parts;

    /// <summary>The draft's parts in their order.</summary>
    public IEnumerable<FoundingPart> Draft => parts.OrderBy(p => p.Place);

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Begins a text's draft: the headings are there, the words are not; norms begin without any.</summary>
    public static FoundingText Begin(Ilt ilt, FoundingKind kind, DateTime now)
    {
        var text = new FoundingText
        {
            Id = Ids.New(now),
            DistrictId = ilt.DistrictId,
            UnitId = ilt.UnitId,
            Kind = kind,
            BegunAt = now,
        };
        text.parts.AddRange(
            FoundingHeading.Of(kind).Select((_, n) => new FoundingPart(text, n + 1, "", now))
        );
        return text;
    }

    /// <summary>
    /// Makes these the draft. A statement keeps its parts and takes over their words, which may be empty while it is a
    /// draft. Norms become exactly those lines, in that order; an empty line is no norm, and a norm that was there keeps
    /// its identity, so that input stays with it. Refuses overlong words and more than 15 norms.
    /// </summary>
    /// <param name="lines">The words by part; a norm without a part is new.</param>
    /// <param name="now">Now, UTC.</param>
    public Result Write(IReadOnlyList<DraftLine> lines, DateTime now)
    {
        var clean = new List<DraftLine>();
        foreach (var (line, n) in lines.Select((line, n) => (line, n)))
        {
            var words = CleanWords(line.Words, $"Lines[{n}].Words");
            if (!words.IsOk)
            {
                return words.Refusal!;
            }

            clean.Add(line with { Words = words.Value });
        }

        return Kind == FoundingKind.Norms ? WriteNorms(clean, now) : WriteParts(clean);
    }

    private Result WriteParts(List<DraftLine> lines)
    {
        foreach (var part in parts)
        {
            part.Words = lines.Find(l => l.PartId == part.Id)?.Words ?? "";
        }

        return Result.Ok();
    }

    private Result WriteNorms(List<DraftLine> lines, DateTime now)
    {
        lines.RemoveAll(l => l.Words is null);
        if (lines.Count > MostNorms)
        {
            return Result.Refused(
                $"At most {MostNorms} norms: nobody keeps more in mind. Take one out first."
            );
        }

        var kept = lines.Select(l => parts.Find(p => p.Id == l.PartId)).ToList();
        parts.RemoveAll(p => !kept.Contains(p));
        for (var n = 0; n < lines.Count; n++)
        {
            // The same norm named twice stays once; its second line is a new norm.
            if (kept[n] is { } part && kept.IndexOf(part) == n)
            {
                (part.Place, part.Words) = (n + 1, lines[n].Words!);
            }
            else
            {
                parts.Add(new FoundingPart(this, n + 1, lines[n].Words!, now));
            }
        }

        return Result.Ok();
    }

    private Result<string?> CleanWords(string? typed, string field) =>
        Kind == FoundingKind.Norms
            ? Text.Passage(Text.CleanLine(typed), "the norm", FoundingPart.LongestNorm, field)
            : Text.Passage(typed, "this part", FoundingPart.Longest, field);
}

/// <summary>A part of a draft as it is typed.</summary>
/// <param name="PartId">The part; null for a new norm.</param>
/// <param name="Words">What it says; null or blank for nothing.</param>
public sealed record DraftLine(Guid? PartId, string? Words);

/// <summary>
/// A part of a draft: of a statement under its heading, or a norm. It leaves no audit row: drafts are for the team and its
/// leader, and the trail has other readers. What is adopted stays readable in its edition.
/// </summary>
public sealed class FoundingPart : IDistrictOwned, INotAudited
{
    /// <summary>Longest part of a statement, in characters.</summary>
    public const int Longest = 4000;

    /// <summary>Longest norm, in characters: it has to fit on a poster.</summary>
    public const int LongestNorm = 200;

    private FoundingPart() { }

    internal FoundingPart(FoundingText text, int place, string words, DateTime now)
    {
        Id = Ids.New(now);
        DistrictId = text.DistrictId;
        TextId = text.Id;
        Place = place;
        Words = words;
    }

    /// <summary>Identity of the part; editions name it too, so that one norm can be followed through them.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The text.</summary>
    public Guid TextId { get; private set; }

    /// <summary>Its place in the text, from 1.</summary>
    public int Place { get; internal set; }

    /// <summary>What it says; empty while nothing is written.</summary>
    public string Words { get; internal set; } = "";
}

/// <summary>A heading of a statement. Norms have none.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Asks">The question that the part answers.</param>
public sealed record FoundingHeading(string Title, string Asks)
{
    private static readonly FoundingHeading[] OfVision =
    [
        new(
            "Vision",
            "What is true for students and teachers here when we have done our work well?"
        ),
        new("Purpose", "What is this team for, and what is it not for?"),
        new("Goals", "What does this team want to reach this year, and how will we know?"),
    ];

    private static readonly FoundingHeading[] OfDesign =
    [
        new(
            "Who leads",
            "Which teachers lead other teachers here, and what is each of these roles for?"
        ),
        new(
            "How teams work together",
            "Which teams meet, how often, and what do they do with that time?"
        ),
        new(
            "How decisions are made",
            "What does the ILT decide, what does it advise on, and who is asked first?"
        ),
        new(
            "How leaders grow",
            "Who coaches those who lead, and where do they practice and get feedback?"
        ),
    ];

    /// <summary>The headings of a text in their order (seed 004, objective 1); none for norms.</summary>
    public static IReadOnlyList<FoundingHeading> Of(FoundingKind kind) =>
        kind switch
        {
            FoundingKind.Vision => OfVision,
            FoundingKind.Design => OfDesign,
            FoundingKind.Norms => [],
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>The heading of the part at this place; null for a norm.</summary>
    public static string? At(FoundingKind kind, int place) =>
        place >= 1 && place <= Of(kind).Count ? Of(kind)[place - 1].Title : null;
}
