using Throughline.Domain.Assessments;

namespace Throughline.Web.Features.Assessments;

/// <summary>One item of the form.</summary>
/// <param name="Typed">What was sent and could not be saved; it stays in the form, beside what is stored.</param>
public sealed record RateItem(
    InstrumentItem Item,
    int Number,
    OwnSheet Own,
    string? Problem,
    CellInput? Typed,
    bool TakesAnswers
)
{
    public CellState Stored { get; } = CellState.Of(Own.Sheet, Item.Key);

    /// <summary>What the form holds: what was typed, under the versions stored now, so that saving again is a decision.</summary>
    public CellState Shown =>
        Typed is null || Problem is null
            ? Stored
            : Stored with
            {
                Answer = Typed.Answer ?? Stored.Answer,
                Note = Typed.HasNote ? Typed.Note ?? "" : Stored.Note,
                Share = Typed.HasNote ? Typed.Share : Stored.Share,
            };

    /// <summary>What is stored, in words, where the form holds something else.</summary>
    public string? StoredInWords =>
        Shown == Stored
            ? null
            : string.Join(
                ", ",
                new[]
                {
                    Shown.Answer == Stored.Answer ? null
                    : Stored.Answer.Length == 0 ? "no answer"
                    : Stored.Answer == CellInput.NotSeen ? "not seen enough"
                    : Stored.Answer,
                    Shown.Note == Stored.Note ? null
                    : Stored.Note.Length == 0 ? "no note"
                    : $"“{Stored.Note}”",
                }.OfType<string>()
            );

    /// <summary>The name of a field of this cell in the form.</summary>
    public string Name(string field) => $"Cells[{Item.Key}].{field}";
}
