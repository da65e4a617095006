namespace Throughline.Domain.Assessments;

/// <summary>How an instrument asks.</summary>
public enum InstrumentKind
{
    /// <summary>Each item describes what every level looks like (seed 000, the continuum).</summary>
    Rubric = 1,

    /// <summary>Each item is a statement, rated on one scale (seed 001, the self-assessments).</summary>
    RatingScale = 2,

    /// <summary>Each item is ticked off on a short scale, such as no, partly, yes.</summary>
    Checklist = 3,

    /// <summary>Each item is a question answered in words; there is no scale.</summary>
    Reflection = 4,
}

/// <summary>Whom an instrument is about.</summary>
public enum InstrumentAudience
{
    /// <summary>A district and its ILT.</summary>
    District = 1,

    /// <summary>A school and its ILT.</summary>
    School = 2,

    /// <summary>One person, about themselves.</summary>
    Person = 3,

    /// <summary>Any team, of a district or of a school.</summary>
    Team = 4,
}

/// <summary>
/// A set of things a team looks at to say where it stands: a rubric, a rating scale, a checklist or questions. It is data,
/// read from a file by <see cref="InstrumentReader"/> and never changed afterwards.
/// </summary>
public sealed class Instrument
{
    private readonly Dictionary<string, InstrumentItem> byKey;

    internal Instrument(
        string key,
        int version,
        string title,
        InstrumentKind kind,
        InstrumentAudience audience,
        string introduction,
        InstrumentSource source,
        InstrumentScale? scale,
        IReadOnlyList<InstrumentPart> parts
    )
    {
        Key = key;
        Version = version;
        Title = title;
        Kind = kind;
        Audience = audience;
        Introduction = introduction;
        Source = source;
        Scale = scale;
        Parts = parts;
        Items = [.. parts.SelectMany(p => p.Items)];
        byKey = Items.ToDictionary(i => i.Key, StringComparer.Ordinal);
    }

    /// <summary>Names the instrument through all its versions: <c>school-ilt</c>.</summary>
    public string Key { get; }

    /// <summary>1 for the first version. Another content needs a higher number.</summary>
    public int Version { get; }

    /// <summary>The title people read.</summary>
    public string Title { get; }

    /// <summary>How it asks.</summary>
    public InstrumentKind Kind { get; }

    /// <summary>Whom it is about.</summary>
    public InstrumentAudience Audience { get; }

    /// <summary>What raters read before they begin. May have several paragraphs.</summary>
    public string Introduction { get; }

    /// <summary>Where the instrument as a whole comes from.</summary>
    public InstrumentSource Source { get; }

    /// <summary>The scale all items share; null for reflection questions.</summary>
    public InstrumentScale? Scale { get; }

    /// <summary>The levels of the scale from lowest to highest; none for reflection questions.</summary>
    public IReadOnlyList<InstrumentLevel> Levels => Scale?.Levels ?? [];

    /// <summary>The parts in the order in which they are shown (seed 001: focus areas).</summary>
    public IReadOnlyList<InstrumentPart> Parts { get; }

    /// <summary>All items of all parts, in order.</summary>
    public IReadOnlyList<InstrumentItem> Items { get; }

    /// <summary>How many descriptors the instrument has: items × levels for a rubric.</summary>
    public int DescriptorCount => Items.Sum(i => i.Descriptors.Count);

    /// <summary>True when items are answered in words alone.</summary>
    public bool IsReflection => Kind == InstrumentKind.Reflection;

    /// <summary>The item with this key, or null.</summary>
    public InstrumentItem? Item(string? key) =>
        key is not null && byKey.TryGetValue(key, out var item) ? item : null;

    /// <summary>The level with this value, or null when the scale has none such.</summary>
    public InstrumentLevel? Level(int value) => Levels.FirstOrDefault(l => l.Value == value);
}

/// <summary>Where a text comes from, so that a reader can look it up.</summary>
/// <param name="Document">The document: <c>001</c> for a seed, or a title. Null when it is ours alone.</param>
/// <param name="Part">The part of the document.</param>
/// <param name="Position">The place within the part, counted from 1.</param>
/// <param name="Ours">What here no source gives and is therefore ours; null when all of it follows the document.</param>
public sealed record InstrumentSource(string? Document, string? Part, int? Position, string? Ours);

/// <summary>The scale on which every item of an instrument is answered.</summary>
/// <param name="Levels">2 to 11 levels, values rising by one.</param>
/// <param name="Source">Where the scale comes from, when that is not where the instrument does.</param>
public sealed record InstrumentScale(
    IReadOnlyList<InstrumentLevel> Levels,
    InstrumentSource? Source
);

/// <summary>One level of a scale.</summary>
/// <param name="Value">The number people say: 0 to 3 in seed 001, 1 to 4 in seed 000.</param>
/// <param name="Label">Its name: “Exemplary practice”.</param>
/// <param name="Meaning">What it means, in a sentence; may be left out of a rubric, whose descriptors say it.</param>
/// <param name="Ours">True when the source gives the level no name and the label is ours.</param>
public sealed record InstrumentLevel(int Value, string Label, string? Meaning, bool Ours);

/// <summary>A group of items under one heading.</summary>
/// <param name="Key">Its key, unique among the parts.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Description">What the part is about.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Items">Its items, at least one.</param>
public sealed record InstrumentPart(
    string Key,
    string Title,
    string? Description,
    InstrumentSource? Source,
    IReadOnlyList<InstrumentItem> Items
);

/// <summary>One thing to rate, tick off or think about.</summary>
/// <param name="Key">Its key, unique in the instrument and the same in every version in which it means the same.</param>
/// <param name="Text">The statement or question.</param>
/// <param name="Extent">What the levels measure: “How far …” (seed 000 has one per essential).</param>
/// <param name="Question">The question that guides the rating (seed 000 has one per essential).</param>
/// <param name="Descriptors">What each level looks like; exactly one for each level in a rubric.</param>
/// <param name="Prompts">Questions that help to find evidence or words.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record InstrumentItem(
    string Key,
    string Text,
    string? Extent,
    string? Question,
    IReadOnlyList<InstrumentDescriptor> Descriptors,
    IReadOnlyList<string> Prompts,
    InstrumentSource? Source
)
{
    /// <summary>
    /// True for a warning: a high value is no strength (seed 002, the marks of least effective teams; seed 003, the
    /// pitfalls). Values are kept and shown as they were given; only what they mean is turned round.
    /// </summary>
    public bool Reversed { get; init; }

    /// <summary>What this level looks like for this item, or null when the item does not say.</summary>
    public string? DescriptorAt(int level) =>
        Descriptors.FirstOrDefault(d => d.Level == level)?.Text;
}

/// <summary>What one level of one item looks like.</summary>
/// <param name="Level">The level's value.</param>
/// <param name="Text">The description. May have several paragraphs, parted by an empty line.</param>
public sealed record InstrumentDescriptor(int Level, string Text);
