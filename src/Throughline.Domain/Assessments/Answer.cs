using Throughline.Domain.Shared;

namespace Throughline.Domain.Assessments;

/// <summary>
/// What someone says to an item: a level, “I have not seen enough to say”, or nothing yet. Level 0 is a level; not seen
/// and not rated are neither 0 nor each other.
/// </summary>
public readonly record struct Answer
{
    private Answer(int? level, bool notSeen)
    {
        Level = level;
        NotSeen = notSeen;
    }

    /// <summary>Nothing said, or taken back.</summary>
    public static Answer None => default;

    /// <summary>“I have not seen enough to say.”</summary>
    public static Answer NotSeenEnough => new(null, notSeen: true);

    /// <summary>The level chosen, or null.</summary>
    public int? Level { get; }

    /// <summary>True for “I have not seen enough to say”.</summary>
    public bool NotSeen { get; }

    /// <summary>True for a level and for “not seen enough”.</summary>
    public bool IsGiven => Level is not null || NotSeen;

    /// <summary>A level of the instrument's scale.</summary>
    public static Answer At(int level) => new(level, notSeen: false);

    internal static Answer From(int? level, bool notSeen) =>
        notSeen ? NotSeenEnough : new(level, notSeen: false);
}

/// <summary>A note beside an item, or the answer to a reflection question.</summary>
/// <param name="Text">At most 2,000 characters; null for none.</param>
/// <param name="ShareWithTeam">True when its writer agrees that the team reads it, without a name, after the round closes.</param>
public readonly record struct NoteText(string? Text, bool ShareWithTeam)
{
    /// <summary>No note.</summary>
    public static NoteText None => default;
}

/// <summary>What came of saving one cell of an answer sheet.</summary>
public enum SavingKind
{
    /// <summary>Stored, under a new version.</summary>
    Saved = 1,

    /// <summary>The same was stored already, by this device or another: nothing changed, and all is well.</summary>
    Unchanged = 2,

    /// <summary>Another device saved something else meanwhile: nothing changed; show both and let the person choose.</summary>
    Conflict = 3,

    /// <summary>A rule refused it: nothing changed; show the reason and keep what was typed.</summary>
    Refused = 4,
}

/// <summary>What came of saving one cell of an answer sheet, and what is stored now.</summary>
/// <typeparam name="T">An answer or a note.</typeparam>
/// <param name="Kind">Saved, unchanged, conflict or refused.</param>
/// <param name="Stored">What is stored now: in a conflict, what the other device saved.</param>
/// <param name="Version">The version of what is stored; send it with the next change. 0 when nothing ever was.</param>
/// <param name="Sent">What this device sent.</param>
/// <param name="Refusal">Why it was refused, or null.</param>
public sealed record Saving<T>(SavingKind Kind, T Stored, int Version, T Sent, Refusal? Refusal)
    where T : struct
{
    /// <summary>True when what was sent is stored.</summary>
    public bool IsOk => Kind is SavingKind.Saved or SavingKind.Unchanged;
}
