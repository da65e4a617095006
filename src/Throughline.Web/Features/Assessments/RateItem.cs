using Throughline.Domain.Assessments;

namespace Throughline.Web.Features.Assessments;

/// <summary>One item of the form.</summary>
public sealed record RateItem(
    InstrumentItem Item,
    int Number,
    OwnSheet Own,
    string? Problem,
    bool TakesAnswers
)
{
    public CellState Stored { get; } = CellState.Of(Own.Sheet, Item.Key);

    /// <summary>The name of a field of this cell in the form.</summary>
    public string Name(string field) => $"Cells[{Item.Key}].{field}";
}
