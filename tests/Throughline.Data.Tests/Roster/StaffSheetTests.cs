using System.Text;
using Throughline.Data.Roster;
using Throughline.Domain.Units;
using Throughline.Domain.Units.Roster;

namespace Throughline.Data.Tests.Roster;

public class StaffSheetTests
{
    private const string Header = "Given name,Family name,E-mail,School,Role,Grades,Subjects,Id";

    private static RosterReading Read(string text, RosterState? existing = null) =>
        RosterReads.Read(Encoding.UTF8.GetBytes(text), existing, name: "staff.csv");

    [Fact]
    public void The_template_can_be_read()
    {
        var read = Read(RosterFile.SheetTemplate, RosterReads.WithTeacher).Accepted();

        var person = read.Staff.Rows.ShouldHaveSingleItem();
        person.SourcedId.ShouldBe("sheet:ann.example@school.example");
        person.Loads.ShouldHaveSingleItem().Grades.ShouldBe(["03", "04"]);
        read.Schools.Rows.ShouldHaveSingleItem().Name.ShouldBe("Lincoln Elementary");
    }

    [Fact]
    public void Other_words_for_the_columns_are_known()
    {
        var read = Read(
                "FIRST_NAME,Last name,Email,School,Role\nAnn,Lee,Ann@Solar.example,lake school,Teacher\n",
                RosterReads.WithTeacher
            )
            .Accepted();

        read.Staff.Rows.ShouldHaveSingleItem().Roles.ShouldBe([new("s1", Role.Teacher)]);
        read.Schools.Mode.ShouldBe(RosterMode.Absent);
    }

    [Fact]
    public void A_person_with_two_rows_has_two_roles()
    {
        var read = Read(
                $"{Header}\nAnn,Lee,ann@x.org,Lake School,teacher,04,Art,\nAnn,Lee,ann@x.org,,coach,,,\n",
                RosterReads.WithTeacher
            )
            .Accepted();

        read.Staff.Rows.ShouldHaveSingleItem()
            .Roles.ShouldBe([
                new(null, Role.Coach),
                new(null, Role.Staff),
                new("s1", Role.Teacher),
            ]);
    }

    [Fact]
    public void A_sheet_never_takes_anybody_away()
    {
        var read = Read(
                $"{Header}\nDee,Park,dee@x.org,Lake School,teacher,,,\n",
                RosterReads.WithTeacher
            )
            .Accepted();

        var changes = RosterComparison.Compare(read, RosterReads.WithTeacher);
        changes.Staff.ShouldHaveSingleItem().Action.ShouldBe(RosterAction.Add);
    }

    [Fact]
    public void A_school_that_is_not_known_is_added_with_a_warning()
    {
        var reading = Read(
            $"{Header}\nAnn,Lee,ann@x.org,Lakeside,teacher,,,\n",
            RosterReads.WithTeacher
        );

        reading.Accepted().Schools.Rows.ShouldHaveSingleItem().Name.ShouldBe("Lakeside");
        reading.Warnings.ShouldHaveSingleItem().Message.ShouldContain("Lakeside");
    }

    [Theory]
    [InlineData(",Lee,ann@x.org,Lake School,teacher,,,", "given name")]
    [InlineData("Ann,Lee,ann at x,Lake School,teacher,,,", "e-mail")]
    [InlineData("Ann,Lee,,Lake School,teacher,,,", "e-mail")]
    [InlineData("Ann,Lee,ann@x.org,Lake School,boss,,,", "role")]
    public void A_faulty_row_is_refused_with_its_place(string row, string column)
    {
        var error = Read($"{Header}\n{row}\n", RosterReads.WithTeacher).OnlyError();
        (error.File, error.Line, error.Column).ShouldBe(("staff.csv", 2, column));
    }

    [Fact]
    public void Two_names_for_one_address_are_refused() =>
        Read($"{Header}\nAnn,Lee,a@x.org,,staff,,,\nBob,Moss,a@x.org,,staff,,,\n")
            .OnlyError()
            .Line.ShouldBe(3);

    [Fact]
    public void Students_in_a_sheet_are_left_out()
    {
        var reading = Read($"{Header}\nKid,Secret,,Lake School,Student,,,\n");
        reading.Accepted().Staff.Rows.ShouldBeEmpty();
        reading.LeftOut.ShouldBe([new("students", 1)]);
        reading.AllText().ShouldNotContain("Secret");
    }
}
