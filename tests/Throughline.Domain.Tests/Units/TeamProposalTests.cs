using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Units;
using static Throughline.Domain.Tests.Units.Places;

namespace Throughline.Domain.Tests.Units;

public class TeamProposalTests
{
    private static readonly Guid[] People = [.. Enumerable.Range(0, 12).Select(SomeId)];

    private static readonly string[] GradeCodes = ["PK", "KG", "01", "02", "04", "X9"];

    private static readonly string[] SubjectNames = ["Mathematics", "Science", "Grade 4"];

    [Fact]
    public void Teachers_of_a_grade_are_proposed_as_its_team_the_youngest_grade_first()
    {
        var proposals = Propose([], Teach(0, "04"), Teach(1, "04"), Teach(2, "KG"), Teach(3, "KG"));

        proposals.Select(p => p.Name).ShouldBe(["Kindergarten", "Grade 4"]);
        proposals[1].Members.ShouldBe([People[0], People[1]], ignoreOrder: true);
        proposals[1].Kind.ShouldBe(InstructionalTeamKind.GradeLevel);
    }

    [Fact]
    public void One_teacher_alone_makes_no_team() => Propose([], Teach(0, "04")).ShouldBeEmpty();

    [Fact]
    public void Who_teaches_more_than_three_grades_belongs_to_none_of_them()
    {
        var music = Teach(2, "01", "02", "03", "04");

        Propose([], Teach(0, "04"), Teach(1, "04"), music)
            .Single()
            .Members.ShouldNotContain(People[2]);
    }

    [Fact]
    public void A_team_that_exists_is_not_proposed_whatever_the_case_of_its_name() =>
        Propose(["GRADE 4"], Teach(0, "04"), Teach(1, "04")).ShouldBeEmpty();

    [Theory]
    [InlineData(6, 6, true)]
    [InlineData(7, 12, false)]
    [InlineData(7, 14, true)]
    public void A_subject_that_most_of_a_larger_staff_teaches_is_no_team_of_its_own(
        int teachIt,
        int teach,
        bool proposed
    )
    {
        Teaching[] staff =
        [
            .. Enumerable
                .Range(0, teach)
                .Select(i => new Teaching(SomeId(i), [], i < teachIt ? ["Mathematics"] : [])),
        ];

        Propose([], staff).Any(p => p.Name == "Mathematics").ShouldBe(proposed);
    }

    [Fact]
    public void Teams_of_grades_run_from_the_youngest() =>
        new[] { "Grade 10", "Science", "grade 2", "Kindergarten", "Pre-K", "Grade 1 and 2" }
            .OrderBy(Grades.OrderOfName)
            .ShouldBe(["Pre-K", "Kindergarten", "Grade 1 and 2", "grade 2", "Grade 10", "Science"]);

    [Fact]
    public void The_order_of_people_does_not_matter_and_every_member_teaches_it()
    {
        var teaching = (
            from grades in Gen.SubListOf(GradeCodes)
            from subjects in Gen.SubListOf(SubjectNames)
            select (grades, subjects)
        )
            .ListOf()
            .Select(all =>
                all.Take(People.Length)
                    .Select((t, i) => new Teaching(People[i], [.. t.grades], [.. t.subjects]))
                    .ToArray()
            )
            .ToArbitrary();

        Prop.ForAll(
                teaching,
                people =>
                {
                    var proposals = TeamProposal.From(people, ["Science"]);
                    var backwards = TeamProposal.From([.. people.Reverse()], ["Science"]);
                    return proposals.Select(Show).SequenceEqual(backwards.Select(Show))
                        && proposals.Select(p => p.Name).Distinct().Count() == proposals.Count
                        && proposals.All(p =>
                            p.Name != "Science"
                            && p.Members.Count >= 2
                            && p.Members.All(id => Teaches(people.Single(t => t.PersonId == id), p))
                        );
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("04", "Grade 4")]
    [InlineData("12", "Grade 12")]
    [InlineData("KG", "Kindergarten")]
    [InlineData("PK", "Pre-K")]
    [InlineData("Other", "Other")]
    public void Grades_are_named_as_people_say_them(string code, string name) =>
        Grades.NameOf(code).ShouldBe(name);

    [Fact]
    public void Who_teaches_three_grades_belongs_to_each_of_them() =>
        Propose([], Teach(0, "01", "02", "03"), Teach(1, "01", "02", "03"))
            .Select(p => p.Name)
            .ShouldBe(["Grade 1", "Grade 2", "Grade 3"]);

    [Fact]
    public void Subjects_come_after_the_grades_by_name_and_each_proposal_has_a_key_of_its_own()
    {
        string[] taught = ["Science", "Art"];
        var proposals = Propose(
            [],
            new Teaching(People[1], ["04"], taught),
            new Teaching(People[0], ["04"], taught)
        );

        proposals.Select(p => p.Key).ShouldBe(["1:04", "2:Art", "2:Science"]);
        proposals.ShouldAllBe(p => p.Members.SequenceEqual(new[] { People[0], People[1] }));
    }

    [Fact]
    public void Codes_no_standard_knows_are_ordered_by_name_and_two_codes_of_a_grade_make_one_team()
    {
        Propose([], Teach(0, "X2", "X1"), Teach(1, "X2", "X1"))
            .Select(p => p.Code)
            .ShouldBe(["X1", "X2"]);
        Propose([], Teach(0, "KG", "K"), Teach(1, "KG", "K"))
            .ShouldHaveSingleItem()
            .Code.ShouldBe("K");
    }

    // A team's name has at most 80 characters; the proposal has to be one that can be made.
    [Theory]
    [InlineData(81, "")]
    // Were the blank kept, the team made of it would have another name, and be proposed again.
    [InlineData(78, " and more")]
    public void A_team_of_a_long_subject_has_a_name_that_fits(int letters, string more)
    {
        var subject = new string('x', letters) + more;
        var proposal = Propose(
                [],
                new Teaching(People[0], [], [subject]),
                new Teaching(People[1], [], [subject])
            )
            .ShouldHaveSingleItem();

        proposal.Code.ShouldBe(subject);
        proposal.Name.ShouldBe(new string('x', Math.Min(letters, 79)) + "…");
        var team = InstructionalTeam.New(School, proposal.Kind, proposal.Name, Now).Value;
        team.Name.ShouldBe(proposal.Name);
    }

    private static IReadOnlyList<TeamProposal> Propose(string[] open, params Teaching[] teaching) =>
        TeamProposal.From(teaching, open);

    private static Teaching Teach(int person, params string[] grades) =>
        new(People[person], grades, []);

    private static bool Teaches(Teaching teaching, TeamProposal proposal) =>
        (
            proposal.Kind == InstructionalTeamKind.GradeLevel ? teaching.Grades : teaching.Subjects
        ).Contains(proposal.Code);

    private static string Show(TeamProposal p) => $"{p.Key} {p.Name} {string.Join(',', p.Members)}";
}
