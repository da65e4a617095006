namespace Throughline.Domain.Sharing;

/// <summary>What a line of a staff note tells of; lines of a kind stand together, in this order. The numbers are stored and never change their meaning.</summary>
public enum NoteLineKind
{
    /// <summary>What was decided, and why.</summary>
    Decision = 1,

    /// <summary>A rock that began, is done or is off track.</summary>
    Rock = 2,

    /// <summary>Something that went well.</summary>
    Win = 3,

    /// <summary>What a team asked, and the answer.</summary>
    Answer = 4,

    /// <summary>What the writer adds.</summary>
    Own = 9,
}

/// <summary>A line of a note: drafted from something that happened, or added by hand.</summary>
/// <param name="Key">By which it is known in its note.</param>
/// <param name="Kind">What it tells of.</param>
/// <param name="Words">What it says.</param>
/// <param name="SourceId">What it was drafted from; null for a line added by hand.</param>
/// <param name="IsLeftOut">True when it is not sent.</param>
public sealed record NoteLine(
    int Key,
    NoteLineKind Kind,
    string Words,
    Guid? SourceId = null,
    bool IsLeftOut = false
);

/// <summary>Something that a note could tell of.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="SourceId">The thing.</param>
/// <param name="Words">What could be said.</param>
public sealed record NoteNews(NoteLineKind Kind, Guid SourceId, string Words);

/// <summary>What was typed about a line.</summary>
/// <param name="Key">The line.</param>
/// <param name="Words">Its words.</param>
/// <param name="IsKept">False to leave it out.</param>
public sealed record NoteLineEdit(int Key, string? Words, bool IsKept);
