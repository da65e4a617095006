namespace Throughline.Domain.Assessments;

/// <summary>How an item stands against an earlier round, on one side.</summary>
/// <param name="Now">The figures of this round.</param>
/// <param name="Before">The figures of the earlier one.</param>
public sealed record Change(ItemFigures Now, ItemFigures Before)
{
    /// <summary>This median less the earlier one, in levels; halves occur where an even number splits.</summary>
    public double Difference => Now.Median.Middle - Before.Median.Middle;

    /// <summary>“higher”, “lower” or “the same”, by median alone: it says nothing about better or worse.</summary>
    public string Words =>
        Difference switch
        {
            > 0 => "higher",
            < 0 => "lower",
            _ => "the same",
        };
}

/// <summary>An earlier round that this one is compared with.</summary>
/// <param name="Title">What people call it.</param>
/// <param name="Results">What it published.</param>
public sealed record EarlierRound(string Title, RoundResults Results)
{
    /// <summary>
    /// How an item stands against the earlier round; null when one of them shows no figures of it. Items are matched by
    /// key, which stays through the versions of an instrument as long as the item means the same.
    /// </summary>
    public Change? ChangeOf(string itemKey, SideResults now) =>
        now.Item(itemKey)?.Figures is { } figures
        && Results.Side(now.Perspective)?.Item(itemKey)?.Figures is { } before
            ? new Change(figures, before)
            : null;

    /// <summary>True when rounds with these instruments can be compared: the same key and the same levels. Answers in words cannot.</summary>
    public static bool CanCompare(Instrument one, Instrument other) =>
        one.Key == other.Key
        && !one.IsReflection
        && one.Levels.Select(l => l.Value).SequenceEqual(other.Levels.Select(l => l.Value));
}
