using Throughline.Domain.Shared;

namespace Throughline.Domain.Meetings;

/// <summary>What became of a theme. The numbers are stored.</summary>
public enum ThemeState
{
    /// <summary>Nobody has said yet; it comes to each meeting's opening.</summary>
    Open = 1,

    /// <summary>The team changed something.</summary>
    Changed = 2,

    /// <summary>It was set aside, with a word why.</summary>
    SetAside = 3,
}

/// <summary>
/// What several said of a meeting in a short line, and what the team changed; or a change by itself. It opens the next
/// meeting (seed 004, objective 3: feedback of earlier meetings is looked at again when the next begins). It leaves no
/// audit row: who wrote it and when stands in it, for the team.
/// </summary>
public sealed class FeedbackTheme : IDistrictOwned, IVersioned, INotAudited
{
    /// <summary>Longest theme, in characters.</summary>
    public const int Longest = 200;

    /// <summary>Longest account of what changed, in characters.</summary>
    public const int LongestAnswer = 1000;

    private FeedbackTheme() { }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The unit.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>Its number within the unit.</summary>
    public int Number { get; private set; }

    /// <summary>The meeting whose feedback it was found in.</summary>
    public Guid MeetingId { get; private set; }

    /// <summary>What was said; null for a change by itself.</summary>
    public string? Words { get; private set; }

    /// <summary>What became of it.</summary>
    public ThemeState State { get; private set; }

    /// <summary>What the team changed, or why it was set aside; null while it is open.</summary>
    public string? Answer { get; private set; }

    /// <summary>Who wrote it last.</summary>
    public Guid ById { get; private set; }

    /// <summary>When it was first written, UTC.</summary>
    public DateTime WrittenAt { get; private set; }

    /// <summary>When it was answered or set aside, UTC; null while it is open.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>How it stood before it was written anew, the earliest first: words of a team are put right, not away.</summary>
    public IReadOnlyList<EarlierTheme> Earlier { get; private set; } = [];

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>
    /// Writes down a theme, a change, or both. Refused when both are empty and for texts that are too long.
    /// </summary>
    /// <param name="meeting">The meeting whose feedback it was found in.</param>
    /// <param name="number">The unit's next number.</param>
    /// <param name="words">What was said.</param>
    /// <param name="changed">What the team changed; null while it has not.</param>
    /// <param name="by">Who writes it.</param>
    /// <param name="now">Now, UTC.</param>
    public static Result<FeedbackTheme> Note(
        Meeting meeting,
        int number,
        string? words,
        string? changed,
        Guid by,
        DateTime now
    )
    {
        var theme = new FeedbackTheme
        {
            Id = Ids.New(now),
            DistrictId = meeting.DistrictId,
            UnitId = meeting.UnitId,
            Number = number,
            MeetingId = meeting.Id,
            State = ThemeState.Open,
            WrittenAt = now,
        };
        var written = theme.Write(
            words,
            Text.Clean(changed) is null ? ThemeState.Open : ThemeState.Changed,
            changed,
            by,
            now
        );
        return written.IsOk ? Result.Ok(theme) : written.Refusal!;
    }

    /// <summary>
    /// Writes it anew, with what became of it. Refused without a theme unless something changed, for a change or a setting
    /// aside without words, for words beside an open theme (they would be lost), and for texts that are too long.
    /// </summary>
    public Result Write(string? words, ThemeState? state, string? answer, Guid by, DateTime now)
    {
        var theme = Text.Passage(Text.CleanLine(words), "the theme", Longest, "Words");
        var said = Text.Passage(answer, "what changed", LongestAnswer, "Answer");
        if ((theme.Refusal ?? said.Refusal) is { } tooLong)
        {
            return tooLong;
        }

        if (WhyNot(theme.Value, state, said.Value) is { } refused)
        {
            return refused;
        }

        if (IsRewrittenBy(theme.Value, state!.Value, said.Value))
        {
            Earlier = [.. Earlier, new EarlierTheme(Words, State, Answer, ById, now)];
        }

        (Words, Answer, ById) = (theme.Value, said.Value, by);
        // When the team said so: a word put right later does not open another meeting with it.
        EndedAt =
            state == ThemeState.Open ? null
            : State == state ? EndedAt ?? now
            : now;
        State = state.Value;
        return Result.Ok();
    }

    // An answer to what had none takes nothing away.
    private bool IsRewrittenBy(string? words, ThemeState state, string? answer) =>
        ById != Guid.Empty
        && (
            words != Words
            || (Answer is not null && answer != Answer)
            || (State != ThemeState.Open && state != State)
        );

    private static Refusal? WhyNot(string? theme, ThemeState? state, string? answer) =>
        state switch
        {
            ThemeState.Changed when answer is null => new(
                "Say in a line what the team changed.",
                "Answer"
            ),
            ThemeState.SetAside when answer is null => new(
                "Say in a word why it is set aside: whoever said it reads it here.",
                "Answer"
            ),
            ThemeState.Open when answer is not null => new(
                "Choose what became of it: something changed, or it is set aside.",
                "State"
            ),
            ThemeState.Open or ThemeState.SetAside when theme is null => new(
                "Write the theme in a short line, or what the team changed.",
                "Words"
            ),
            ThemeState.Open or ThemeState.Changed or ThemeState.SetAside => null,
            _ => new("Choose what became of it.", "State"),
        };
}

/// <summary>How a theme stood before it was written anew.</summary>
/// <param name="Words">What was said; null for a change by itself.</param>
/// <param name="State">What became of it.</param>
/// <param name="Answer">What had changed, or why it was set aside.</param>
/// <param name="ById">Who had written it.</param>
/// <param name="Until">When it was written anew, UTC.</param>
public sealed record EarlierTheme(
    string? Words,
    ThemeState State,
    string? Answer,
    Guid ById,
    DateTime Until
);
