using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Teams;
using static Throughline.Domain.Tests.Units.Places;

namespace Throughline.Domain.Tests.Teams;

public class IltTests
{
    private static readonly Guid[] People = [.. Enumerable.Range(0, 25).Select(SomeId)];

    private static readonly Guid Grade4 = SomeId(100);

    private static readonly Guid Grade5 = SomeId(101);

    [Fact]
    public void A_person_has_one_seat()
    {
        var ilt = Formed(1);

        ilt.Seat(People[0], SeatKind.Coach, null, Now).Refusal!.Field.ShouldBe("PersonId");

        ilt.Sitting.Count().ShouldBe(1);
    }

    [Fact]
    public void A_representative_speaks_for_a_team()
    {
        var ilt = Formed(0);

        ilt.Seat(People[0], SeatKind.Representative, null, Now)
            .Refusal!.Field.ShouldBe("SpeaksForTeamId");
        ilt.Seat(People[0], SeatKind.Representative, Grade4, Now).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void An_unknown_capacity_is_refused() =>
        Formed(0).Seat(People[0], (SeatKind)9, null, Now).Refusal!.Field.ShouldBe("Kind");

    [Fact]
    public void The_twentieth_member_is_refused_until_a_membership_ends()
    {
        var ilt = Formed(19);

        ilt.Seat(People[19], SeatKind.Coach, null, Now).IsOk.ShouldBeFalse();
        ilt.EndMembership(People[0], Now).IsOk.ShouldBeTrue();

        ilt.Seat(People[19], SeatKind.Coach, null, Now).IsOk.ShouldBeTrue();
    }

    [Theory]
    [InlineData(0, IltSize.Small)]
    [InlineData(7, IltSize.Small)]
    [InlineData(8, IltSize.Preferred)]
    [InlineData(15, IltSize.Preferred)]
    [InlineData(16, IltSize.Large)]
    [InlineData(19, IltSize.Large)]
    public void Eight_to_fifteen_members_are_preferred(int members, IltSize size) =>
        Ilt.SizeOf(members).ShouldBe(size);

    [Fact]
    public void A_changed_seat_keeps_the_former_one_in_the_history()
    {
        var ilt = Formed(0);
        ilt.Seat(People[0], SeatKind.Representative, Grade4, Now);
        ilt.LetFacilitate(People[0]);

        ilt.ChangeSeat(People[0], SeatKind.Representative, Grade5, Now.AddDays(1))
            .IsOk.ShouldBeTrue();

        var seat = ilt.Sitting.Single();
        seat.SpeaksForTeamId.ShouldBe(Grade5);
        seat.Facilitates.ShouldBeTrue();
        ilt.Memberships[0].Until.ShouldBe(Now.AddDays(1));
        ilt.Memberships[0].SpeaksForTeamId.ShouldBe(Grade4);
    }

    [Fact]
    public void A_seat_that_is_changed_to_what_it_is_stays_as_it_is()
    {
        var ilt = Formed(1);

        ilt.ChangeSeat(People[0], SeatKind.Coach, null, Now).IsOk.ShouldBeTrue();

        ilt.Memberships.Count.ShouldBe(1);
    }

    [Fact]
    public void A_seat_is_not_changed_to_a_representative_of_nobody_nor_for_who_has_none()
    {
        var ilt = Formed(1);

        ilt.ChangeSeat(People[0], SeatKind.Representative, null, Now).IsOk.ShouldBeFalse();
        ilt.ChangeSeat(People[1], SeatKind.Coach, null, Now).IsOk.ShouldBeFalse();
    }

    [Fact]
    public void Only_a_member_facilitates_and_not_after_leaving()
    {
        var ilt = Formed(2);
        ilt.LetFacilitate(People[5]).IsOk.ShouldBeFalse();
        ilt.LetFacilitate(People[0]).IsOk.ShouldBeTrue();
        ilt.EndMembership(People[0], Now);

        ilt.Memberships.ShouldAllBe(m => !m.Facilitates);
        ilt.LetFacilitate(People[0]).IsOk.ShouldBeFalse();
    }

    [Fact]
    public void Nobody_may_facilitate_for_a_while()
    {
        var ilt = Formed(2);
        ilt.LetFacilitate(People[0]);

        ilt.LetFacilitate(null).IsOk.ShouldBeTrue();

        ilt.Sitting.ShouldAllBe(m => !m.Facilitates);
    }

    [Fact]
    public void A_membership_ends_once()
    {
        var ilt = Formed(1);
        ilt.EndMembership(People[0], Now).IsOk.ShouldBeTrue();

        ilt.EndMembership(People[0], Now.AddDays(1)).IsOk.ShouldBeFalse();

        ilt.Memberships.Single().Until.ShouldBe(Now);
    }

    [Fact]
    public void A_refused_seat_says_what_to_do()
    {
        var ilt = Formed(1);

        ilt.Seat(People[0], SeatKind.Coach, null, Now)
            .Refusal.ShouldBe(new("This person sits on the ILT already.", "PersonId"));
        ilt.Seat(People[1], (SeatKind)9, null, Now)
            .Refusal!.Message.ShouldBe("Choose in which capacity this person sits on the ILT.");
        ilt.Seat(People[1], SeatKind.Representative, null, Now)
            .Refusal!.Message.ShouldStartWith("Choose the instructional team or program");
        ilt.LetFacilitate(People[1])
            .Refusal.ShouldBe(new("Only a member of the ILT can facilitate.", "PersonId"));
    }

    [Fact]
    public void The_twentieth_member_is_refused_with_the_size_that_works_best()
    {
        var refusal = Formed(19).Seat(People[19], SeatKind.Coach, null, Now).Refusal!;

        refusal.Field.ShouldBe("PersonId");
        refusal.Message.ShouldStartWith("An ILT has fewer than 20 members; 8 to 15 work best.");
    }

    [Fact]
    public void Whatever_is_tried_nobody_sits_twice_at_most_nineteen_sit_and_at_most_one_facilitates()
    {
        var step =
            from what in Gen.Choose(0, 3)
            from who in Gen.Elements(People)
            from kind in Gen.Elements(Enum.GetValues<SeatKind>())
            from team in Gen.Elements<Guid?>(null, Grade4, Grade5)
            select (what, who, kind, team);

        Prop.ForAll(
                step.ListOf(60).ToArbitrary(),
                steps =>
                {
                    var ilt = Formed(0);
                    var at = Now;
                    return steps.All(s =>
                    {
                        at = at.AddMinutes(1);
                        _ = s.what switch
                        {
                            0 => ilt.EndMembership(s.who, at).IsOk,
                            1 => ilt.ChangeSeat(s.who, s.kind, s.team, at).IsOk,
                            2 => ilt.LetFacilitate(s.who).IsOk,
                            _ => ilt.Seat(s.who, s.kind, s.team, at).IsOk,
                        };
                        return Holds(ilt);
                    });
                }
            )
            .QuickCheckThrowOnFailure();
    }

    private static bool Holds(Ilt ilt)
    {
        var sitting = ilt.Sitting.ToList();
        return sitting.Count < 20
            && sitting.Select(m => m.PersonId).Distinct().Count() == sitting.Count
            && sitting.All(m => m.Kind != SeatKind.Representative || m.SpeaksForTeamId is not null)
            && ilt.Memberships.Where(m => m.Facilitates).All(sitting.Contains)
            && sitting.Count(m => m.Facilitates) < 2;
    }

    private static Ilt Formed(int coaches)
    {
        var ilt = Ilt.Form(School, Now);
        for (var i = 0; i < coaches; i++)
        {
            ilt.Seat(People[i], SeatKind.Coach, null, Now).IsOk.ShouldBeTrue();
        }

        return ilt;
    }
}
