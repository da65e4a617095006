using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Shared;
using Throughline.Domain.Sharing;
using Throughline.Domain.Tests.Shared;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using static Throughline.Domain.Tests.Units.Places;

namespace Throughline.Domain.Tests.Sharing;

public class RelayTests
{
    // A Friday.
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly Guid Me = SomeId(1);
    private static readonly Guid[] Open = [.. Enumerable.Range(10, 4).Select(SomeId)];
    private static readonly SchoolCalendar Calendar = new([], [], []);

    [Fact]
    public void A_decision_is_told_to_the_open_teams_it_touches_and_to_all_where_it_names_none()
    {
        Begun().Teams.Select(t => t.TeamId).ShouldBe(Open);
        var dissolved = SomeId(50);
        Begun([Open[1], dissolved]).Teams.Select(t => t.TeamId).ShouldBe([Open[1]]);
        Begin(Decided([dissolved]), "x")
            .Refusal.ShouldSay(null, "It touches no instructional team that there is now");
        Begin(Proposed([]), "x").Refusal.ShouldSay(null, "Only what is decided is told.");
        Begin(Decided([]), " ").Refusal.ShouldSay("Message", "Write what the teams are told.");
        Begin(Decided([]), new string('x', 1001))
            .Refusal.ShouldSay("Message", "Shorten the message to 1000");
    }

    [Fact]
    public void The_last_day_is_the_fifth_school_day_and_follows_a_closed_day_entered_later()
    {
        var relay = Begun();
        (relay.From, relay.DueOn).ShouldBe((Today, new DateOnly(2026, 11, 27)));
        var snow = new SchoolCalendar(
            [],
            [],
            [(new DateOnly(2026, 11, 24), CalendarDayKind.Closure)]
        );
        relay.Recount(snow);
        relay.DueOn.ShouldBe(new DateOnly(2026, 11, 30));
        relay.End("Said otherwise", Me, Today).IsOk.ShouldBeTrue();
        relay.Recount(Calendar);
        relay.DueOn.ShouldBe(new DateOnly(2026, 11, 30));
        var over = new SchoolCalendar([(Today.AddDays(-100), Today.AddDays(2))], [], []);
        relay = Begun(calendar: over);
        relay.DueOn.ShouldBeNull();
        relay.Tally.ShouldBe(new ToldShare(0, 0));
    }

    [Fact]
    public void A_team_is_told_once_and_what_was_wrong_is_corrected()
    {
        var relay = Begun();
        Tell(relay, 0, new(null, Today, null))
            .Refusal.ShouldSay("How", "Choose how you told them.");
        Tell(relay, 0, new((ToldHow)9, Today, null)).Refusal.ShouldSay("How", "Choose how");
        Tell(relay, 0, new(ToldHow.Mail, null, null)).Refusal.ShouldSay("On", "Choose the day");
        Tell(relay, 0, new(ToldHow.Mail, Today.AddDays(1), null))
            .Refusal.ShouldSay("On", "Choose the day");
        Tell(relay, 0, new(ToldHow.Mail, Today.AddDays(-2), null))
            .Refusal.ShouldSay(
                "On",
                "It was decided on November 19, and nobody could be told before."
            );
        Tell(relay, 0, new(ToldHow.Other, Today, " ")).Refusal.ShouldSay("Note", "Say in the note");
        Tell(relay, 0, new(ToldHow.Other, Today, new string('x', 501)))
            .Refusal.ShouldSay("Note", "Shorten the note to 500");
        relay.Teams[0].ToldOn.ShouldBeNull();
        relay
            .Correct(Open[0], new(ToldHow.Mail, Today, null), Me, Today, Now)
            .Refusal.ShouldSay(null, "Tell the team first.");

        Tell(relay, 0, new(ToldHow.TeamMeeting, Today, "Two were away.")).IsOk.ShouldBeTrue();

        var team = relay.Teams[0];
        (team.ToldOn, team.ToldHow, team.Note, team.ToldById, team.ToldAt).ShouldBe(
            (Today, ToldHow.TeamMeeting, "Two were away.", Me, Now)
        );
        Tell(relay, 0, new(ToldHow.Mail, Today, null))
            .Refusal.ShouldSay(null, "This team was told already.");
        relay.Correct(Open[0], new(ToldHow.Mail, Today, null), Me, Today, Now).IsOk.ShouldBeTrue();
        (team.ToldHow, team.Note).ShouldBe((ToldHow.Mail, null));
        relay
            .Tell(SomeId(99), new(ToldHow.Mail, Today, null), Me, Today, Now)
            .Refusal.ShouldSay("Teams", "This decision does not touch that team.");
    }

