using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Throughline.Domain.Assessments;

/// <summary>
/// What a closed round shows, for each side apart: figures per item and shared notes, nothing that belongs to a person
/// and no total over both sides. Worked out once, at closing (see <see cref="Publication"/> for the rules), and kept as
/// it is.
/// </summary>
/// <param name="Team">What the unit's own ILT says.</param>
/// <param name="Outside">What those say who look from outside; null when nobody from outside was asked.</param>
public sealed record RoundResults(SideResults Team, SideResults? Outside)
{
    /// <summary>Fewest people behind any figure or note that is shown (rules of trust).</summary>
    public const int Fewest = 3;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The sides of which anybody was asked, the team first.</summary>
    [JsonIgnore]
    public IReadOnlyList<SideResults> Sides =>
        [.. new[] { Team, Outside }.OfType<SideResults>().Where(s => s.Invited > 0)];

    /// <summary>The side from where people look, or null when nobody there was asked.</summary>
    public SideResults? Side(Perspective perspective) =>
        Sides.FirstOrDefault(s => s.Perspective == perspective);

    /// <summary>How both sides see an item; null when one of them shows no figures of it.</summary>
    public Gap? GapOf(string itemKey) =>
        Team.Item(itemKey)?.Figures is { } team && Outside?.Item(itemKey)?.Figures is { } outside
            ? new Gap(team, outside)
            : null;

    /// <summary>As text, for the store.</summary>
    internal string Write() => JsonSerializer.Serialize(this, Options);

    /// <summary>From the store's text.</summary>
    internal static RoundResults Read(string document) =>
        JsonSerializer.Deserialize<RoundResults>(document, Options)
        ?? throw new InvalidOperationException("The stored results are damaged.");
}

/// <summary>What a closed round shows of one side.</summary>
/// <param name="Perspective">From where these people look.</param>
/// <param name="Invited">How many were asked.</param>
/// <param name="Answered">How many answered at least one item.</param>
/// <param name="IsTooFew">True when fewer than 3 answered: nothing is shown then.</param>
/// <param name="FiguresFrom">The closing (1 for the first) whose answers the figures are from.</param>
/// <param name="FiguresAt">When that closing was, UTC.</param>
/// <param name="Items">One per item of the instrument, in its order; none for reflection questions, which have no figures.</param>
/// <param name="Notes">One per item of the instrument, in its order.</param>
public sealed record SideResults(
    Perspective Perspective,
    int Invited,
    int Answered,
    bool IsTooFew,
    int FiguresFrom,
    DateTime FiguresAt,
    IReadOnlyList<ItemResult> Items,
    IReadOnlyList<ItemNotes> Notes
)
{
    /// <summary>The result of an item, or null when the instrument has none such.</summary>
    public ItemResult? Item(string itemKey) => Items.FirstOrDefault(i => i.ItemKey == itemKey);

    /// <summary>The notes to an item, or null when the instrument has none such.</summary>
    public ItemNotes? NotesTo(string itemKey) => Notes.FirstOrDefault(n => n.ItemKey == itemKey);
}

/// <summary>What is shown of one item on one side.</summary>
/// <param name="ItemKey">The item.</param>
/// <param name="FiguresFrom">The closing whose answers this is from: earlier than the side's when too few changed this item since.</param>
/// <param name="Figures">The figures, or null when too few chose a level to show any. That is a state of its own and never 0.</param>
/// <param name="Split">The same figures by group, in the order of the groups; null when a part would be too small or could be found.</param>
public sealed record ItemResult(
    string ItemKey,
    int FiguresFrom,
    ItemFigures? Figures,
    IReadOnlyList<GroupFigures>? Split
)
{
    /// <summary>True when fewer than 3 people chose a level.</summary>
    [JsonIgnore]
    public bool IsTooFew => Figures is null;
}

/// <summary>The figures of one group within a side.</summary>
/// <param name="Group">Their part in the work.</param>
/// <param name="Figures">Their figures.</param>
public sealed record GroupFigures(RaterGroup Group, ItemFigures Figures);

/// <summary>The figures of one item.</summary>
/// <param name="Counts">How many chose each level, over the full scale, lowest first.</param>
/// <param name="Median">The median of the levels chosen.</param>
/// <param name="NotSeen">How many said they have not seen enough to say.</param>
/// <param name="NotRated">How many were asked and said nothing.</param>
public sealed record ItemFigures(
    IReadOnlyList<LevelCount> Counts,
    Median Median,
    int NotSeen,
    int NotRated
)
{
    /// <summary>How many chose a level.</summary>
    [JsonIgnore]
    public int Rated => Counts.Sum(c => c.People);

    /// <summary>How many chose a level or said they have not seen enough.</summary>
    [JsonIgnore]
    public int Answered => Rated + NotSeen;

    /// <summary>How many were asked.</summary>
    [JsonIgnore]
    public int Invited => Answered + NotRated;

    /// <summary>The figures of these answers; null when fewer than 3 people chose a level.</summary>
    internal static ItemFigures? Of(
        Instrument instrument,
        IReadOnlyCollection<Answer> answers,
        int invited
    )
    {
        var levels = answers.Select(a => a.Level).OfType<int>().ToList();
        if (levels.Count < RoundResults.Fewest)
        {
            return null;
        }

        var counts = RatingStatistics.Counts([.. instrument.Levels.Select(l => l.Value)], levels);
        return new ItemFigures(
            counts,
            RatingStatistics.Median(counts)!,
            answers.Count(a => a.NotSeen),
            invited - answers.Count(a => a.IsGiven)
        );
    }
}

/// <summary>The shared notes to one item, in an order that tells nothing about who wrote them or when.</summary>
/// <param name="ItemKey">The item.</param>
/// <param name="Texts">The notes, or null when fewer than 3 people answered the item; empty when none was shared.</param>
public sealed record ItemNotes(string ItemKey, IReadOnlyList<string>? Texts)
{
    /// <summary>True when fewer than 3 people answered the item.</summary>
    [JsonIgnore]
    public bool IsTooFew => Texts is null;
}
