using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Teams;
using Throughline.Domain.Tests.Shared;
using static Throughline.Domain.Tests.Units.Places;

namespace Throughline.Domain.Tests.Teams;

/// <summary>Size, terms, groups of students, responsibilities, who keeps the norms, and the other teams.</summary>
public class VoicesTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(Now);
    private static readonly Guid[] People = [.. Enumerable.Range(0, 45).Select(SomeId)];

    [Fact]
    public void The_refusal_of_a_twentieth_member_says_whom_to_ask()
    {
        var ilt = Formed(19);
        ilt.Seat(People[19], SeatKind.Coach, null, Now)
            .Refusal.ShouldSay("PersonId", "An ILT has fewer than 20 members; 8 to 15 work best.");
        ilt.Seat(People[19], SeatKind.Coach, null, Now)
            .Refusal!.Message.ShouldContain("ask the district");
    }

    [Fact]
    public void A_raised_limit_lets_in_as_many_as_it_says()
    {
        var ilt = Formed(19);

        ilt.RaiseLimit(21, " Two campuses. ").IsOk.ShouldBeTrue();

        (ilt.Limit, ilt.RaisedBecause).ShouldBe((21, "Two campuses."));
        ilt.Seat(People[19], SeatKind.Coach, null, Now).IsOk.ShouldBeTrue();
        ilt.Seat(People[20], SeatKind.Coach, null, Now).IsOk.ShouldBeTrue();
        ilt.Seat(People[21], SeatKind.Coach, null, Now)
            .Refusal.ShouldSay("PersonId", "This ILT has at most 21 members");
    }

    [Theory]
    [InlineData(19, "Two campuses.", "Limit")]
    [InlineData(41, "Two campuses.", "Limit")]
    [InlineData(null, "Two campuses.", "Limit")]
    [InlineData(20, " ", "Reason")]
    [InlineData(20, "Two campuses.", null)]
    [InlineData(40, "Two campuses.", null)]
    public void A_limit_is_raised_to_20_to_40_with_a_reason(
        int? limit,
        string reason,
        string? refused
    )
    {
        var ilt = Formed(3);
        ilt.RaiseLimit(limit, reason).Refusal?.Field.ShouldBe(refused);
        ilt.RaisedLimit.ShouldBe(refused is null ? limit : null);
    }

    [Fact]
    public void A_limit_is_never_below_those_who_sit()
    {
        var ilt = Formed(19);
        ilt.RaiseLimit(25, "Two campuses.");
        for (var n = 19; n < 23; n++)
        {
            ilt.Seat(People[n], SeatKind.Coach, null, Now);
        }

        ilt.RaiseLimit(22, "Fewer.").Refusal.ShouldSay("Limit", "23 sit on this ILT.");
        ilt.LowerLimit().Refusal.ShouldSay(null, "23 sit on this ILT.");
        ilt.Limit.ShouldBe(25);
        for (var n = 0; n < 4; n++)
        {
            ilt.EndMembership(People[n], Now);
        }

        ilt.LowerLimit().IsOk.ShouldBeTrue();
        (ilt.Limit, ilt.RaisedBecause).ShouldBe((19, null));
    }

    [Fact]
    public void A_term_is_kept_through_a_change_of_seat_and_ends_no_membership()
    {
        var ilt = Formed(1);

        ilt.SetTerm(People[0], Today.AddDays(10), Today).IsOk.ShouldBeTrue();
        ilt.ChangeSeat(People[0], SeatKind.Administrator, null, Now);

        ilt.Sitting.ShouldHaveSingleItem().TermEndsOn.ShouldBe(Today.AddDays(10));
        ilt.SetTerm(People[0], Today.AddDays(-1), Today)
            .Refusal.ShouldSay("TermEndsOn", "That day has gone by.");
        // Once it is over it may stay as it was, or be taken off.
        ilt.SetTerm(People[0], Today.AddDays(10), Today.AddDays(20)).IsOk.ShouldBeTrue();
        ilt.SetTerm(People[0], null, Today.AddDays(20)).IsOk.ShouldBeTrue();
        ilt.SetTerm(People[1], null, Today).Refusal.ShouldSay(null, "This person does not sit");
    }

    [Theory]
    [InlineData(null, TermState.Unset)]
    [InlineData(61, TermState.Running)]
    [InlineData(60, TermState.EndsSoon)]
    [InlineData(0, TermState.EndsSoon)]
    [InlineData(-1, TermState.Over)]
    public void A_term_ends_soon_within_sixty_days(int? days, TermState state) =>
        IltMembership.TermOn(days is { } d ? Today.AddDays(d) : null, Today).ShouldBe(state);

    [Fact]
    public void A_group_of_students_is_spoken_for_by_a_member_or_by_nobody()
    {
        var ilt = Formed(2);
        var group = StudentGroup.Add(ilt, " Multilingual learners ", null, Now).Value;

        (group.Name, group.UnitId, group.DistrictId, group.SpeakerId).ShouldBe(
            ("Multilingual learners", School.Id, District.Id, null)
        );
        group.Change(ilt, "Newcomers", People[1]).IsOk.ShouldBeTrue();
        group
            .Change(ilt, "Newcomers", People[9])
            .Refusal.ShouldSay("SpeakerId", "Choose a member of the ILT");
        ilt.EndMembership(People[1], Now);
        group.Change(ilt, "Newcomers", People[1]).IsOk.ShouldBeFalse();
        StudentGroup.Add(ilt, " ", null, Now).Refusal.ShouldSay("Name", "Enter the group's name.");
        StudentGroup.Add(ilt, new string('x', 81), null, Now).IsOk.ShouldBeFalse();
        group.Remove(Now);
        group.Remove(Now.AddDays(1));
        group.RemovedAt.ShouldBe(Now);
    }

    [Fact]
    public void Every_seat_has_built_in_responsibilities_with_their_source()
    {
        foreach (var kind in Enum.GetValues<SeatKind>())
        {
            var builtIn = Responsibilities.BuiltIn(kind);
            builtIn.Items.Count.ShouldBeInRange(3, ResponsibilityEdition.Most);
            builtIn.Items.ShouldAllBe(i => i.Length <= ResponsibilityEdition.LongestItem);
            builtIn.Items.ShouldBeUnique();
            Responsibilities.SourceOf(kind).ShouldNotBeEmpty();
        }

        // Source 002 lists five for the coach.
        Responsibilities.BuiltIn(SeatKind.Coach).Items.Count.ShouldBe(5);
    }

    [Fact]
    public void A_team_that_changes_them_makes_the_next_edition()
    {
        var ilt = Formed(1);
        var builtIn = Responsibilities.BuiltIn(SeatKind.Coach);

        var own = ResponsibilityEdition.After(ilt, builtIn, "Coach.\r\n\r\n Listen. ", Now).Value;

        (own.UnitId, own.Kind, own.Edition).ShouldBe((School.Id, SeatKind.Coach, 2));
        own.AsResponsibilities.Items.ShouldBe(["Coach.", "Listen."]);
        ResponsibilityEdition
            .After(ilt, own.AsResponsibilities, "Coach.", Now)
            .Value.Edition.ShouldBe(3);
        ResponsibilityEdition
            .After(ilt, own.AsResponsibilities, "Coach.\nListen.", Now)
            .Refusal.ShouldSay("Lines", "Nothing is different");
        ResponsibilityEdition
            .After(ilt, builtIn, " \n ", Now)
            .Refusal.ShouldSay("Lines", "Write 1 to 10 responsibilities");
        ResponsibilityEdition
            .After(ilt, builtIn, string.Concat(Enumerable.Repeat("x\n", 11)), Now)
            .Refusal.ShouldSay("Lines", "Write 1 to 10 responsibilities");
        ResponsibilityEdition
            .After(ilt, builtIn, new string('x', 201), Now)
            .Refusal.ShouldSay("Lines", "Shorten “xxx");
    }

    [Fact]
    public void Who_holds_a_seat_accepts_what_they_read_and_nothing_else()
    {
        var ilt = Formed(1);
        var seat = ilt.Sitting.Single();
        var inForce = Responsibilities.BuiltIn(SeatKind.Coach) with { Edition = 3 };

        var accepted = ResponsibilityAcceptance.By(seat, inForce, 3, Now).Value;
        (accepted.PersonId, accepted.Kind, accepted.Edition, accepted.UnitId).ShouldBe(
            (People[0], SeatKind.Coach, 3, School.Id)
        );
        ResponsibilityAcceptance
            .By(seat, inForce, 2, Now)
            .Refusal.ShouldSay(null, "The responsibilities were changed");
        ResponsibilityAcceptance.By(seat, inForce, null, Now).IsOk.ShouldBeFalse();
        ResponsibilityAcceptance
            .By(seat, Responsibilities.BuiltIn(SeatKind.Leader), 1, Now)
            .IsOk.ShouldBeFalse();
    }

    [Fact]
    public void A_review_of_the_responsibilities_is_still_to_come_when_it_is_set()
    {
        var ilt = Formed(0);
        ilt.ReviewResponsibilities(Today.AddDays(-1), Today)
            .Refusal.ShouldSay("ReviewOn", "That day has gone by.");
        ilt.ReviewResponsibilities(Today, Today).IsOk.ShouldBeTrue();
        ilt.ReviewResponsibilitiesOn.ShouldBe(Today);
        ilt.ReviewResponsibilities(null, Today).IsOk.ShouldBeTrue();
        ilt.ReviewResponsibilitiesOn.ShouldBeNull();
    }

    [Fact]
    public void One_member_keeps_the_norms_on_a_day_and_the_terms_before_stay_known()
    {
        var ilt = Formed(3);
        Keep(ilt, 0, -30, 40, today: -30);
        Keep(ilt, 1, 50, 60);
        Keep(ilt, 1, 80, 100);

        Keep(ilt, 2, 0, 90);

        Terms(ilt).ShouldBe([(People[0], -30, -1), (People[2], 0, 90), (People[1], 91, 100)]);
        ilt.LetKeepNorms(People[1], Today.AddDays(-40), Today, Today, Now)
            .Refusal.ShouldSay("From", "Someone has begun to keep them since that day.");
        Terms(ilt).Count().ShouldBe(3);
    }

    [Fact]
    public void Every_day_has_at_most_one_keeper_whatever_is_named()
    {
        FsCheck
            .Fluent.Prop.ForAll(
                ArbMap.Default.ArbFor<(byte, byte, byte)[]>(),
                named =>
                {
                    var ilt = Formed(3);
                    foreach (var (who, from, length) in named)
                    {
                        Keep(ilt, who % 3, from % 100, (from % 100) + (length % 40));
                    }

                    var terms = ilt.NormsKeepers.OrderBy(t => t.From).ToList();
                    terms.ShouldAllBe(t => t.From <= t.Until);
                    terms.Zip(terms.Skip(1)).ShouldAllBe(p => p.First.Until < p.Second.From);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_keeper_is_a_member_and_a_term_has_its_days()
    {
        var ilt = Formed(1);
        ilt.LetKeepNorms(null, Today, Today, Today, Now)
            .Refusal.ShouldSay("PersonId", "Choose a member");
        ilt.LetKeepNorms(People[5], Today, Today, Today, Now)
            .Refusal.ShouldSay("PersonId", "Choose a member");
        ilt.LetKeepNorms(People[0], null, Today, Today, Now)
            .Refusal.ShouldSay("From", "Enter the first day");
        ilt.LetKeepNorms(People[0], Today, null, Today, Now)
            .Refusal.ShouldSay("Until", "Enter a last day");
        ilt.LetKeepNorms(People[0], Today, Today.AddDays(-1), Today, Now)
            .Refusal.ShouldSay("Until", "Enter a last day");
        ilt.LetKeepNorms(People[0], Today.AddDays(-9), Today.AddDays(-1), Today, Now)
            .Refusal.ShouldSay("Until", "Choose a last day that is still to come");
        ilt.LetKeepNorms(People[0], Today, Today.AddYears(2).AddDays(1), Today, Now)
            .Refusal.ShouldSay("Until", "Choose a last day that is still to come");
        ilt.LetKeepNorms(People[0], DateOnly.MinValue, DateOnly.MaxValue, Today, Now)
            .Refusal.ShouldSay("From", "Enter the first day");
        ilt.LetKeepNorms(People[0], DateOnly.MaxValue, DateOnly.MaxValue, Today, Now)
            .Refusal.ShouldSay("Until", "Choose a last day that is still to come");
        ilt.NormsKeepers.ShouldBeEmpty();
        ilt.LetKeepNorms(People[0], Today, Today.AddYears(2), Today, Now).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void Another_team_says_what_it_handles_and_whom_to_turn_to()
    {
        var team = OtherTeam
            .Add(School, new(" Operations ", "Buildings", null, " Ops@School.Example "), Now)
            .Value;

        (team.Name, team.Handles, team.Contact, team.Email).ShouldBe(
            ("Operations", "Buildings", null, "ops@school.example")
        );
        (team.DistrictId, team.UnitId).ShouldBe((District.Id, School.Id));
        team.Change(new("Operations", "Buildings", "Judith", " ")).IsOk.ShouldBeTrue();
        (team.Contact, team.Email).ShouldBe(("Judith", null));
        team.Dissolve(Now);
        team.Dissolve(Now.AddDays(1));
        team.DissolvedAt.ShouldBe(Now);
        team.Change(new("Operations", "All", "Judith", null))
            .Refusal.ShouldSay(null, "Operations was dissolved.");
    }

    [Theory]
    [InlineData("", "Buildings", "Judith", null, "Name", "Enter the team's name.")]
    [InlineData("Operations", " ", "Judith", null, "Handles", "Enter what it handles.")]
    [InlineData("Operations", "Buildings", " ", "", "Contact", "Enter a contact or an e-mail")]
    [InlineData(
        "Operations",
        "Buildings",
        null,
        "not an e-mail",
        "Email",
        "Enter an e-mail address"
    )]
    public void A_team_nobody_can_turn_to_is_refused(
        string name,
        string handles,
        string? contact,
        string? email,
        string field,
        string words
    ) =>
        OtherTeam
            .Add(School, new(name, handles, contact, email), Now)
            .Refusal.ShouldSay(field, words);

    private static void Keep(Ilt ilt, int who, int from, int until, int today = 0) =>
        ilt.LetKeepNorms(
                People[who],
                Today.AddDays(from),
                Today.AddDays(until),
                Today.AddDays(today),
                Now
            )
            .IsOk.ShouldBeTrue();

    private static IEnumerable<(Guid, int, int)> Terms(Ilt ilt) =>
        ilt
            .NormsKeepers.OrderBy(t => t.From)
            .Select(t =>
                (
                    t.PersonId,
                    t.From.DayNumber - Today.DayNumber,
                    t.Until.DayNumber - Today.DayNumber
                )
            );

    private static Ilt Formed(int members)
    {
        var ilt = Ilt.Form(School, Now);
        for (var n = 0; n < members; n++)
        {
            ilt.Seat(People[n], SeatKind.Coach, null, Now).IsOk.ShouldBeTrue();
        }

        return ilt;
    }
}
