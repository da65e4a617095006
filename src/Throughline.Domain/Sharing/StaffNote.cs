using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Domain.Sharing;

/// <summary>Where a staff note stands. The numbers are stored and never change their meaning.</summary>
public enum NoteState
{
    /// <summary>It is being written.</summary>
    Draft = 1,

    /// <summary>Its approval is asked for.</summary>
    Asked = 2,

    /// <summary>It was sent back with a word, and is being written.</summary>
    SentBack = 3,

    /// <summary>It is approved, and perhaps waits for its hour.</summary>
    Approved = 4,

    /// <summary>It went out: a record.</summary>
    Sent = 5,
}

/// <summary>
/// What all staff are told of the last days: drafted from decisions, rocks, wins and answers, corrected by a person,
/// approved by who leads, and sent (seed 003, pitfall 5: regular updates; seed 002, “Responsibilities of the ILT”). It
/// stands in no audit trail, which has other readers than a draft.
/// </summary>
public sealed partial class StaffNote : IDistrictOwned, IVersioned, INotAudited
{
    /// <summary>Longest title, in characters.</summary>
    public const int LongestTitle = 120;

    /// <summary>Longest opening, and longest line, in characters.</summary>
    public const int LongestWords = 1000;

    /// <summary>Most lines.</summary>
    public const int MostLines = 60;

    /// <summary>Longest word with which it is sent back, in characters.</summary>
    public const int LongestReason = 500;

    private StaffNote() { }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The unit whose staff read it.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>Its number within the unit.</summary>
    public int Number { get; private set; }

    /// <summary>What it is called.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What stands before its lines; null for nothing.</summary>
    public string? Opening { get; private set; }

    /// <summary>Its lines, those left out too: in the order in which they stand, kind by kind.</summary>
    public IReadOnlyList<NoteLine> Lines { get; private set; } = [];

    /// <summary>The number of the sent note that it corrects; null for none.</summary>
    public int? Corrects { get; private set; }

    /// <summary>From when on it tells what happened, UTC.</summary>
    public DateTime Since { get; private set; }

    /// <summary>Who began it.</summary>
    public Guid WriterId { get; private set; }

    /// <summary>When it was begun, or what is new was put in last, UTC: the next note begins there.</summary>
    public DateTime DraftedAt { get; private set; }