    [Fact]
    public void A_team_told_on_the_day_of_the_decision_was_told_though_the_telling_began_later()
    {
        var relay = Begun();
        Tell(relay, 0, new(ToldHow.Other, Today.AddDays(-1), "In the hallway."))
            .IsOk.ShouldBeTrue();
        relay.Tally.InTime.ShouldBe(1);
    }

    [Fact]
    public void That_a_team_was_told_is_taken_back_by_who_said_it_or_who_leads()
    {
        var (relay, other) = (Begun(), SomeId(2));
        relay.TakeBack(Open[0], Me, leads: true).Refusal.ShouldSay(null, "Tell the team first.");
        Tell(relay, 0, new(ToldHow.Mail, Today, "All.")).IsOk.ShouldBeTrue();
        relay
            .TakeBack(Open[0], other, leads: false)
            .Refusal.ShouldSay(null, "Only who said that they were told can take it back");
        relay.TakeBack(Open[0], Me, leads: false).IsOk.ShouldBeTrue();
        var team = relay.Teams[0];
        (team.ToldOn, team.ToldHow, team.Note, team.ToldById, team.ToldAt).ShouldBe(
            (null, null, null, null, null)
        );

        Tell(relay, 0, new(ToldHow.Mail, Today, null)).IsOk.ShouldBeTrue();
        relay.TakeBack(Open[0], other, leads: true).IsOk.ShouldBeTrue();
        Tell(relay, 0, new(ToldHow.Mail, Today, null)).IsOk.ShouldBeTrue();
        relay.TakeUp(Open[0], Uptake.Trying, "Time.", Me, Now).IsOk.ShouldBeTrue();
        relay
            .TakeBack(Open[0], Me, leads: true)
            .Refusal.ShouldSay(null, "Someone has said how far this team is");
        relay.End("Changed.", Me, Today).IsOk.ShouldBeTrue();
        relay
            .TakeBack(Open[0], Me, leads: true)
            .Refusal.ShouldSay(null, "This decision is no longer to tell.");
    }

    [Fact]
    public void How_far_a_team_is_is_said_after_it_was_told_and_can_change()
    {
        var relay = Begun();
        relay
            .TakeUp(Open[0], Uptake.Trying, null, Me, Now)
            .Refusal.ShouldSay(null, "Tell the team first.");
        Tell(relay, 0, new(ToldHow.Mail, Today, null)).IsOk.ShouldBeTrue();
        relay.TakeUp(Open[0], null, null, Me, Now).Refusal.ShouldSay("Uptake", "Choose how far");
        relay
            .TakeUp(Open[0], (Uptake)4, null, Me, Now)
            .Refusal.ShouldSay("Uptake", "Choose how far");
        relay
            .TakeUp(Open[0], Uptake.NotYet, new string('x', 1001), Me, Now)
            .Refusal.ShouldSay("Help", "Shorten what help it takes");
        relay.TakeUp(Open[0], Uptake.NotYet, "Time.", Me, Now).IsOk.ShouldBeTrue();
        var later = Now.AddDays(9);
        var other = SomeId(2);
        relay.TakeUp(Open[0], Uptake.InPlace, " ", other, later).IsOk.ShouldBeTrue();
        var team = relay.Teams[0];
        (team.Uptake, team.Help, team.UptakeById, team.UptakeAt).ShouldBe(
            (Uptake.InPlace, null, other, later)
        );
    }

    [Fact]
    public void What_is_no_longer_to_tell_has_a_reason_and_is_not_told_any_more()
    {
        var relay = Begun();
        Tell(relay, 1, new(ToldHow.Mail, Today, null)).IsOk.ShouldBeTrue();
        relay.End(" ", Me, Today).Refusal.ShouldSay("Reason", "Enter why it is no longer to tell.");
        relay.End("It was changed.", Me, Today).IsOk.ShouldBeTrue();
        (relay.EndReason, relay.EndedOn, relay.EndedById).ShouldBe(("It was changed.", Today, Me));
        const string Over = "This decision is no longer to tell.";
        relay.End("again", Me, Today).Refusal.ShouldSay(null, Over);
        relay.Put("x").Refusal.ShouldSay(null, Over);
        Tell(relay, 0, new(ToldHow.Mail, Today, null)).Refusal.ShouldSay(null, Over);
        relay
            .Correct(Open[1], new(ToldHow.Writing, Today, null), Me, Today, Now)
            .Refusal.ShouldSay(null, Over);
        relay.TakeUp(Open[1], Uptake.Trying, null, Me, Now).Refusal.ShouldSay(null, Over);
    }

    [Fact]
    public void Ended_before_its_last_day_is_over_it_counts_nowhere_and_later_nothing_is_taken_back()
    {
        var due = Begun().DueOn!.Value;
        foreach (var (ended, counted) in new[] { (Today, 0), (due, 0), (due.AddDays(1), 4) })
        {
            var relay = Begun();
            Tell(relay, 0, new(ToldHow.Mail, Today, null)).IsOk.ShouldBeTrue();
            relay.End("x", Me, ended).IsOk.ShouldBeTrue();
            relay.Tally.ShouldBe(new ToldShare(counted, counted == 0 ? 0 : 1));
        }
    }

