using System.Globalization;
using Throughline.Domain.Meetings;

namespace Throughline.Web.Features.Meetings.Feedback;

/// <summary>What the parts of feedback are called, and what each box asks.</summary>
public static class FeedbackWords
{
    public static string Of(FeedbackKind kind) =>
        kind switch
        {
            FeedbackKind.PlusDelta => "Plus/delta",
            FeedbackKind.StopStartContinue => "Stop/start/continue",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    public static string Of(FeedbackForm form) =>
        $"{Of(form.Kind)}, {(form.ByName ? "by name" : "without names")}";

    public static string Of(FeedbackBox box) =>
        box switch
        {
            FeedbackBox.Plus => "Plus",
            FeedbackBox.Delta => "Delta",
            FeedbackBox.Stop => "Stop",
            FeedbackBox.Start => "Start",
            FeedbackBox.Continue => "Continue",
            _ => throw new ArgumentOutOfRangeException(nameof(box)),
        };

    public static string Asks(FeedbackBox box) =>
        box switch
        {
            FeedbackBox.Plus => "What helped us today?",
            FeedbackBox.Delta => "What would you change next time?",
            FeedbackBox.Stop => "What should we no longer do?",
            FeedbackBox.Start => "What should we begin?",
            FeedbackBox.Continue => "What should we keep doing?",
            _ => throw new ArgumentOutOfRangeException(nameof(box)),
        };

    /// <summary>A theme's state as a tag: its colour class, mark and words.</summary>
    public static (string Class, string Words) Tag(ThemeState state) =>
        state switch
        {
            ThemeState.Open => ("watch", "▲ no answer yet"),
            ThemeState.Changed => ("good", "✓ we changed"),
            ThemeState.SetAside => ("", "set aside"),
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };

    /// <summary>“meeting 7”, or “meetings 6 to 7” where what waited was read together.</summary>
    public static string Meetings(int first, int last) =>
        first == last
            ? string.Create(CultureInfo.InvariantCulture, $"meeting {first}")
            : string.Create(CultureInfo.InvariantCulture, $"meetings {first} to {last}");
}
