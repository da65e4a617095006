using Throughline.Domain.Assessments;
using Throughline.Domain.Shared;
using Throughline.Domain.Teams;

namespace Throughline.Domain.Tests.Assessments;

/// <summary>Who is asked: the team itself, and others for the view from outside.</summary>
public class AskedTests
{
    [Fact]
    public void A_round_keeps_from_where_each_rater_looks()
    {
        var test = new TestRound(people: 3);
        var district = test.School.DistrictId;

        Ask(test, RaterGroup.Leader, district).Value.ShouldBe(1);

        test.Round.Raters.Count(r => r.Perspective == Perspective.Team).ShouldBe(3);
        var outside = test.Round.Raters.Single(r => r.Perspective == Perspective.Outside);
        outside.PersonId.ShouldBe(district);
        outside.Group.ShouldBe(RaterGroup.Leader);
    }

    [Fact]
    public void Whoever_belongs_to_the_team_stays_of_the_team()
    {
        var test = new TestRound(people: 3);
        var other = Person(10);

        Ask(test, RaterGroup.Leader, test.People[1], other).Value.ShouldBe(1);

        test.Rater(1).Perspective.ShouldBe(Perspective.Team);
        test.Rater(1).Group.ShouldBe(RaterGroup.Teacher);
        test.Round.Raters.Count.ShouldBe(4);
    }

    [Fact]
    public void Many_who_are_asked_at_once_stand_in_the_log_as_one_line()
    {
        var test = new TestRound(people: 3);

        Ask(test, RaterGroup.Teacher, [.. Enumerable.Range(10, 40).Select(Person)])
            .Value.ShouldBe(40);

        var line = test.Round.Log[^1];
        line.Kind.ShouldBe(RoundEventKind.AskedFromOutside);
        line.Words.ShouldBe("40 people");
        line.AboutPersonId.ShouldBeNull();
        line.ByPersonId.ShouldBe(test.Leader);
        Ask(test, RaterGroup.Teacher, Person(99)).Value.ShouldBe(1);
        test.Round.Log[^1].Words.ShouldBe("1 person");
    }

    [Fact]
    public void Asking_nobody_new_is_refused_and_leaves_no_line()
    {
        var test = new TestRound(people: 3);
        Ask(test, RaterGroup.Leader, Person(10));
        var lines = test.Round.Log.Count;

        Ask(test, RaterGroup.Leader, Person(10)).Refusal!.Message.ShouldContain("Nobody new");
        Ask(test, RaterGroup.Leader).IsOk.ShouldBeFalse();

        test.Round.Log.Count.ShouldBe(lines);
    }

    [Fact]
    public void A_closed_round_asks_nobody()
    {
        var test = new TestRound(people: 3);
        test.Close();

        Ask(test, RaterGroup.Leader, Person(10)).Refusal!.Message.ShouldContain("closed");
        test.Round.Raters.Count.ShouldBe(3);
    }

    [Fact]
    public void A_persons_name_counts_once_when_the_round_opens_as_it_stood_first()
    {
        var both = Person(10);
        var round = Open(
            "school",
            TestRound.Member(both),
            new Asked(both, Perspective.Outside, RaterGroup.Leader)
        ).Value;

        round.Raters.ShouldHaveSingleItem().Perspective.ShouldBe(Perspective.Team);
    }

    [Fact]
    public void Where_people_look_at_themselves_nobody_looks_from_outside()
    {
        var outside = new Asked(Person(11), Perspective.Outside, RaterGroup.Reviewer);

        Open("person", TestRound.Member(Person(10)), outside).Refusal!.Field.ShouldBe("Outside");
        var round = Open("person", TestRound.Member(Person(10))).Value;
        round.IsAboutOneself.ShouldBeTrue();
        round.AddRater(outside, Person(1), TestRound.Start).Refusal!.Field.ShouldBe("Outside");
        round.AskFromOutside([outside], Person(1), TestRound.Start).IsOk.ShouldBeFalse();
        round
            .AddRater(TestRound.Member(Person(12)), Person(1), TestRound.Start)
            .IsOk.ShouldBeTrue();
        Open("team", TestRound.Member(Person(10)), outside).Value.IsAboutOneself.ShouldBeFalse();
    }

    [Theory]
    [InlineData(SeatKind.Leader, RaterGroup.Leader)]
    [InlineData(SeatKind.Administrator, RaterGroup.Leader)]
    [InlineData(SeatKind.Coach, RaterGroup.Coach)]
    [InlineData(SeatKind.Representative, RaterGroup.Teacher)]
    public void A_seat_tells_the_group(SeatKind seat, RaterGroup group) =>
        RaterGroups.Of(seat).ShouldBe(group);

    private static Result<int> Ask(TestRound test, RaterGroup group, params Guid[] people) =>
        test.Round.AskFromOutside(
            people.Select(p => new Asked(p, Perspective.Outside, group)),
            test.Leader,
            test.Tick()
        );

    private static Result<Round> Open(string audience, params Asked[] asked)
    {
        var school = TestRound.NewSchool();
        var file = Instruments.RatingScale();
        file["audience"] = audience;
        var version = InstrumentVersion
            .Add(
                school.DistrictId,
                Instruments.Read(file),
                InstrumentOrigin.BuiltIn,
                [],
                TestRound.Start
            )
            .Value.Version;
        return Round.Open(
            school,
            1,
            "Spring",
            version,
            TestRound.FirstDay,
            TestRound.LastDay,
            asked,
            Person(1),
            TestRound.FirstDay,
            TestRound.Start
        );
    }

    private static Guid Person(int n) => new(n, 0, 0, new byte[8]);
}
