using Throughline.Domain.Work;
using Throughline.Web.Features.Links;

namespace Throughline.Web.Features.Work.Issues;

/// <summary>What is typed about an issue.</summary>
public sealed class IssueInput
{
    public string? Title { get; set; }
    public string? About { get; set; }
    public int? Version { get; set; }

    internal static IssueInput Of(Issue issue) =>
        new()
        {
            Title = issue.Title,
            About = issue.About,
            Version = issue.Version,
        };
}

/// <summary>The form that raises an issue and the one that changes it look alike.</summary>
public interface IIssueForm
{
    IssueInput Input { get; }

    /// <summary>What it comes from; null for what comes from nothing.</summary>
    Origin? Origin => null;

    /// <summary>What the button says.</summary>
    string Saves { get; }

    /// <summary>Where one goes without saving.</summary>
    string Back { get; }
}
