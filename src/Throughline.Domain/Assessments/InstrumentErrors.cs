using Throughline.Domain.Shared;

namespace Throughline.Domain.Assessments;

/// <summary>Gathers what is wrong with a file; keeps the first errors and counts the rest, so that a hostile file costs little.</summary>
internal sealed class InstrumentErrors
{
    private const int LongestPointer = 200;

    private readonly List<InstrumentError> shown = [];

    public IReadOnlyList<InstrumentError> Shown => shown;

    public int Count { get; private set; }

    public void Add(string pointer, string message)
    {
        Count++;
        if (shown.Count < InstrumentLimits.ErrorsShown)
        {
            shown.Add(new InstrumentError(Quotable(pointer, LongestPointer), message));
        }
    }

    /// <summary>A piece of the file as it can stand in a message: one line, short, nothing invisible in it.</summary>
    public static string Quotable(string text, int longest = 40) =>
        Text.Shorten(Text.CleanLine(text) ?? "", longest);
}
