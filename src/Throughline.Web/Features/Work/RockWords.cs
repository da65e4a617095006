using Throughline.Domain.Shared;
using Throughline.Domain.Work;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Work;

/// <summary>How a rock's track, time and story are said.</summary>
public static class RockWords
{
    /// <summary>On or off track while it is open, then how it ended: colour class, mark and words.</summary>
    public static (string Class, string Words) Tag(WorkStatus status, bool? onTrack) =>
        (status, onTrack) switch
        {
            (WorkStatus.UnderWay, true) => ("good", "✓ on track"),
            (WorkStatus.UnderWay, false) => ("bad", "◆ off track"),
            (WorkStatus.UnderWay, null) => ("watch", "▲ not said yet"),
            _ => WorkWords.Tag(status, ThingKind.Rock),
        };

    /// <summary>“12 school days left”, “its last day was 3 school days ago”.</summary>
    public static string Time(RockTime time) =>
        time switch
        {
            { Over: > 0 } => $"its last day was {Words.Count(time.Over, "school day")} ago",
            { Left: 0 } => "today is its last school day",
            _ => $"{Words.Count(time.Left, "school day")} left",
        };

    /// <summary>What a line of its life says happened; null for words alone.</summary>
    public static string? Did(RockNote note) =>
        note switch
        {
            { OnTrack: true } => "on track",
            { OnTrack: false } => "off track",
            { ExtendedTo: { } day } => $"gave it time until {Days.Full(day)}",
            _ => WorkWords.Did(note, ThingKind.Rock),
        };
}
