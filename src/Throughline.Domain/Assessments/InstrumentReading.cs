namespace Throughline.Domain.Assessments;

/// <summary>What is wrong at one place of an instrument file.</summary>
/// <param name="Pointer">JSON pointer (RFC 6901) to the place; empty for the file as a whole.</param>
/// <param name="Message">What is wrong and what is expected, in a sentence or two.</param>
public sealed record InstrumentError(string Pointer, string Message);

/// <summary>What came of reading an instrument file: the instrument, or everything that is wrong with it.</summary>
public sealed class InstrumentReading
{
    internal InstrumentReading(
        Instrument? instrument,
        IReadOnlyList<InstrumentError> errors,
        int errorCount
    )
    {
        Instrument = instrument;
        Errors = errors;
        ErrorCount = errorCount;
    }

    /// <summary>The instrument, or null when there are errors.</summary>
    public Instrument? Instrument { get; }

    /// <summary>The errors, each with its place; at most <see cref="InstrumentLimits.ErrorsShown"/> of them.</summary>
    public IReadOnlyList<InstrumentError> Errors { get; }

    /// <summary>How many errors there are, also those not in <see cref="Errors"/>.</summary>
    public int ErrorCount { get; }

    /// <summary>True when the file is an instrument.</summary>
    public bool IsOk => Instrument is not null;
}

/// <summary>How large an instrument and its texts may be. Lengths are in characters.</summary>
public static class InstrumentLimits
{
    /// <summary>Most bytes of a file (1 MiB).</summary>
    public const int Bytes = 1024 * 1024;

    /// <summary>Deepest nesting of objects and lists in a file.</summary>
    public const int Depth = 16;

    /// <summary>Most errors reported one by one; the rest is counted.</summary>
    public const int ErrorsShown = 100;

    /// <summary>Most parts.</summary>
    public const int Parts = 50;

    /// <summary>Most items in all parts together.</summary>
    public const int Items = 300;

    /// <summary>Fewest levels of a scale.</summary>
    public const int FewestLevels = 2;

    /// <summary>Most levels of a scale (0 to 10).</summary>
    public const int MostLevels = 11;

    /// <summary>Highest value the first level of a scale may have.</summary>
    public const int HighestFirstLevel = 10;

    /// <summary>Highest version number.</summary>
    public const int Version = 9999;

    /// <summary>Most prompts of an item.</summary>
    public const int Prompts = 12;

    /// <summary>Longest key.</summary>
    public const int Key = 60;

    /// <summary>Longest title of an instrument or part, and longest name of a source.</summary>
    public const int Title = 160;

    /// <summary>Longest label of a level.</summary>
    public const int Label = 60;

    /// <summary>Longest meaning of a level, prompt, or note on what is ours.</summary>
    public const int Sentence = 500;

    /// <summary>Longest item text, extent statement or guiding question.</summary>
    public const int Statement = 1000;

    /// <summary>Longest introduction, part description or descriptor.</summary>
    public const int Passage = 4000;
}
