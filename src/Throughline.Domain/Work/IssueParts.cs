using Throughline.Domain.Shared;

namespace Throughline.Domain.Work;

/// <summary>The way through an issue: what it really is, what was said, what solves it (seed 003, pitfall 2).</summary>
public enum IssueStage
{
    /// <summary>What is really the issue.</summary>
    Identify = 1,

    /// <summary>What was said about it.</summary>
    Discuss = 2,

    /// <summary>What solves it.</summary>
    Solve = 3,
}

/// <summary>
/// One of the three texts of an issue. Each has a version of its own, so that two members who write about different
/// things never meet, and two who write the same text never overwrite each other silently.
/// </summary>
public sealed class IssueText : IDistrictOwned, IVersioned, INotAudited
{
    /// <summary>Longest text, in characters.</summary>
    public const int Longest = 8000;

    private IssueText() { }

    internal IssueText(Issue issue, IssueStage stage)
    {
        (DistrictId, IssueId, Stage) = (issue.DistrictId, issue.Id, stage);
    }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The issue.</summary>
    public Guid IssueId { get; private set; }

    /// <summary>Which of the three.</summary>
    public IssueStage Stage { get; private set; }

    /// <summary>What is written; null when it was emptied.</summary>
    public string? Words { get; private set; }

    /// <summary>Who wrote last.</summary>
    public Guid ByPersonId { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    internal void Write(string? words, Guid by, DateTime now) =>
        (Words, ByPersonId, At) = (words, by, now);
}

/// <summary>What can happen to an issue.</summary>
public enum IssueEventKind
{
    /// <summary>It was put into other words.</summary>
    Changed = 1,

    /// <summary>What was said about it was written down for the first time.</summary>
    Discussed = 2,

    /// <summary>It was put aside, with a reason.</summary>
    Parked = 3,

    /// <summary>It was taken up again.</summary>
    TakenUp = 4,

    /// <summary>It was solved, with words.</summary>
    Solved = 5,

    /// <summary>It was closed without being solved, with words.</summary>
    Closed = 6,

    /// <summary>It is not instructional and went to who handles it.</summary>
    SentOn = 7,

    /// <summary>Someone thought that it is not instructional; who keeps the norms found that it is, with words.</summary>
    Kept = 8,
}

/// <summary>One line in the life of an issue. Never changed; it is the issue's own trail.</summary>
public sealed class IssueEvent : IDistrictOwned, INotAudited
{
    /// <summary>Longest words, in characters.</summary>
    public const int Longest = 1000;

    private IssueEvent() { }

    internal IssueEvent(Issue issue, IssueEventKind kind, string? words, Guid by, DateTime now)
    {
        Id = Ids.New(now);
        DistrictId = issue.DistrictId;
        IssueId = issue.Id;
        (Kind, Words, ByPersonId, At) = (kind, words, by, now);
    }

    /// <summary>Identity of the line; sorts by time.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The issue.</summary>
    public Guid IssueId { get; private set; }

    /// <summary>What happened.</summary>
    public IssueEventKind Kind { get; private set; }

    /// <summary>What was said with it; null where there was nothing to say.</summary>
    public string? Words { get; private set; }

    /// <summary>Who did it.</summary>
    public Guid ByPersonId { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }
}

/// <summary>A member's vote that an issue be talked about soon. One a member and issue; it can be taken back.</summary>
public sealed class IssueVote : IDistrictOwned, INotAudited
{
    private IssueVote() { }

    internal IssueVote(Issue issue, Guid personId) =>
        (DistrictId, IssueId, PersonId) = (issue.DistrictId, issue.Id, personId);

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The issue.</summary>
    public Guid IssueId { get; private set; }

    /// <summary>Whose vote it is.</summary>
    public Guid PersonId { get; private set; }
}

/// <summary>
/// A member thinks that an issue is not instructional (seed 003, pitfall 4). Only who keeps the norms reads whose flag it
/// is, and it is gone once they have decided: it stands in no trail.
/// </summary>
public sealed class IssueFlag : IDistrictOwned, INotAudited
{
    private IssueFlag() { }

    internal IssueFlag(Issue issue, Guid personId, DateTime now) =>
        (DistrictId, IssueId, PersonId, At) = (issue.DistrictId, issue.Id, personId, now);

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The issue.</summary>
    public Guid IssueId { get; private set; }

    /// <summary>Whose flag it is.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }
}
