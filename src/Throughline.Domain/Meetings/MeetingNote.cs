using Throughline.Domain.Shared;

namespace Throughline.Domain.Meetings;

/// <summary>
/// What is written down at a part of the agenda. Several people may write at once: a text that was begun from an older
/// one is never lost and never wins in silence; it stands beside the note until someone joins the two.
/// </summary>
public sealed class MeetingNote : IDistrictOwned, INotAudited
{
    /// <summary>Longest note, in characters: some ten pages.</summary>
    public const int Longest = 20_000;

    /// <summary>Most texts that stand beside a note.</summary>
    public const int MostKept = 20;

    private readonly List<KeptText> kept = [];

    private MeetingNote() { }

    /// <summary>Identity of the note.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The unit.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The meeting.</summary>
    public Guid MeetingId { get; private set; }

    /// <summary>The place of the section; -1 for an item's note.</summary>
    public int Section { get; private set; }

    /// <summary>The item's number; 0 for a section's note.</summary>
    public int Item { get; private set; }

    /// <summary>What is written; empty when nothing is.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Rises with each text that is written; a writer says from which one they began.</summary>
    public int Edition { get; private set; }

    /// <summary>Who wrote last.</summary>
    public Guid ById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Texts that met another one, and wait to be joined.</summary>
    public IReadOnlyList<KeptText> Kept => kept;

    /// <summary>The empty note of a part of the agenda. A section that has one stays a stop of its meeting.</summary>
    public static MeetingNote Of(Meeting meeting, int section, int? item, Guid by, DateTime now)
    {
        if (item is null)
        {
            meeting.NoteSection(section);
        }

        return new()
        {
            Id = Ids.New(now),
            DistrictId = meeting.DistrictId,
            UnitId = meeting.UnitId,
            MeetingId = meeting.Id,
            Section = item is null ? section : -1,
            Item = item ?? 0,
            ById = by,
            At = now,
        };
    }

    /// <summary>
    /// Writes a text. When the note is still the one it was begun from, it takes its place. Else the two are joined where
    /// they touch different lines, and where they do not, it is kept beside the note. The same text again changes nothing. Refused beyond <see cref="Longest"/> characters, and when
    /// <see cref="MostKept"/> texts wait already.
    /// </summary>
    /// <param name="typed">What is written now, all of it.</param>
    /// <param name="from">The edition it was begun from; 0 for none.</param>
    /// <param name="by">Who writes.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="start">The words it was begun from; without them nothing is joined.</param>
    public Result<NoteOutcome> Write(
        string? typed,
        int from,
        Guid by,
        DateTime now,
        string? start = null
    )
    {
        var text = Cleaned(typed);
        if (!text.IsOk)
        {
            return text.Refusal!;
        }

        if (text.Value == Words)
        {
            return Result.Ok(NoteOutcome.Same);
        }

        if (from == Edition)
        {
            Take(text.Value, by, now);
            return Result.Ok(NoteOutcome.Written);
        }

        if (
            start is not null
            && TextMerge.Join(start.ReplaceLineEndings("\n"), Words, text.Value) is { } joined
            && joined.Length <= Longest
        )
        {
            if (joined == Words)
            {
                return Result.Ok(NoteOutcome.Same);
            }

            Take(joined, by, now);
            return Result.Ok(NoteOutcome.Written);
        }

        if (text.Value.Length == 0 || kept.Exists(k => k.Words == text.Value))
        {
            return Result.Ok(NoteOutcome.Kept);
        }

        // Who goes on typing goes on with the text that is kept: one text per writer and start, not one per keystroke.
        if (kept.Find(k => k.ById == by && k.From == from) is { } mine)
        {
            mine.Words = text.Value;
            return Result.Ok(NoteOutcome.Kept);
        }

        if (kept.Count >= MostKept)
        {
            return Result.Refused<NoteOutcome>(
                $"{MostKept} texts wait beside this note. Join them first; yours stays in the box."
            );
        }

        kept.Add(new KeptText(this, text.Value, from, by, now));
        return Result.Ok(NoteOutcome.Kept);
    }

    /// <summary>
    /// Joins the note with texts that stood beside it: the writer has seen them, and they go. Those that came since stay.
    /// When the note has changed since, nothing goes and the joined text is kept as well.
    /// </summary>
    /// <param name="typed">The joined text.</param>
    /// <param name="from">The edition the writer saw.</param>
    /// <param name="seen">The kept texts the writer saw.</param>
    /// <param name="by">Who joins.</param>
    /// <param name="now">Now, UTC.</param>
    public Result<NoteOutcome> Join(
        string? typed,
        int from,
        IReadOnlyCollection<Guid> seen,
        Guid by,
        DateTime now
    )
    {
        if (from != Edition)
        {
            return Write(typed, from, by, now);
        }

        var text = Cleaned(typed);
        if (!text.IsOk)
        {
            return text.Refusal!;
        }

        kept.RemoveAll(k => seen.Contains(k.Id));
        Take(text.Value, by, now);
        return Result.Ok(NoteOutcome.Written);
    }

    /// <summary>Covers words, as they were covered in the final minutes: a new draft must not bring them back.</summary>
    public void CoverWords(string words)
    {
        var covered = MinutesRedaction.CoverWords(Words, words);
        if (covered != Words)
        {
            // The mark may be longer than what it stands for.
            Words = Text.Cut(covered, Longest);
            Edition++;
        }

        kept.ForEach(k => k.Words = Text.Cut(MinutesRedaction.CoverWords(k.Words, words), Longest));
    }

    /// <summary>The minutes are confirmed with it as it is: what was begun from it before is no later text of it.</summary>
    public void Close() => Edition++;

    private void Take(string text, Guid by, DateTime now)
    {
        (Words, ById, At) = (text, by, now);
        Edition++;
    }

    private static Result<string> Cleaned(string? typed)
    {
        // Not trimmed: whoever has just begun a line would find it gone, and their next words at odds with what stands.
        var text = Text.Harmless((typed ?? "").ReplaceLineEndings("\n"));
        return text.Length > Longest
            ? Result.Refused<string>(
                $"Shorten the note to {Longest} characters; it has {text.Length} now.",
                "Words"
            )
            : Result.Ok(text);
    }
}

/// <summary>What became of a text that was written.</summary>
public enum NoteOutcome
{
    /// <summary>It is the note now.</summary>
    Written = 1,

    /// <summary>It was the note already.</summary>
    Same = 2,

    /// <summary>Someone else wrote meanwhile: it stands beside the note.</summary>
    Kept = 3,
}

/// <summary>A text that met another one.</summary>
public sealed class KeptText : IDistrictOwned, INotAudited
{
    private KeptText() { }

    internal KeptText(MeetingNote note, string words, int from, Guid by, DateTime now)
    {
        Id = Ids.New(now);
        (DistrictId, UnitId, NoteId) = (note.DistrictId, note.UnitId, note.Id);
        (Words, From, ById, At) = (words, from, by, now);
    }

    /// <summary>Identity of the text.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The unit: who looks at its meeting hears that a text was kept.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The note.</summary>
    public Guid NoteId { get; private set; }

    /// <summary>What was written.</summary>
    public string Words { get; internal set; } = "";

    /// <summary>The edition of the note it was begun from.</summary>
    public int From { get; private set; }

    /// <summary>Who wrote it.</summary>
    public Guid ById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }
}
