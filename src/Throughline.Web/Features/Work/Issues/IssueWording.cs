using Throughline.Domain.Work;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Work.Issues;

/// <summary>What the states of issues are called.</summary>
public static class IssueWording
{
    /// <summary>The status as a tag: its colour class, mark and words.</summary>
    public static (string Class, string Words) Tag(IssueStatus status) =>
        status switch
        {
            IssueStatus.Open => ("", "open"),
            IssueStatus.Parked => ("", "‖ parked"),
            IssueStatus.Solved => ("good", "✓ solved"),
            IssueStatus.Closed => ("", "closed"),
            IssueStatus.SentOn => ("", "→ sent on"),
            _ => throw new ArgumentOutOfRangeException(nameof(status)),
        };

    /// <summary>What a stage is called.</summary>
    public static string Of(IssueStage stage) =>
        stage switch
        {
            IssueStage.Identify => "Identify: what is really the issue",
            IssueStage.Discuss => "Discuss: what was said",
            IssueStage.Solve => "Solve: what solves it",
            _ => throw new ArgumentOutOfRangeException(nameof(stage)),
        };

    /// <summary>What helps to write it.</summary>
    public static string Hint(IssueStage stage) =>
        stage switch
        {
            IssueStage.Identify =>
                "Ask why until it does not get deeper. One issue, not three. No names of students.",
            IssueStage.Discuss =>
                "What matters of what was said, once each; no minutes of who said it.",
            IssueStage.Solve => "What the team will do about it. Make a step of it below.",
            _ => throw new ArgumentOutOfRangeException(nameof(stage)),
        };

    /// <summary>What happened, as the log of an issue says it.</summary>
    public static string Of(IssueEventKind kind) =>
        kind switch
        {
            IssueEventKind.Changed => "put it into other words",
            IssueEventKind.Discussed => "wrote down what was said",
            IssueEventKind.Parked => "parked it",
            IssueEventKind.TakenUp => "took it up again",
            IssueEventKind.Solved => "solved",
            IssueEventKind.Closed => "closed without being solved",
            IssueEventKind.SentOn => "not instructional; sent to who handles it",
            IssueEventKind.Kept => "flagged, and found to be instructional",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>Until when it is parked: “until Friday”, “until the next meeting”.</summary>
    public static string Until(DateOnly? until, DateOnly today) =>
        until is not { } day ? "until the next meeting"
        : day <= today ? $"until {DayWords.Day(day, today)}; its day has come"
        : $"until {DayWords.Near(day, today)}";
}
