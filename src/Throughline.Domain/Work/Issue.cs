using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Domain.Work;

/// <summary>Where an issue stands.</summary>
public enum IssueStatus
{
    /// <summary>On the list, to be talked about.</summary>
    Open = 1,

    /// <summary>Put aside, with a reason, until a day or the next meeting.</summary>
    Parked = 2,

    /// <summary>Solved, with words.</summary>
    Solved = 3,

    /// <summary>Closed without being solved, with words.</summary>
    Closed = 4,

    /// <summary>Not instructional: parked here and sent to who handles it.</summary>
    SentOn = 5,
}

/// <summary>
/// What is in the way of better instruction and asks for a talk (seed 003, pitfall 2: members add their issues ahead of
/// the meeting). The ILT raises it, votes, identifies what it really is, discusses and solves it.
/// </summary>
public sealed partial class Issue : ILinkable, IVersioned, INotAudited
{
    /// <summary>Longest title, in characters.</summary>
    public const int LongestTitle = 200;

    /// <summary>Longest text of what it is about, in characters.</summary>
    public const int LongestAbout = 4000;

    /// <summary>Longest name under which what staff raise stands on the list, in characters.</summary>
    public const int LongestRaisedAs = 200;

    private readonly List<IssueEvent> events = [];
    private readonly List<IssueText> texts = [];
    private readonly List<IssueVote> votes = [];
    private readonly List<IssueFlag> flags = [];

    private Issue() { }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <inheritdoc/>
    public Guid UnitId { get; private set; }

    /// <summary>Its number within the unit: issue 4.</summary>
    public int Number { get; private set; }

    /// <summary>The issue in a line.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What it is about; null when nothing was said.</summary>
    public string? About { get; private set; }

    /// <summary>The member who put it on the list.</summary>
    public Guid RaisedById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime RaisedAt { get; private set; }

    /// <summary>
    /// For whom the member brought it: “from Grade 4”, or a name where the sender wished it; null for a member's own.
    /// Fixed when it came onto the list (see <see cref="RaisedMatter.NameOnTheList"/>).
    /// </summary>
    public string? RaisedAs { get; private set; }

    /// <summary>The meeting in which it was raised; null outside of one.</summary>
    public Guid? MeetingId { get; private set; }

    /// <summary>Where it stands.</summary>
    public IssueStatus Status { get; private set; }

    /// <summary>Why it is parked; null while it is not.</summary>
    public string? ParkedBecause { get; private set; }

    /// <summary>The day on which it is taken up again; null for the next meeting, and while it is not parked.</summary>
    public DateOnly? ParkedUntil { get; private set; }

    /// <summary>When it was parked, UTC: the next meeting is the first that begins after it. Null while it is not.</summary>
    public DateTime? ParkedAt { get; private set; }

    /// <summary>Who handles it outside the ILT; null unless it was sent on.</summary>
    public string? HandledBy { get; private set; }

    /// <summary>The other team that handles it; null unless it was sent to one of the unit's directory.</summary>
    public Guid? HandledByTeamId { get; private set; }

    /// <summary>Minutes of meetings that went into it.</summary>
    public int MinutesSpent { get; private set; }

    /// <summary>When it was solved, closed or sent on, UTC; null while it is on the list.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>What happened to it; newest last by id.</summary>
    public IReadOnlyList<IssueEvent> Events => events;

    /// <summary>What is written about it, at most one a stage.</summary>
    public IReadOnlyList<IssueText> Texts => texts;

    /// <summary>Who wants it talked about.</summary>
    public IReadOnlyList<IssueVote> Votes => votes;

    /// <summary>Who thinks that it is not instructional; for who keeps the norms alone.</summary>
    public IReadOnlyList<IssueFlag> Flags => flags;

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>True while it is on the list, open or parked.</summary>
    public bool IsListed => Status is IssueStatus.Open or IssueStatus.Parked;

