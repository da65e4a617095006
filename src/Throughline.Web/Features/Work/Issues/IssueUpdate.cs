using Throughline.Domain.Work;

namespace Throughline.Web.Features.Work.Issues;

/// <summary>What is typed on an issue's page. Each form has names of its own, since they stand on one page.</summary>
public sealed class IssueUpdate
{
    public int? Version { get; set; }
    public IssueStage? Stage { get; set; }
    public string? Identify { get; set; }
    public string? Discuss { get; set; }
    public string? Solve { get; set; }
    public string? ParkReason { get; set; }
    public DateOnly? ParkUntil { get; set; }
    public string? Outcome { get; set; }

    /// <summary>What was typed for a stage.</summary>
    public string? this[IssueStage stage] =>
        stage switch
        {
            IssueStage.Identify => Identify,
            IssueStage.Discuss => Discuss,
            IssueStage.Solve => Solve,
            _ => null,
        };
}
