using Throughline.Domain.Sharing;
using Throughline.Domain.Work;
using Throughline.Web.Ui;
using Throughline.Web.Ui.Papers;

namespace Throughline.Web.Features.Sharing.Notes;

/// <summary>How staff notes and what is drafted into them are said.</summary>
public static class NoteWords
{
    /// <summary>What stands above the lines of a kind.</summary>
    public static string Of(NoteLineKind kind) =>
        kind switch
        {
            NoteLineKind.Decision => "Decided",
            NoteLineKind.Rock => "What the team works on",
            NoteLineKind.Win => "Wins",
            NoteLineKind.Answer => "You asked",
            NoteLineKind.Own => "Also",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>Where a note stands, as a mark.</summary>
    public static (string Class, string Words) Tag(NoteState state, bool waits) =>
        state switch
        {
            NoteState.Draft => ("", "draft"),
            NoteState.Asked => ("watch", "▲ waits for approval"),
            NoteState.SentBack => ("watch", "▲ sent back"),
            NoteState.Approved => waits
                ? ("good", "✓ approved, goes by itself")
                : ("good", "✓ approved, not sent yet"),
            NoteState.Sent => ("good", "✓ sent"),
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };

    /// <summary>A line about what was decided.</summary>
    public static string Decision(string outcome, string? reasons, DecidedAs who, string leader)
    {
        var by = who switch
        {
            DecidedAs.Consensus => "The ILT decided it together.",
            DecidedAs.OnAdvice => $"The {leader} decided it, as the ILT advised.",
            DecidedAs.AgainstAdvice => $"The {leader} decided it, against the ILT’s advice.",
            _ => $"The {leader} decided it.",
        };
        return string.Join(
            "\n",
            new[] { outcome, reasons is null ? "" : $"Why? {reasons}", by }.Where(t => t.Length > 0)
        );
    }

    /// <summary>A line about a rock; off track in the team's own words.</summary>
    public static string Rock(string title, DateOnly dueOn, bool isDone, string? offTrack) =>
        isDone ? $"Done: {title}"
        : offTrack is not null ? $"Off track: {title}. {offTrack}"
        : $"New: {title}, until {Days.Short(dueOn)}";

    /// <summary>A note as it is shown, printed, mailed and saved for Word. A sent one has the names of its day.</summary>
    /// <param name="note">The note.</param>
    /// <param name="unit">What the unit is called now; a sent note has its own.</param>
    /// <param name="sentOn">The day on which it went, on the unit's clock; null before.</param>
    public static Paper Paper(StaffNote note, string unit, DateOnly? sentOn)
    {
        var blocks = new List<PaperBlock>
        {
            new PaperPassage(
                sentOn is { } day
                    ? $"{note.UnitName}, {Days.Full(day)}. Written by {note.WrittenBy}, approved by {note.ApprovedBy}."
                    : unit
            ),
        };
        if (note.Corrects is { } earlier)
        {
            blocks.Add(new PaperPassage($"This note corrects staff note {earlier}."));
        }

        if (note.Opening is { } opening)
        {
            blocks.Add(new PaperPassage(opening));
        }

        foreach (var kind in note.Kept.GroupBy(l => l.Kind))
        {
            blocks.Add(new PaperHeading(2, Of(kind.Key)));
            blocks.Add(new PaperList([.. kind.Select(l => l.Words)]));
        }

        return new Paper(note.Title, blocks);
    }
}
