using Throughline.Domain.Shared;

namespace Throughline.Domain.Meetings;

/// <summary>How a figure stands to its mark.</summary>
public enum FigureState
{
    /// <summary>Fewer than three meetings: a figure would say more about one day than about the team.</summary>
    TooEarly = 1,

    /// <summary>There is nothing to count, such as no decision.</summary>
    Nothing = 2,

    /// <summary>It cannot be judged before the team has set how often it meets.</summary>
    NoRhythm = 3,

    /// <summary>It would show what one person did, and is not shown.</summary>
    Hidden = 4,

    /// <summary>It meets its mark.</summary>
    Met = 5,

    /// <summary>It does not meet its mark yet.</summary>
    NotYet = 6,
}

/// <summary>One figure of how a team works, with what it is made of.</summary>
/// <param name="Kind">Which.</param>
/// <param name="State">How it stands to its mark.</param>
/// <param name="Good">
/// What counts as good, of <paramref name="Of"/>; for <see cref="FigureKind.Length"/> and
/// <see cref="FigureKind.Instruction"/> the minutes.
/// </param>
/// <param name="Of">What was counted; for minutes, those of the mark.</param>
public sealed record HealthFigure(FigureKind Kind, FigureState State, int Good, int Of)
{
    /// <summary>True when there are numbers to show.</summary>
    public bool IsShown =>
        State is FigureState.Met or FigureState.NotYet || (State == FigureState.NoRhythm && Of > 0);

    /// <summary>True for figures in minutes.</summary>
    public bool IsMinutes => Kind is FigureKind.Length or FigureKind.Instruction;

    /// <summary>The share in percent; null for minutes and where nothing was counted. 0 and 100 mean none and all.</summary>
    public int? Percent =>
        IsMinutes || Of == 0 ? null
        : Good == 0 ? 0
        : Good == Of ? 100
        : Math.Clamp((int)Math.Round(100.0 * Good / Of), 1, 99);
}

/// <summary>What one meeting adds to a figure.</summary>
/// <param name="Good">What counts as good; for minutes, the minutes.</param>
/// <param name="Of">What was counted; 0 where the meeting adds nothing.</param>
public sealed record MeetingPart(int Good, int Of);
