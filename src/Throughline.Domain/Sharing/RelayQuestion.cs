using Throughline.Domain.Shared;
using Throughline.Domain.Work;

namespace Throughline.Domain.Sharing;

/// <summary>
/// A question that a team asked when it was told, brought back by its representative as an issue of the ILT. Other teams
/// join it; the answer is written once and goes to all who asked. Like an issue it stands in no audit trail.
/// </summary>
public sealed class RelayQuestion : IDistrictOwned, IVersioned, INotAudited
{
    /// <summary>Longest question, in characters.</summary>
    public const int LongestText = 500;

    /// <summary>Longest answer, in characters: as long as what solves an issue.</summary>
    public const int LongestAnswer = IssueEvent.Longest;

    private readonly List<RelayAsker> askers = [];

    private RelayQuestion() { }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The unit.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The decision on its way.</summary>
    public Guid RelayId { get; private set; }

    /// <summary>Its number among the decision's questions.</summary>
    public int Number { get; private set; }

    /// <summary>What was asked.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The issue it became.</summary>
    public Guid IssueId { get; private set; }

    /// <summary>Who brought it back.</summary>
    public Guid AskedById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime AskedAt { get; private set; }

    /// <summary>What the ILT answers; null until it does.</summary>
    public string? Answer { get; private set; }

    /// <summary>Who wrote the answer.</summary>
    public Guid? AnsweredById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>The teams that asked.</summary>
    public IReadOnlyList<RelayAsker> Askers => askers;

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>What a question says as an issue: its first line, and all of it where that is longer. Refused without words and when it is too long.</summary>
    public static Result<IssueWords> AsIssue(string? text)
    {
        var words = Shared.Text.Passage(text, "the question", LongestText, "Question");
        if (!words.IsOk || words.Value is not { } asked)
        {
            return words.Refusal ?? new Refusal("Write what your team asks.", "Question");
        }

        var line = Shared.Text.CleanLine(asked)!;
        return Result.Ok(
            new IssueWords(
                Shared.Text.Shorten(line, Issue.LongestTitle),
                line.Length > Issue.LongestTitle || line != asked ? asked : null
            )
        );
    }

    /// <summary>Brings a question back. Refused like <see cref="AsIssue"/>, without a team of the decision, and once its telling was ended.</summary>
    /// <param name="relay">The decision on its way.</param>
    /// <param name="number">The next number among its questions.</param>
    /// <param name="text">What was asked.</param>
    /// <param name="teams">Which teams asked.</param>
    /// <param name="issue">The issue it becomes.</param>
    /// <param name="by">Who brings it.</param>
    /// <param name="now">Now, UTC.</param>
    public static Result<RelayQuestion> Ask(
        Relay relay,
        int number,
        string? text,
        IReadOnlyCollection<Guid> teams,
        Issue issue,
        Guid by,
        DateTime now
    )
    {
        if (relay.EndedOn is not null)
        {
            return Result.Refused<RelayQuestion>("This decision is not to be told any more.");
        }

        var words = AsIssue(text);
        if (!words.IsOk)
        {
            return words.Refusal!;
        }

        if (teams.Count == 0 || teams.Any(id => relay.Teams.All(t => t.TeamId != id)))
        {
            return Result.Refused<RelayQuestion>("Choose which team asks.", "Teams");
        }

        var question = new RelayQuestion
        {
            Id = Ids.New(now),
            DistrictId = relay.DistrictId,
            UnitId = relay.UnitId,
            RelayId = relay.Id,
            Number = number,
            Text = words.Value.About ?? words.Value.Title!,
            IssueId = issue.Id,
            AskedById = by,
            AskedAt = now,
        };
        question.askers.AddRange(teams.Distinct().Select(id => new RelayAsker(question, id, by)));
        return Result.Ok(question);
    }

    /// <summary>
    /// Another team asks the same, and gets the answer too. Refused for a team that the decision is not told to, once its
    /// telling was ended, for one that asks already, and once there is an answer: that can be read and told.
    /// </summary>
    /// <param name="relay">The decision on its way that the question is about.</param>
    /// <param name="teamId">The team.</param>
    /// <param name="by">Who says that it asks.</param>
    public Result Join(Relay relay, Guid teamId, Guid by)
    {
        if (relay.Id != RelayId)
        {
            throw new ArgumentException("The question is about another decision.", nameof(relay));
        }

        if (relay.EndedOn is not null)
        {
            return Result.Refused("This decision is not to be told any more.");
        }

        if (relay.Teams.All(t => t.TeamId != teamId))
        {
            return Result.Refused(
                "This decision does not touch that team. Choose another one.",
                "Teams"
            );
        }

        if (Answer is not null)
        {
            return Result.Refused(
                "This is answered already. Tell your team the answer that stands here."
            );
        }

        if (askers.Exists(a => a.TeamId == teamId))
        {
            return Result.Refused("Your team asks this already.");
        }

        askers.Add(new RelayAsker(this, teamId, by));
        return Result.Ok();
    }

    /// <summary>Answers all who asked, once. Refused without words, and when it was answered.</summary>
    public Result AnswerAll(string? words, Guid by, DateTime now)
    {
        if (Answer is not null)
        {
            return Result.Refused(
                "Someone answered this already, and the teams may have heard it. Nothing was changed."
            );
        }

        var answer = Shared.Text.Passage(words, "the answer", LongestAnswer, "Answer");
        if (!answer.IsOk || answer.Value is null)
        {
            return answer.Refusal ?? new Refusal("Write the answer first.", "Answer");
        }

        (Answer, AnsweredById, AnsweredAt) = (answer.Value, by, now);
        return Result.Ok();
    }

    /// <summary>A team that asked was told the answer. Refused before there is one and for a team that did not ask; a second time changes nothing.</summary>
    public Result TellAnswer(Guid teamId, Guid by, DateOnly today)
    {
        if (Answer is null)
        {
            return Result.Refused("There is no answer yet.");
        }

        if (askers.Find(a => a.TeamId == teamId) is not { } asker)
        {
            return Result.Refused("This team did not ask.");
        }

        asker.Told(by, today);
        return Result.Ok();
    }
}

/// <summary>A team that asks a question.</summary>
public sealed class RelayAsker : IDistrictOwned, INotAudited
{
    private RelayAsker() { }

    internal RelayAsker(RelayQuestion question, Guid teamId, Guid by) =>
        (QuestionId, UnitId, DistrictId, TeamId, AskedById) = (
            question.Id,
            question.UnitId,
            question.DistrictId,
            teamId,
            by
        );

    /// <summary>The question.</summary>
    public Guid QuestionId { get; private set; }

    /// <summary>The unit, kept here so that what a person is to tell is found without a join.</summary>
    public Guid UnitId { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The team.</summary>
    public Guid TeamId { get; private set; }

    /// <summary>Who asked for it.</summary>
    public Guid AskedById { get; private set; }

    /// <summary>The day on which the team was told the answer; null until then.</summary>
    public DateOnly? ToldOn { get; private set; }

    /// <summary>Who told it.</summary>
    public Guid? ToldById { get; private set; }

    internal void Told(Guid by, DateOnly today) =>
        (ToldOn, ToldById) = (ToldOn ?? today, ToldById ?? by);
}
