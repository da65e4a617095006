namespace Throughline.Domain.Assessments;

/// <summary>What kind of thing stands out.</summary>
public enum FindingKind
{
    /// <summary>Where the team stands highest and agrees.</summary>
    Strength = 1,

    /// <summary>Where there is furthest to go.</summary>
    FurthestToGo = 2,

    /// <summary>Where the team agrees least.</summary>
    LeastAgreed = 3,

    /// <summary>Where team and outside are furthest apart.</summary>
    LargestGap = 4,

    /// <summary>What changed most since an earlier round.</summary>
    LargestChange = 5,

    /// <summary>What many have not seen enough of.</summary>
    OftenNotSeen = 6,
}

/// <summary>One sentence about one item, which stands between its two halves so that a page can link it.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Item">The item it is about.</param>
/// <param name="Before">The sentence up to the item.</param>
/// <param name="After">The rest of the sentence, with its figures.</param>
public sealed record Finding(FindingKind Kind, InstrumentItem Item, string Before, string After)
{
    /// <summary>The whole sentence.</summary>
    public override string ToString() => $"{Before} “{Item.Text.TrimEnd('.')}”{After}";
}