    [Fact]
    public void Who_speaks_for_a_team_speaks_to_it_and_who_leads_to_one_without_a_voice()
    {
        var spoken = new MappedTeam(Open[0], "Grade 4", [Me]);
        var unspoken = new MappedTeam(Open[1], "Grade 5", []);
        Relay.MaySpeakTo(spoken, Me, leads: false).ShouldBeTrue();
        Relay.MaySpeakTo(spoken, SomeId(2), leads: true).ShouldBeFalse();
        Relay.MaySpeakTo(unspoken, SomeId(2), leads: true).ShouldBeTrue();
        Relay.MaySpeakTo(unspoken, Me, leads: false).ShouldBeFalse();
    }

    [Fact]
    public void A_team_counts_once_its_last_day_is_over()
    {
        var day = Today;
        (DateOnly?, DateOnly?)[] teams =
        [
            (day.AddDays(-1), day.AddDays(-1)),
            (day.AddDays(-1), day),
            (day.AddDays(-1), null),
            // Not over, told or not.
            (day, null),
            (day, day.AddDays(-3)),
            (null, day),
        ];
        ToldShare.Of(teams, day).ShouldBe(new ToldShare(3, 1));
        ToldShare.Of(teams, day.AddDays(1)).ShouldBe(new ToldShare(5, 2));
        new ToldShare(3, 1).Percent.ShouldBe(33);
        new ToldShare(0, 0).Percent.ShouldBeNull();
        new ToldShare(1000, 999).Percent.ShouldBe(99);
        new ToldShare(1000, 1).Percent.ShouldBe(1);
        (new ToldShare(7, 7).Percent, new ToldShare(7, 0).Percent).ShouldBe((100, 0));
    }

    /// <summary>What the summaries add up is what stands in the teams, whatever was done in whichever order.</summary>
    [Fact]
    public void Once_its_last_day_is_over_the_tally_is_the_share_of_its_teams() =>
        Prop.ForAll(
                Gen.Choose(0, 20).ListOf().ToArbitrary(),
                moves =>
                {
                    var relay = Begun();
                    foreach (var move in moves)
                    {
                        var on = Today.AddDays(move);
                        _ =
                            move % 2 == 0
                                ? relay.Tell(
                                    Open[move % 4],
                                    new(ToldHow.Mail, on, null),
                                    Me,
                                    on,
                                    Now
                                )
                                : relay.Correct(
                                    Open[move % 4],
                                    new(ToldHow.Mail, on, null),
                                    Me,
                                    on,
                                    Now
                                );
                    }

                    var all = relay.Teams.Select(t => (relay.DueOn, t.ToldOn)).ToList();
                    return relay.Tally == ToldShare.Of(all, Today.AddDays(60))
                        && ToldShare.Of(all, relay.DueOn!.Value).Teams == 0;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_figure_is_shown_by_a_school_and_not_by_a_district()
    {
        var shared = SharedFigure.Share(School, FigureKind.TeamsTold, Me, Now).Value;
        (shared.UnitId, shared.Kind, shared.ById, shared.Since).ShouldBe(
            (School.Id, FigureKind.TeamsTold, Me, Now)
        );
        SharedFigure.Share(School, (FigureKind)99, Me, Now).Refusal.ShouldSay(null, "Choose which");
        SharedFigure
            .Share(District, FigureKind.TeamsTold, Me, Now)
            .Refusal.ShouldSay(null, "A district has nobody above it");
    }

    internal static Relay Begun(Guid[]? touches = null, SchoolCalendar? calendar = null) =>
        Begin(Decided(touches ?? []), "We do it this way.", calendar).Value;

    private static Throughline.Domain.Shared.Result<Relay> Begin(
        Decision decision,
        string message,
        SchoolCalendar? calendar = null
    ) =>
        Relay.Begin(
            decision,
            message,
            Open,
            calendar ?? Calendar,
            Me,
            Today.AddDays(-1),
            Today,
            Now
        );

    internal static Decision Decided(
        Guid[] touches,
        string outcome = "We do it.",
        string? reasons = null,
        DecidedAs how = DecidedAs.Consensus
    )
    {
        var decision = Proposed(touches);
        decision.Decide(new(how, outcome, reasons), true, [], Me, Now).IsOk.ShouldBeTrue();
        return decision;
    }

    private static Decision Proposed(Guid[] touches) =>
        Decision.Propose(School, 3, new("We do it", null, touches), null, Me, Now).Value;

    private static Throughline.Domain.Shared.Result Tell(Relay relay, int team, Telling telling) =>
        relay.Tell(Open[team], telling, Me, Today, Now);
}
