using Throughline.Domain.Work;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Work;

/// <summary>What the states of this area are called.</summary>
public static class WorkWords
{
    public static string Of(ActionStatus status) =>
        status switch
        {
            ActionStatus.NotStarted => "not started",
            ActionStatus.UnderWay => "under way",
            ActionStatus.Done => "done",
            ActionStatus.Dropped => "dropped",
            _ => throw new ArgumentOutOfRangeException(nameof(status)),
        };

    /// <summary>The status as a tag: its colour class, mark and words.</summary>
    public static (string Class, string Words) Tag(ActionStatus status) =>
        status switch
        {
            ActionStatus.NotStarted => ("", "not started"),
            ActionStatus.UnderWay => ("", "▸ under way"),
            ActionStatus.Done => ("good", "✓ done"),
            ActionStatus.Dropped => ("", "dropped"),
            _ => throw new ArgumentOutOfRangeException(nameof(status)),
        };

    /// <summary>What the button says that brings a step there.</summary>
    public static string Move(ActionStatus from, ActionStatus to) =>
        (from, to) switch
        {
            (_, ActionStatus.Done) => "It is done",
            (ActionStatus.NotStarted, ActionStatus.UnderWay) => "Begin: under way",
            (ActionStatus.UnderWay, ActionStatus.NotStarted) => "Not started after all",
            (ActionStatus.Dropped, _) => "Take it up again",
            (ActionStatus.Done, _) => "Not done yet: open it again",
            _ => Of(to),
        };

    /// <summary>The last day, as it is said of a step: “by Friday”, “was due November 13”.</summary>
    public static string Due(DateOnly due, DateOnly today) =>
        due < today ? $"was due {DayWords.Day(due, today)}" : $"by {DayWords.Near(due, today)}";
}
