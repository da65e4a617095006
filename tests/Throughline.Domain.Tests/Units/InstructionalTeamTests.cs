using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Units;
using static Throughline.Domain.Tests.Units.Places;

namespace Throughline.Domain.Tests.Units;

public class InstructionalTeamTests
{
    [Fact]
    public void A_team_has_a_name_and_a_kind()
    {
        InstructionalTeam
            .New(School, InstructionalTeamKind.GradeLevel, "  ", Now)
            .Refusal!.Field.ShouldBe("Name");
        InstructionalTeam
            .New(School, (InstructionalTeamKind)42, "Grade 4", Now)
            .Refusal!.Field.ShouldBe("Kind");
    }

    [Fact]
    public void A_team_that_was_dissolved_does_not_change_any_more()
    {
        var team = Team();
        team.Dissolve(Now);

        team.Change(InstructionalTeamKind.Subject, "Science").IsOk.ShouldBeFalse();

        team.Name.ShouldBe("Grade 4");
    }

    [Fact]
    public void Dissolving_twice_keeps_the_first_time()
    {
        var team = Team();
        team.Dissolve(Now);
        team.Dissolve(Now.AddDays(1));

        team.DissolvedAt.ShouldBe(Now);
    }

    [Fact]
    public void Setting_the_members_makes_exactly_these_people_members_and_keeps_who_stays()
    {
        var people = Enumerable.Range(0, 8).Select(SomeId).ToArray();
        var choice = Gen.Elements(people).ListOf().ToArbitrary();

        Prop.ForAll(
                choice,
                choice,
                (first, second) =>
                {
                    var team = Team();
                    team.SetMembers(first);
                    var before = team.Members.ToDictionary(m => m.PersonId);
                    team.SetMembers(second);

                    return team.Members.Select(m => m.PersonId)
                            .Order()
                            .SequenceEqual(second.Distinct().Order())
                        && team.Members.All(m =>
                            !before.TryGetValue(m.PersonId, out var kept) || kept == m
                        );
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Removing_a_person_leaves_the_others()
    {
        var team = Team();
        var (ana, bo) = (SomeId(1), SomeId(2));
        team.SetMembers([ana, bo]);

        team.Remove(ana);

        team.Members.Select(m => m.PersonId).ShouldBe([bo]);
    }

    [Fact]
    public void A_team_belongs_to_a_unit()
    {
        var team = Team();
        team.Id.ShouldNotBe(Guid.Empty);
        (team.DistrictId, team.UnitId).ShouldBe((District.Id, School.Id));
    }

    [Theory]
    [InlineData(InstructionalTeamKind.Subject, "", "Enter the team's name.")]
    [InlineData((InstructionalTeamKind)42, "Science", "Choose what kind of team it is.")]
    public void A_refused_change_says_what_is_missing_and_keeps_the_team_as_it_was(
        InstructionalTeamKind kind,
        string name,
        string message
    )
    {
        var team = Team();

        team.Change(kind, name).Refusal!.Message.ShouldBe(message);

        (team.Kind, team.Name).ShouldBe((InstructionalTeamKind.GradeLevel, "Grade 4"));
    }

    [Fact]
    public void A_teams_name_has_at_most_80_characters()
    {
        var team = Team();
        team.Change(team.Kind, new('x', 80)).IsOk.ShouldBeTrue();
        team.Change(team.Kind, new('x', 81)).Refusal!.Field.ShouldBe("Name");
    }

    [Fact]
    public void Why_a_dissolved_team_does_not_change_names_it_and_says_what_to_do()
    {
        var team = Team();
        team.Dissolve(Now);

        team.Change(InstructionalTeamKind.Subject, "Science")
            .Refusal!.Message.ShouldBe("Grade 4 was dissolved. Make a new team instead.");
    }

    private static InstructionalTeam Team() =>
        InstructionalTeam.New(School, InstructionalTeamKind.GradeLevel, "Grade 4", Now).Value;
}
