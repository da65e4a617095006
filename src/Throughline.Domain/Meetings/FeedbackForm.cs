using Throughline.Domain.Shared;

namespace Throughline.Domain.Meetings;

/// <summary>How a team looks back on a meeting (seed 004, objective 3). The numbers are stored.</summary>
public enum FeedbackKind
{
    /// <summary>What went well, and what to change.</summary>
    PlusDelta = 1,

    /// <summary>What to stop, to start and to go on with.</summary>
    StopStartContinue = 2,
}

/// <summary>A box of the form. The numbers are stored.</summary>
public enum FeedbackBox
{
    /// <summary>What went well.</summary>
    Plus = 1,

    /// <summary>What to change.</summary>
    Delta = 2,

    /// <summary>What to stop.</summary>
    Stop = 3,

    /// <summary>What to start.</summary>
    Start = 4,

    /// <summary>What to go on with.</summary>
    Continue = 5,
}

/// <summary>How feedback is given: with which boxes, and whether by name.</summary>
/// <param name="Kind">Which boxes.</param>
/// <param name="ByName">Whether the team reads who gave it.</param>
public sealed record FeedbackForm(FeedbackKind Kind, bool ByName)
{
    /// <summary>The boxes of a kind, in their order.</summary>
    public static IReadOnlyList<FeedbackBox> BoxesOf(FeedbackKind kind) =>
        kind switch
        {
            FeedbackKind.PlusDelta => [FeedbackBox.Plus, FeedbackBox.Delta],
            FeedbackKind.StopStartContinue =>
            [
                FeedbackBox.Stop,
                FeedbackBox.Start,
                FeedbackBox.Continue,
            ],
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>The boxes of this form, in their order.</summary>
    public IReadOnlyList<FeedbackBox> Boxes => BoxesOf(Kind);

    /// <summary>
    /// What someone typed, cleaned, in the order of the boxes. Refused when every box is empty, for a text of more than
    /// <see cref="FeedbackLine.Longest"/> characters and for a box the form does not have.
    /// </summary>
    public Result<IReadOnlyList<FeedbackLine>> Read(IReadOnlyList<FeedbackLine> typed)
    {
        var lines = new List<FeedbackLine>();
        for (var n = 0; n < typed.Count; n++)
        {
            var words = Text.Passage(
                typed[n].Words,
                "what you wrote",
                FeedbackLine.Longest,
                $"Lines[{n}].Words"
            );
            if (!words.IsOk)
            {
                return words.Refusal!;
            }

            if (!Boxes.Contains(typed[n].Box))
            {
                return Result.Refused<IReadOnlyList<FeedbackLine>>(
                    "The team has changed how it gives feedback in the meantime. Read what is asked now, then send it."
                );
            }

            if (words.Value is { } said)
            {
                lines.Add(new FeedbackLine(typed[n].Box, said));
            }
        }

        return lines.Count == 0
            ? Result.Refused<IReadOnlyList<FeedbackLine>>(
                "Write a word in one of the boxes first.",
                "Lines[0].Words"
            )
            : Result.Ok<IReadOnlyList<FeedbackLine>>([.. lines.OrderBy(l => l.Box)]);
    }
}

/// <summary>What one box says.</summary>
/// <param name="Box">The box.</param>
/// <param name="Words">The words.</param>
public sealed record FeedbackLine(FeedbackBox Box, string Words)
{
    /// <summary>Longest text of a box, in characters: it is typed on a phone between two rooms.</summary>
    public const int Longest = 500;
}
