using Throughline.Domain.Work;

namespace Throughline.Web.Features.Work.Raised;

/// <summary>A step on the way of what was raised, as its sender reads it.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="What">What happened.</param>
/// <param name="Words">What was said with it; null where nothing was.</param>
public sealed record MatterStepRow(DateTime At, string What, string? Words);

/// <summary>What the steps are called.</summary>
public static class MatterWords
{
    public static string Of(MatterStepKind kind, string? representative, string? by) =>
        kind switch
        {
            MatterStepKind.Sent => $"Sent to {representative}",
            MatterStepKind.SentToFacilitator => "Sent to the facilitator",
            MatterStepKind.PassedOn => $"{by} passed it on to the facilitator",
            MatterStepKind.TimeOver =>
                "Five school days were over: it went to the facilitator by itself",
            MatterStepKind.SeatEnded =>
                $"{representative} no longer speaks for the team: it went to the facilitator by itself",
            MatterStepKind.OnTheList => $"{by} brought it to the ILT: it is on the list",
            MatterStepKind.Answered => $"{by} answered",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>What the ILT did with the issue that it became; null for what is the ILT's own.</summary>
    public static string? Of(IssueEventKind kind, string? words) =>
        kind switch
        {
            IssueEventKind.Discussed => "The ILT discussed it",
            IssueEventKind.Parked => "The ILT put it aside for a while",
            IssueEventKind.TakenUp => "The ILT took it up again",
            IssueEventKind.Solved => "Solved",
            IssueEventKind.Closed => "The ILT closed it without solving it",
            IssueEventKind.SentOn => $"Not for the ILT: sent to {words}",
            IssueEventKind.Changed or IssueEventKind.Kept => null,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
}
