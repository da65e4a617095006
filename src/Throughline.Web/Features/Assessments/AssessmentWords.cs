using Throughline.Domain.Assessments;

namespace Throughline.Web.Features.Assessments;

/// <summary>What the states and kinds of this area are called.</summary>
public static class AssessmentWords
{
    public static string Of(InstrumentKind kind) =>
        kind switch
        {
            InstrumentKind.Rubric => "rubric",
            InstrumentKind.RatingScale => "rating scale",
            InstrumentKind.Checklist => "checklist",
            InstrumentKind.Reflection => "reflection questions",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    public static string Of(InstrumentAudience audience) =>
        audience switch
        {
            InstrumentAudience.District => "about a district",
            InstrumentAudience.School => "about a school",
            InstrumentAudience.Person => "about oneself",
            InstrumentAudience.Team => "about a team",
            _ => throw new ArgumentOutOfRangeException(nameof(audience)),
        };

    public static string Of(RoundEventKind kind) =>
        kind switch
        {
            RoundEventKind.Opened => "opened the round",
            RoundEventKind.Extended => "moved the last day",
            RoundEventKind.Closed => "closed the round",
            RoundEventKind.Reopened => "reopened the round",
            RoundEventKind.RaterAdded => "asked one more person",
            RoundEventKind.RaterRemoved => "asks someone no longer",
            RoundEventKind.LateAnswer => "answered after the last day",
            RoundEventKind.AskedFromOutside => "asked for the view from outside",
            RoundEventKind.Reminded => "reminded those who had not finished",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>An answer as its giver reads it.</summary>
    public static string Of(Answer answer, Instrument instrument) =>
        answer.NotSeen ? "I have not seen enough to say"
        : answer.Level is not { } level ? "Answer taken back"
        : $"{level.ToString(System.Globalization.CultureInfo.InvariantCulture)} · {instrument.Level(level)?.Label}";

    /// <summary>The state as a tag: its colour class, mark and words.</summary>
    public static (string Class, string Words) Tag(RoundState state) =>
        state switch
        {
            RoundState.NotYetOpen => ("", "opens later"),
            RoundState.Open => ("good", "✓ open"),
            RoundState.PastLastDay => ("watch", "▲ last day over, not closed"),
            RoundState.Closed => ("", "closed"),
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };

    /// <summary>The same for a staff pulse.</summary>
    public static (string Class, string Words) Tag(PulseState state) =>
        state switch
        {
            PulseState.Open => ("good", "✓ open"),
            PulseState.PastLastDay => ("watch", "▲ last day over, not closed"),
            PulseState.Closed => ("", "closed"),
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };

    public static string Source(InstrumentSource? source) =>
        source is null
            ? ""
            : string.Join(
                ", ",
                new[]
                {
                    TitleOf(source.Document),
                    source.Part,
                    source.Position is { } position ? $"no. {position}" : null,
                    source.Ours is null ? null : "ours",
                }.OfType<string>()
            );

    // What the source documents call themselves; an instrument that was loaded says its own.
    private static string? TitleOf(string? document) =>
        document switch
        {
            "000" => "Instructional Leadership Teams Continuum",
            "001" => "Instructional Leadership Team Framework",
            "002" => "Instructional Leadership Teams: Leading the Way",
            "003" => "How ILTs Are Bringing Change",
            "004" => "Building Distributive Leadership Capacity",
            _ => document,
        };
}
