using Throughline.Domain.Sharing;
using Throughline.Domain.Tests.Shared;
using Throughline.Domain.Work;
using static Throughline.Domain.Tests.Units.Places;

namespace Throughline.Domain.Tests.Sharing;

public class RelayQuestionTests
{
    private static readonly Guid Me = SomeId(1);
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly Relay Relay = RelayTests.Begun();
    private static readonly Guid One = Relay.Teams[0].TeamId;
    private static readonly Guid Two = Relay.Teams[1].TeamId;
    private static readonly Issue Issue = Issue.Raise(School, 1, new("x", null), Me, Now).Value;

    [Fact]
    public void A_question_is_an_issue_in_a_line_and_in_full_where_it_is_longer()
    {
        RelayQuestion.AsIssue("Why Tuesday?").Value.ShouldBe(new IssueWords("Why Tuesday?", null));
        RelayQuestion
            .AsIssue("Why\nTuesday?")
            .Value.ShouldBe(new IssueWords("Why Tuesday?", "Why\nTuesday?"));
        var longer = new string('y', 201);
        var says = RelayQuestion.AsIssue(longer).Value;
        (says.Title!.Length, says.About).ShouldBe((200, longer));
        RelayQuestion.AsIssue(" ").Refusal.ShouldSay("Question", "Write what your team asks.");
        RelayQuestion
            .AsIssue(new string('y', 501))
            .Refusal.ShouldSay("Question", "Shorten the question to 500");
    }

    [Fact]
    public void A_team_of_the_decision_asks_and_others_join()
    {
        Ask([]).Refusal.ShouldSay("Teams", "Choose which team asks.");
        Ask([SomeId(77)]).Refusal.ShouldSay("Teams", "Choose which team asks.");
        var question = Ask([One, One]).Value;
        (question.RelayId, question.IssueId, question.Number, question.Text).ShouldBe(
            (Relay.Id, Issue.Id, 4, "Why\nTuesday?")
        );
        question.Askers.Select(a => a.TeamId).ShouldBe([One]);
        question.Join(Relay, One, Me).Refusal.ShouldSay(null, "Your team asks this already.");
        question
            .Join(Relay, SomeId(77), Me)
            .Refusal.ShouldSay("Teams", "This decision does not touch that team.");
        Should.Throw<ArgumentException>(() => question.Join(RelayTests.Begun(), Two, Me));
        question.Join(Relay, Two, Me).IsOk.ShouldBeTrue();
        question.Askers.Select(a => a.TeamId).ShouldBe([One, Two]);
    }

    [Fact]
    public void Nobody_joins_a_question_that_is_answered_or_no_longer_to_tell()
    {
        var question = Ask([One]).Value;
        question.AnswerAll("Because.", Me, Now).IsOk.ShouldBeTrue();
        question.Join(Relay, Two, Me).Refusal.ShouldSay(null, "This is answered already.");

        var ended = RelayTests.Begun();
        question = RelayQuestion
            .Ask(ended, 1, "Why?", [ended.Teams[0].TeamId], Issue, Me, Now)
            .Value;
        ended.End("Changed.", Me, Today).IsOk.ShouldBeTrue();
        question
            .Join(ended, ended.Teams[1].TeamId, Me)
            .Refusal.ShouldSay(null, "This decision is not to be told any more.");
    }

    [Fact]
    public void The_answer_is_written_once_and_each_team_that_asked_is_told_it()
    {
        var question = Ask([One]).Value;
        var three = Relay.Teams[2].TeamId;
        question.Join(Relay, Two, Me).IsOk.ShouldBeTrue();
        question.TellAnswer(One, Me, Today).Refusal.ShouldSay(null, "There is no answer yet.");
        question.AnswerAll(" ", Me, Now).Refusal.ShouldSay("Answer", "Write the answer first.");
        question
            .AnswerAll(new string('x', 1001), Me, Now)
            .Refusal.ShouldSay("Answer", "Shorten the answer to 1000");
        question.AnswerAll("Because.", Me, Now).IsOk.ShouldBeTrue();
        (question.Answer, question.AnsweredById, question.AnsweredAt).ShouldBe(
            ("Because.", Me, Now)
        );
        question
            .AnswerAll("Otherwise.", Me, Now)
            .Refusal.ShouldSay(null, "Someone answered this already");
        question.TellAnswer(three, Me, Today).Refusal.ShouldSay(null, "This team did not ask.");
        question.TellAnswer(Two, Me, Today).IsOk.ShouldBeTrue();
        question.TellAnswer(Two, SomeId(9), Today.AddDays(1)).IsOk.ShouldBeTrue();
        question
            .Askers.Select(a => (a.TeamId, a.ToldOn, a.ToldById))
            .ShouldBe([(One, null, null), (Two, Today, Me)]);
    }

    private static Throughline.Domain.Shared.Result<RelayQuestion> Ask(Guid[] teams) =>
        RelayQuestion.Ask(Relay, 4, "Why\nTuesday?", teams, Issue, Me, Now);
}
