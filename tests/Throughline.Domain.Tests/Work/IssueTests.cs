using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Shared;
using Throughline.Domain.Teams;
using Throughline.Domain.Tests.Shared;
using Throughline.Domain.Work;
using static Throughline.Domain.Tests.Units.Places;

namespace Throughline.Domain.Tests.Work;

public class IssueTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly Guid Me = SomeId(1);
    private static readonly Guid Other = SomeId(2);
    private static readonly Guid Meeting = SomeId(3);

    [Fact]
    public void An_issue_says_what_who_and_when_and_is_open()
    {
        var issue = Issue
            .Raise(
                School,
                4,
                new(" Small groups\nare skipped ", "On  short days."),
                Me,
                Now,
                "from Grade 4",
                Meeting
            )
            .Value;

        issue.Title.ShouldBe("Small groups are skipped");
        issue.About.ShouldBe("On  short days.");
        (issue.Number, issue.Status, issue.RaisedById, issue.RaisedAt).ShouldBe(
            (4, IssueStatus.Open, Me, Now)
        );
        (issue.RaisedAs, issue.MeetingId).ShouldBe(("from Grade 4", Meeting));
        (issue.UnitId, issue.DistrictId).ShouldBe((School.Id, School.DistrictId));
        issue.AsThing().ShouldBe(new ThingFace(ThingKind.Issue, 4, issue.Title, ThingStatus.Open));
    }

    [Fact]
    public void An_issue_without_a_line_or_with_too_long_a_text_is_refused()
    {
        Issue
            .Raise(School, 1, new(" ", null), Me, Now)
            .Refusal.ShouldSay("Title", "Enter the issue in a line.");
        Issue
            .Raise(School, 1, new("x", new string('x', 4001)), Me, Now)
            .Refusal.ShouldSay("About", "Shorten what it is about to 4000 characters");
        var issue = Raised();
        issue.Change(new("", null), Me, Now).Refusal.ShouldSay("Title", "Enter the issue");
        issue.Events.ShouldBeEmpty();
        issue.Change(new("Better", " "), Other, Now).IsOk.ShouldBeTrue();
        (issue.Title, issue.About).ShouldBe(("Better", null));
        issue.Events.ShouldHaveSingleItem().Kind.ShouldBe(IssueEventKind.Changed);
    }

    [Fact]
    public void Each_member_has_one_vote_and_can_take_it_back()
    {
        var issue = Raised();
        issue.Vote(Me).IsOk.ShouldBeTrue();
        issue.Vote(Me).IsOk.ShouldBeTrue();
        issue.Vote(Other).IsOk.ShouldBeTrue();
        issue.Votes.Select(v => v.PersonId).ShouldBe([Me, Other]);

        issue.TakeVoteBack(Me).IsOk.ShouldBeTrue();
        issue.TakeVoteBack(Me).IsOk.ShouldBeTrue();
        issue.Votes.ShouldHaveSingleItem().PersonId.ShouldBe(Other);

        issue.Close("It went away.", Me, Now);
        issue.Vote(Me).Refusal.ShouldSay(null, "This issue is on the list no more.");
        issue.TakeVoteBack(Other).Refusal.ShouldSay(null, "This issue is on the list no more.");
        issue.Votes.Count.ShouldBe(1);
    }

    [Fact]
    public void Three_texts_lead_through_an_issue_and_the_first_words_of_a_talk_are_a_step()
    {
        var issue = Raised();
        issue.Write(IssueStage.Identify, "Not time, but order.", Me, Now).IsOk.ShouldBeTrue();
        issue.Write(IssueStage.Discuss, " ", Me, Now).IsOk.ShouldBeTrue();
        issue.Events.ShouldBeEmpty();
        issue = Raised();
        issue
            .Write(IssueStage.Discuss, "First\r\nthis.", Me, Now)
            .Value.Words.ShouldBe("First\nthis.");
        issue.Write(IssueStage.Discuss, "Then that.", Other, Now.AddHours(1)).IsOk.ShouldBeTrue();
        issue.Write(IssueStage.Solve, null, Me, Now).Value.Words.ShouldBeNull();

        issue.Events.Select(e => (e.Kind, e.ByPersonId)).ShouldBe([(IssueEventKind.Discussed, Me)]);
        issue
            .Texts.Select(t => (t.Stage, t.Words, t.ByPersonId))
            .ShouldBe([(IssueStage.Discuss, "Then that.", Other), (IssueStage.Solve, null, Me)]);
        issue.Texts[0].At.ShouldBe(Now.AddHours(1));
        issue.Write((IssueStage)7, "x", Me, Now).Refusal.ShouldSay(null, "Choose which");
        issue
            .Write(IssueStage.Solve, new string('x', 8001), Me, Now)
            .Refusal.ShouldSay("Solve", "Shorten the text to 8000 characters");
        issue.Solve("Order changed.", Me, Now);
        issue
            .Write(IssueStage.Solve, "x", Me, Now)
            .Refusal.ShouldSay(null, "This issue is on the list no more.");
    }

    [Fact]
    public void Parking_asks_why_and_for_a_day_to_come()
    {
        var issue = Raised();
        issue
            .Park(" ", null, Me, Today, Now)
            .Refusal.ShouldSay("ParkReason", "Enter why it is parked.");
        issue
            .Park("Wait for the data.", Today, Me, Today, Now)
            .Refusal.ShouldSay("ParkUntil", "Choose a day after today");
        issue.Status.ShouldBe(IssueStatus.Open);

        issue.Park("Wait for the data.", Today.AddDays(1), Me, Today, Now).IsOk.ShouldBeTrue();

        (issue.Status, issue.ParkedBecause, issue.ParkedUntil, issue.ParkedAt).ShouldBe(
            (IssueStatus.Parked, "Wait for the data.", Today.AddDays(1), Now)
        );
        issue.IsListed.ShouldBeTrue();
        issue.Park("Again.", null, Me, Today, Now).Refusal.ShouldSay(null, "Someone was quicker");

        issue.TakeUp(Other, Now).IsOk.ShouldBeTrue();
        (issue.Status, issue.ParkedBecause, issue.ParkedUntil, issue.ParkedAt).ShouldBe(
            (IssueStatus.Open, null, null, null)
        );
        issue.TakeUp(Other, Now).Refusal.ShouldSay(null, "Someone was quicker");
        issue.Park("For the next meeting.", null, Me, Today, Now).IsOk.ShouldBeTrue();
        issue
            .Events.Select(e => e.Kind)
            .ShouldBe([IssueEventKind.Parked, IssueEventKind.TakenUp, IssueEventKind.Parked]);
    }

    [Theory]
    [InlineData(true, IssueStatus.Solved, IssueEventKind.Solved, ThingStatus.Done)]
    [InlineData(false, IssueStatus.Closed, IssueEventKind.Closed, ThingStatus.Dropped)]
    public void The_end_has_words_and_a_time_and_can_be_undone(
        bool solves,
        IssueStatus status,
        IssueEventKind kind,
        ThingStatus shown
    )
    {
        var issue = Raised();
        issue.Flag(Other, Now);
        Throughline.Domain.Shared.Result End(string? words) =>
            solves ? issue.Solve(words, Me, Now) : issue.Close(words, Me, Now);
        End("").Refusal.ShouldSay("Outcome", "Enter what came of it.");
        issue.IsListed.ShouldBeTrue();

        End("Order changed.").IsOk.ShouldBeTrue();

        (issue.Status, issue.EndedAt, issue.IsListed).ShouldBe((status, Now, false));
        (issue.Events[^1].Kind, issue.Events[^1].Words).ShouldBe((kind, "Order changed."));
        issue.AsThing().Status.ShouldBe(shown);
        issue.Flags.ShouldBeEmpty();
        End("Again.").Refusal.ShouldSay(null, "Someone was quicker");
        issue
            .Change(new("Another", null), Me, Now)
            .Refusal.ShouldSay(null, "This issue is on the list");
        issue.TakeUp(Me, Now).IsOk.ShouldBeTrue();
        (issue.Status, issue.EndedAt).ShouldBe((IssueStatus.Open, null));
    }

    [Fact]
    public void What_is_not_instructional_leaves_the_list_for_who_handles_it_and_its_flags_go()
    {
        var issue = Raised();
        issue.Flag(Me, Now).IsOk.ShouldBeTrue();
        issue.Flag(Me, Now).IsOk.ShouldBeTrue();
        issue.Flag(Other, Now).IsOk.ShouldBeTrue();
        issue.Flags.Count.ShouldBe(2);
        issue.TakeFlagBack(Me);
        issue.Flags.ShouldHaveSingleItem().PersonId.ShouldBe(Other);
        issue.SendOn(null, " ", Me, Now).Refusal.ShouldSay("HandledBy", "Enter who handles it.");
        issue.Flags.Count.ShouldBe(1);

        var gone = Operations();
        gone.Dissolve(Now);
        issue
            .SendOn(gone, "Someone", Me, Now)
            .Refusal.ShouldSay("TeamId", "Operations team was dissolved.");
        var team = Operations();

        issue.SendOn(team, "Someone", Me, Now).IsOk.ShouldBeTrue();

        issue.HandledByTeamId.ShouldBe(team.Id);

        (issue.Status, issue.HandledBy, issue.EndedAt).ShouldBe(
            (IssueStatus.SentOn, "Operations team", Now)
        );
        issue.Flags.ShouldBeEmpty();
        issue.Events[^1].Words.ShouldBe("Operations team");
        issue.Flag(Me, Now).Refusal.ShouldSay(null, "This issue is on the list no more.");
        issue
            .SendOn(null, "Another team", Me, Now)
            .Refusal.ShouldSay(null, "This issue is on the list no more.");
        issue.TakeUp(Me, Now).Refusal.ShouldSay(null, "It was found not to be instructional.");
        issue.TakeBack(Me, Now).IsOk.ShouldBeTrue();
        issue.TakeBack(Me, Now).Refusal.ShouldSay(null, "Someone was quicker");
        issue.Status.ShouldBe(IssueStatus.Open);
        (issue.HandledBy, issue.HandledByTeamId).ShouldBe((null, null));
    }

    [Fact]
    public void What_is_instructional_after_all_stays_with_a_word_why()
    {
        var issue = Raised();
        issue.Keep("It is about teaching.", Me, Now).Refusal.ShouldSay(null, "Nobody has flagged");
        issue.Flag(Other, Now);
        issue.Keep("", Me, Now).Refusal.ShouldSay("WhyItStays", "Enter why it stays.");
        issue.Flags.Count.ShouldBe(1);

        issue.Keep("It is about teaching.", Me, Now).IsOk.ShouldBeTrue();

        issue.Flags.ShouldBeEmpty();
        issue.IsListed.ShouldBeTrue();
        (issue.Events[^1].Kind, issue.Events[^1].Words).ShouldBe(
            (IssueEventKind.Kept, "It is about teaching.")
        );
    }

    [Fact]
    public void Minutes_add_up()
    {
        var issue = Raised();
        issue.Spend(0).Refusal.ShouldSay("Minutes", "Enter from 1 to 600 minutes.");
        issue.Spend(601).Refusal.ShouldSay("Minutes", "Enter from 1 to 600 minutes.");
        issue.Spend(600).IsOk.ShouldBeTrue();
        issue.Spend(1).IsOk.ShouldBeTrue();
        issue.MinutesSpent.ShouldBe(601);
    }

    // However it is moved: what is over has its time, nobody's flag outlives it, and each move that counts has its line.
    [Fact]
    public void Any_moves_leave_an_issue_that_tells_its_own_story() =>
        Prop.ForAll(
                Gen.Choose(1, 8).ListOf().ToArbitrary(),
                moves =>
                {
                    var issue = Raised();
                    var counted = moves.Count(m =>
                        m switch
                        {
                            1 => issue.Park("Later.", null, Me, Today, Now).IsOk,
                            2 => issue.TakeUp(Me, Now).IsOk,
                            3 => issue.Solve("So.", Me, Now).IsOk,
                            4 => issue.Close("So.", Me, Now).IsOk,
                            5 => issue.SendOn(null, "Operations", Me, Now).IsOk,
                            8 => issue.TakeBack(Me, Now).IsOk,
                            6 => issue.Keep("It stays.", Me, Now).IsOk,
                            _ => !issue.Flag(Other, Now).IsOk && false,
                        }
                    );
                    return issue.Events.Count == counted
                        && issue.IsListed == issue.EndedAt is null
                        && (issue.IsListed || issue.Flags.Count == 0)
                        && (issue.Status == IssueStatus.SentOn) == issue.HandledBy is not null
                        && (issue.Status == IssueStatus.Parked) == issue.ParkedBecause is not null;
                }
            )
            .QuickCheckThrowOnFailure();

    private static OtherTeam Operations() =>
        OtherTeam.Add(School, new("Operations team", "Copiers", "Judith", null), Now).Value;

    private static Issue Raised() =>
        Issue.Raise(School, 4, new("Small groups are skipped", null), Me, Now).Value;
}
