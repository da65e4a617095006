using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Teams;
using static Throughline.Domain.Tests.Meetings.Gatherings;
using static Throughline.Domain.Tests.Units.Places;

namespace Throughline.Domain.Tests.Meetings;

public sealed class TeamHealthTests
{
    private static readonly DateTime Formed = Start.AddDays(-60);

    [Fact]
    public void Two_meetings_are_too_early_for_every_figure_but_the_teams_told()
    {
        var health = Of([Held(), Held()], told: (4, 4));
        health
            .Figures.Where(f => f.Kind != FigureKind.TeamsTold)
            .ShouldAllBe(f => f.State == FigureState.TooEarly);
        health[FigureKind.TeamsTold].State.ShouldBe(FigureState.Met);
        health.Figures.Select(f => f.Kind).Order().ShouldBe(Enum.GetValues<FigureKind>());
    }

    [Theory]
    [InlineData(2, 90, 0, FigureState.Met)]
    [InlineData(1, 60, 0, FigureState.Met)]
    [InlineData(2, 60, 0, FigureState.NotYet)]
    [InlineData(1, 45, 0, FigureState.NotYet)]
    [InlineData(2, 90, 1, FigureState.Met)]
    [InlineData(2, 90, 2, FigureState.NotYet)]
    public void Ninety_minutes_every_two_weeks_or_sixty_every_week_both_count_where_four_of_five_are_held(
        int everyWeeks,
        int minutes,
        int notHeld,
        FigureState state
    )
    {
        var cadence = Of(Four(), Rhythm(everyWeeks, minutes), notHeld)[FigureKind.Cadence];
        (cadence.State, cadence.Good, cadence.Of).ShouldBe((state, 4, 4 + notHeld));
    }

    [Fact]
    public void Without_a_rhythm_the_cadence_is_shown_and_not_judged()
    {
        var cadence = TeamHealth.Of(new(Four(), 1, null, (0, 0), Tuesday))[FigureKind.Cadence];
        (cadence.State, cadence.Percent).ShouldBe((FigureState.NoRhythm, 80));
    }

    [Theory]
    [InlineData(2, 85, FigureState.Met)]
    [InlineData(2, 84, FigureState.NotYet)]
    [InlineData(1, 55, FigureState.Met)]
    [InlineData(1, 54, FigureState.NotYet)]
    public void A_meeting_takes_the_time_that_its_rhythm_asks_for_but_for_five_minutes(
        int everyWeeks,
        int minutes,
        FigureState state
    )
    {
        MeetingSummary[] held = [Held(minutes), Held(minutes), Held(minutes)];
        var length = Of(held, Rhythm(everyWeeks, 90))[FigureKind.Length];
        (length.State, length.Good).ShouldBe((state, minutes));
    }

    [Theory]
    [InlineData(1, 60, 60, FigureState.Met)]
    [InlineData(1, 50, 50, FigureState.NotYet)]
    [InlineData(2, 90, 45, FigureState.Met)]
    [InlineData(2, 70, 35, FigureState.NotYet)]
    public void Minutes_for_instruction_are_counted_by_the_week(
        int everyWeeks,
        int minutes,
        int aWeek,
        FigureState state
    )
    {
        MeetingSummary[] held = [Held(minutes), Held(minutes), Held(minutes)];
        var instruction = Of(held, Rhythm(everyWeeks, 90))[FigureKind.Instruction];
        (instruction.State, instruction.Good).ShouldBe((state, aWeek));
    }

    [Fact]
    public void A_week_in_which_the_team_did_not_meet_counts_as_one_without_instruction() =>
        Of([Held(60), Held(60), Held(60)], Rhythm(1, 60), notHeld: 3)[FigureKind.Instruction]
            .Good.ShouldBe(30);

    [Theory]
    [InlineData(0, FigureState.Met)]
    [InlineData(1, FigureState.Met)]
    [InlineData(2, FigureState.NotYet)]
    public void Four_of_five_meetings_begin_on_time(int late, FigureState state)
    {
        var held = Enumerable.Range(0, 5).Select(n => Held(60, n < late ? 9 : 0)).ToList();
        var onTime = Of(held)[FigureKind.OnTime];
        (onTime.State, onTime.Good, onTime.Of).ShouldBe((state, 5 - late, 5));
    }