    /// <summary>Puts an issue on the list. Refused without a title and when a text is too long.</summary>
    /// <param name="unit">The unit whose ILT it is.</param>
    /// <param name="number">The unit's next number.</param>
    /// <param name="says">Title, and what it is about.</param>
    /// <param name="by">The member who raises or brings it.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="raisedAs">For whom it is brought; null for a member's own.</param>
    /// <param name="meetingId">The meeting it is raised in, if it is.</param>
    public static Result<Issue> Raise(
        Unit unit,
        int number,
        IssueWords says,
        Guid by,
        DateTime now,
        string? raisedAs = null,
        Guid? meetingId = null
    )
    {
        var issue = new Issue
        {
            Id = Ids.New(now),
            DistrictId = unit.DistrictId,
            UnitId = unit.Id,
            Number = number,
            Status = IssueStatus.Open,
            RaisedById = by,
            RaisedAt = now,
            RaisedAs = raisedAs,
            MeetingId = meetingId,
        };
        var set = issue.Set(says);
        return set.IsOk ? Result.Ok(issue) : set.Refusal!;
    }

    /// <summary>Puts it into other words. Refused like <see cref="Raise"/>, and when it is on the list no more.</summary>
    public Result Change(IssueWords says, Guid by, DateTime now)
    {
        var set = IsListed ? Set(says) : IsOver();
        if (set.IsOk)
        {
            Log(IssueEventKind.Changed, null, by, now);
        }

        return set;
    }

    /// <summary>
    /// Writes what it really is, what was said or what solves it; empty takes the text away. Refused for an unknown stage,
    /// more than 8,000 characters, and when the issue is on the list no more.
    /// </summary>
    /// <returns>The text, to be saved against the version its writer saw.</returns>
    public Result<IssueText> Write(IssueStage stage, string? words, Guid by, DateTime now)
    {
        if (!IsListed)
        {
            return IsOver().Refusal!;
        }

        if (!Enum.IsDefined(stage))
        {
            return Result.Refused<IssueText>("Choose which of the three texts you write.");
        }

        var passage = Text.Passage(words, "the text", IssueText.Longest, stage.ToString());
        if (!passage.IsOk)
        {
            return passage.Refusal!;
        }

        var text = texts.Find(t => t.Stage == stage);
        if (text is null)
        {
            texts.Add(text = new IssueText(this, stage));
            if (stage == IssueStage.Discuss && passage.Value is not null)
            {
                Log(IssueEventKind.Discussed, null, by, now);
            }
        }

        text.Write(passage.Value, by, now);
        return Result.Ok(text);
    }

    /// <summary>A member votes that it be talked about soon. A second vote changes nothing. Refused when it is on the list no more.</summary>
    public Result Vote(Guid by)
    {
        if (!IsListed)
        {
            return IsOver();
        }

        if (!votes.Exists(v => v.PersonId == by))
        {
            votes.Add(new IssueVote(this, by));
        }

        return Result.Ok();
    }

    /// <summary>A member takes their vote back. Nothing happens without one. Refused when the issue is on the list no more: its votes stay as they were.</summary>
    public Result TakeVoteBack(Guid by)
    {
        if (!IsListed)
        {
            return IsOver();
        }

        votes.RemoveAll(v => v.PersonId == by);
        return Result.Ok();
    }

    /// <summary>Adds minutes of a meeting that went into it. Refused for fewer than 1 and more than 600 at once.</summary>
    public Result Spend(int minutes)
    {
        if (minutes is < 1 or > 600)
        {
            return Result.Refused("Enter from 1 to 600 minutes.", "Minutes");
        }

        MinutesSpent += minutes;
        return Result.Ok();
    }

    /// <inheritdoc/>
    public ThingFace AsThing() =>
        new(
            ThingKind.Issue,
            Number,
            Title,
            Status switch
            {
                IssueStatus.Solved => ThingStatus.Done,
                IssueStatus.Closed or IssueStatus.SentOn => ThingStatus.Dropped,
                _ => ThingStatus.Open,
            }
        );

    private Result Set(IssueWords says)
    {
        var title = Text.Required(says.Title, "the issue in a line", LongestTitle, "Title");
        if (!title.IsOk)
        {
            return title.Refusal!;
        }

        var about = Text.Passage(says.About, "what it is about", LongestAbout, "About");
        if (!about.IsOk)
        {
            return about.Refusal!;
        }

        (Title, About) = (title.Value, about.Value);
        return Result.Ok();
    }

    private static Result IsOver() =>
        Result.Refused("This issue is on the list no more. Take it up again first.");

    private void Log(IssueEventKind kind, string? words, Guid by, DateTime now) =>
        events.Add(new IssueEvent(this, kind, words, by, now));
}

/// <summary>What an issue says.</summary>
/// <param name="Title">The issue in a line.</param>
/// <param name="About">What it is about, if someone says.</param>
public sealed record IssueWords(string? Title, string? About);