    /// <summary>Where it stands.</summary>
    public NoteState State { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>True while its words can be changed.</summary>
    public bool IsOpen => State != NoteState.Sent;

    /// <summary>The lines that are sent, kind by kind.</summary>
    public IEnumerable<NoteLine> Kept => Lines.Where(l => !l.IsLeftOut);

    /// <summary>Everything that is sent, as one text: what is looked through for counts.</summary>
    public string WholeText =>
        string.Join("\n\n", new[] { Title, Opening ?? "" }.Concat(Kept.Select(l => l.Words)));

    /// <summary>Begins a note. Refused for a title that is missing or too long.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="number">The unit's next number.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="since">From when on it tells what happened, UTC.</param>
    /// <param name="news">What happened.</param>
    /// <param name="by">Who begins it.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="corrects">The sent note that it corrects.</param>
    public static Result<StaffNote> Begin(
        Unit unit,
        int number,
        string? title,
        DateTime since,
        IEnumerable<NoteNews> news,
        Guid by,
        DateTime now,
        int? corrects = null
    )
    {
        var called = Text.Required(title, "a title", LongestTitle, "Title");
        if (!called.IsOk)
        {
            return called.Refusal!;
        }

        var note = new StaffNote
        {
            Id = Ids.New(now),
            DistrictId = unit.DistrictId,
            UnitId = unit.Id,
            Number = number,
            Title = called.Value,
            Since = since,
            WriterId = by,
            State = NoteState.Draft,
            Corrects = corrects,
        };
        note.TakeIn(news, now);
        return Result.Ok(note);
    }

    /// <summary>Puts in what happened since, where no line tells of it yet; how many lines were added.</summary>
    public int TakeIn(IEnumerable<NoteNews> news, DateTime now)
    {
        var known = Lines.Select(l => l.SourceId).ToHashSet();
        var added = news.Where(n => !known.Contains(n.SourceId))
            .Take(Math.Max(0, MostLines - Lines.Count))
            .Select((n, at) => new NoteLine(NextKey + at, n.Kind, Fit(n.Words), n.SourceId))
            .ToList();
        DraftedAt = now;
        if (added.Count > 0)
        {
            Set([.. Lines, .. added]);
            Reopen();
        }

        return added.Count;
    }

    /// <summary>
    /// Takes what was typed. Refused once it is sent, without a title, and for what is too long. A line without words is
    /// left out. Any change to an approved note asks for approval again.
    /// </summary>
    /// <param name="title">The title.</param>
    /// <param name="opening">What stands before the lines.</param>
    /// <param name="edits">The lines; one that is not named stays.</param>
    /// <param name="added">A line to add; null for none.</param>
    public Result Write(
        string? title,
        string? opening,
        IReadOnlyList<NoteLineEdit> edits,
        string? added = null
    )
    {
        if (!IsOpen)
        {
            return IsSent;
        }

        var called = Text.Required(title, "a title", LongestTitle, "Title");
        var first = Text.Passage(opening, "the opening", LongestWords, "Opening");
        var more = Text.Passage(added, "the line", LongestWords, "Added");
        var lines = new List<NoteLine>();
        var refused = called.Refusal ?? first.Refusal ?? more.Refusal;
        foreach (var line in Lines)
        {
            var edit = edits.FirstOrDefault(e => e.Key == line.Key);
            var words = Text.Passage(edit?.Words, "the line", LongestWords, $"Lines[{line.Key}]");
            refused ??= words.Refusal;
            lines.Add(edit is null || !words.IsOk ? line : Edited(line, words.Value, edit.IsKept));
        }

        if (refused is null && more.Value is not null && lines.Count >= MostLines)
        {
            refused = new(
                $"A note has at most {MostLines} lines. Leave some for the next.",
                "Added"
            );
        }

        if (refused is not null)
        {
            return refused;
        }

        if (more.Value is { } own)
        {
            lines.Add(new NoteLine(NextKey, NoteLineKind.Own, own));
        }

        if (called.Value != Title || first.Value != Opening || !lines.SequenceEqual(Lines))
        {
            (Title, Opening) = (called.Value, first.Value);
            Set(lines);
            Reopen();
        }

        return Result.Ok();
    }

    /// <summary>Moves a line up or down among those of its kind. Refused once it is sent; nothing happens at an end.</summary>
    public Result Move(int key, bool up)
    {
        if (!IsOpen)
        {
            return IsSent;
        }

        var lines = Lines.ToList();
        var at = lines.FindIndex(l => l.Key == key);
        var to = up ? at - 1 : at + 1;
        if (at >= 0 && to >= 0 && to < lines.Count && lines[to].Kind == lines[at].Kind)
        {
            (lines[at], lines[to]) = (lines[to], lines[at]);
            Set(lines);
            Reopen();
        }

        return Result.Ok();
    }

    /// <summary>Takes out the line of a thing that is no longer to be told, such as a win that was taken back.</summary>
    public void Withdraw(Guid sourceId)
    {
        if (IsOpen && Lines.Any(l => l.SourceId == sourceId))
        {
            Set(Lines.Where(l => l.SourceId != sourceId));
            Reopen();
        }
    }

    private static readonly Refusal IsSent = new(
        "This note was sent and stays as it is. Write a correction, which names it."
    );

    private int NextKey => Lines.Select(l => l.Key).DefaultIfEmpty(0).Max() + 1;

    private static string Fit(string words) => Text.Shorten(words, LongestWords);

    private static NoteLine Edited(NoteLine line, string? words, bool isKept) =>
        line with
        {
            Words = words ?? line.Words,
            IsLeftOut = !isKept || words is null,
        };

    // Kind by kind; within a kind as they came, or were put by hand.
    private void Set(IEnumerable<NoteLine> lines) => Lines = [.. lines.OrderBy(l => l.Kind)];
}