    [Fact]
    public void Roles_go_round_while_nobody_has_the_same_one_at_more_than_half()
    {
        MeetingSummary[] shared = [Held(by: Ana), Held(by: Ana), Held(by: Ben), Held(by: Cleo)];
        Of(shared)[FigureKind.Roles].State.ShouldBe(FigureState.Met);
        MeetingSummary[] one = [Held(by: Ana), Held(by: Ana), Held(by: Ana), Held(by: Cleo)];
        var roles = Of(one);
        (
            roles[FigureKind.Roles].State,
            roles[FigureKind.Roles].Percent,
            roles.RolesGoRound
        ).ShouldBe((FigureState.NotYet, 100, false));
    }

    [Fact]
    public void What_teachers_bring_is_not_shown_where_it_would_show_what_one_person_brought()
    {
        Of([Held(alone: true), Held(), Held()])[FigureKind.FromTeachers]
            .ShouldBe(new(FigureKind.FromTeachers, FigureState.Hidden, 0, 0));
        var shown = Of([Held(), Held(), Held()])[FigureKind.FromTeachers];
        (shown.State, shown.Good, shown.Of).ShouldBe((FigureState.Met, 3, 3));
    }

    [Fact]
    public void What_nothing_is_known_of_is_said_so_and_not_judged()
    {
        var health = Of([Held(), Held(), Held()]);
        health[FigureKind.Owned].State.ShouldBe(FigureState.Nothing);
        health[FigureKind.FollowUp].State.ShouldBe(FigureState.Nothing);
        health[FigureKind.TeamsTold].State.ShouldBe(FigureState.Nothing);
    }

    [Theory]
    [InlineData(4, 5, FigureState.Met)]
    [InlineData(3, 5, FigureState.NotYet)]
    public void Four_of_five_teams_are_told_in_time(int inTime, int teams, FigureState state) =>
        Of([], told: (teams, inTime))[FigureKind.TeamsTold].State.ShouldBe(state);

    private static TeamHealth Of(
        IReadOnlyList<MeetingSummary> held,
        MeetingRhythm? rhythm = null,
        int notHeld = 0,
        (int, int) told = default
    ) => TeamHealth.Of(new(held, notHeld, rhythm ?? Rhythm(2, 90), told, Tuesday.AddDays(30)));

    private static MeetingRhythm Rhythm(int everyWeeks, int minutes) =>
        new(
            everyWeeks,
            [DayOfWeek.Tuesday],
            new(15, 15),
            minutes,
            Tuesday,
            Tuesday.AddDays(90),
            OnClosure.Move
        );

    private static MeetingSummary[] Four() => [Held(), Held(), Held(), Held()];

    private static MeetingSummary Held(
        int minutes = 60,
        int late = 0,
        Guid? by = null,
        bool alone = false
    )
    {
        var ilt = Ilt.Form(School, Formed);
        ilt.Seat(Ana, SeatKind.Leader, null, Formed).IsOk.ShouldBeTrue();
        ilt.Seat(Ben, SeatKind.Representative, SomeId(41), Formed).IsOk.ShouldBeTrue();
        ilt.Seat(Cleo, SeatKind.Coach, null, Formed).IsOk.ShouldBeTrue();
        if (!alone)
        {
            ilt.Seat(SomeId(24), SeatKind.Representative, SomeId(42), Formed).IsOk.ShouldBeTrue();
        }

        var meeting = WithAgenda(Writing);
        var began = Start.AddMinutes(late);
        meeting.Start(Tuesday, began).IsOk.ShouldBeTrue();
        foreach (var kind in Enum.GetValues<MeetingRoleKind>())
        {
            meeting.GiveRole(kind, by ?? Ana, Members).IsOk.ShouldBeTrue();
        }

        meeting.End(began.AddMinutes(minutes)).IsOk.ShouldBeTrue();
        return MeetingSummary.Of(meeting, Chicago, ilt.Memberships, [], []);
    }
}
