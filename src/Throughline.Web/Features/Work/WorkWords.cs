using Throughline.Domain.Shared;
using Throughline.Domain.Work;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Work;

/// <summary>What the states of this area are called.</summary>
public static class WorkWords
{
    public static string Of(CarriedWork work) => Of(work.Status, work.AsThing().Kind);

    /// <summary>A to-do and a rock are open until they are over; an action step is begun in between.</summary>
    public static string Of(WorkStatus status, ThingKind kind) =>
        (status, kind) switch
        {
            (WorkStatus.NotStarted, ThingKind.ToDo) => "open",
            (WorkStatus.NotStarted, _) => "not started",
            (WorkStatus.UnderWay, _) => "under way",
            (WorkStatus.Done, _) => "done",
            (WorkStatus.Dropped, _) => "dropped",
            _ => throw new ArgumentOutOfRangeException(nameof(status)),
        };

    /// <summary>The status as a tag: its colour class, mark and words.</summary>
    public static (string Class, string Words) Tag(WorkStatus status, ThingKind kind) =>
        status switch
        {
            WorkStatus.UnderWay => ("", $"▸ {Of(status, kind)}"),
            WorkStatus.Done => ("good", $"✓ {Of(status, kind)}"),
            _ => ("", Of(status, kind)),
        };

    /// <summary>What a note says happened; null for words alone.</summary>
    public static string? Did(WorkNote note, ThingKind kind) =>
        note.MovedTo is { } to ? $"moved it to “{Of(to, kind)}”" : null;

    /// <summary>What the list of a kind is called.</summary>
    public static string ListOf(ThingKind kind) =>
        kind switch
        {
            ThingKind.ActionStep => "Action steps",
            ThingKind.ToDo => "To-dos",
            ThingKind.Rock => "Rocks",
            ThingKind.Decision => "Decisions",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>The last day, as it is said: “by Friday”, “was due November 13”.</summary>
    public static string Due(DateOnly due, DateOnly today) =>
        due < today ? $"was due {DayWords.Day(due, today)}" : $"by {DayWords.Near(due, today)}";
}
