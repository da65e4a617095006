using System.Text;
using Throughline.Domain.Units;
using Throughline.Domain.Units.Roster;
using static Throughline.Data.Tests.Roster.RosterZipBuilder;

namespace Throughline.Data.Tests.Roster;

public class OneRosterTests
{
    [Fact]
    public void Schools_school_years_and_staff_come_out_of_a_version_1_1_file()
    {
        var read = Valid().Read().Accepted();

        read.DistrictSourcedId.ShouldBe("d");
        read.Schools.Rows.ShouldBe([new("s1", "Lake School"), new("s2", "Hill School")]);
        read.SchoolYears.Rows.ShouldHaveSingleItem()
            .ShouldBe(new("y1", "2026-2027", new(2026, 8, 16), new(2027, 6, 30)));
        read.Staff.Rows.Select(s => s.SourcedId).ShouldBe(["a1", "t1", "t2"]);
        read.Staff.Rows[1].Name.ShouldBe(new("Ann", "Lee", "ann@solar.example"));
        read.Staff.Rows[1].Roles.ShouldBe([new("s1", Role.Teacher)]);
    }

    [Fact]
    public void An_administrator_works_at_the_school_and_is_proposed_to_administer_it()
    {
        var read = Valid().Read().Accepted();

        read.Staff.Rows[0].Roles.ShouldBe([new("s1", Role.Administrator), new("s1", Role.Staff)]);
    }

    [Fact]
    public void Grades_and_subjects_of_a_teacher_come_from_the_classes()
    {
        var load = Valid().Read().Accepted().Staff.Rows[1].Loads.ShouldHaveSingleItem();

        load.School.ShouldBe("s1");
        load.Grades.ShouldBe(["04", "05"]);
        load.Subjects.ShouldBe(["Mathematics", "Science"]);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("1.2")]
    public void Nothing_about_students_parents_or_passwords_comes_out(string version)
    {
        var reading = (version == "1.1" ? Valid() : Valid12()).Read();

        var text = reading.AllText();
        text.ShouldContain("Ann");
        foreach (var secret in new[] { "Secret", "Hidden", "kid", "pass1word", "k1", "p1\"" })
        {
            text.ShouldNotContain(secret);
        }

        reading.LeftOut.ShouldContain(new RosterLeftOut("students", 1));
    }

    [Fact]
    public void Staff_of_a_version_1_2_file_have_their_roles_and_preferred_names()
    {
        var read = Valid12().Read().Accepted();

        var person = read.Staff.Rows.ShouldHaveSingleItem();
        person.Name.ShouldBe(new("Annie", "Lee", "ann@solar.example"));
        person.Roles.ShouldBe([new("s1", Role.Teacher)]);
        person.RolesComplete.ShouldBeTrue();
    }

    [Fact]
    public void A_teacher_who_is_also_a_parent_is_staff_and_nothing_else()
    {
        var read = Valid12().Rows("roles.csv", "r3,,,t1,secondary,parent,,,s1,").Read();

        read.Accepted().Staff.Rows[0].Roles.ShouldBe([new("s1", Role.Teacher)]);
        read.LeftOut.ShouldBe([new("students", 1)]);
    }

    [Fact]
    public void A_role_that_ended_does_not_count()
    {
        var read = Valid12()
            .Rows("roles.csv", "r3,,,t1,secondary,principal,2020-08-01,2021-06-30,s1,")
            .Read();

        read.Accepted().Staff.Rows[0].Roles.ShouldBe([new("s1", Role.Teacher)]);
    }

    [Fact]
    public void A_delta_file_names_who_is_added_and_who_goes()
    {
        var read = Valid12("delta")
            .File("users.csv", UserHeader12, "t1,tobedeleted,2026-09-01,,,,,,,,,,,,,,,,,,,")
            .File("roles.csv", RoleHeader)
            .Read(RosterReads.WithTeacher)
            .Accepted();

        read.Staff.Mode.ShouldBe(RosterMode.Delta);
        read.Staff.Rows.ShouldBeEmpty();
        read.Staff.Deleted.ShouldBe(["t1"]);
    }

    [Fact]
    public void A_delta_row_of_a_known_person_without_roles_says_nothing_about_their_roles()
    {
        var read = Valid12("delta").File("roles.csv", RoleHeader).Read(RosterReads.WithTeacher);

        var person = read.Accepted().Staff.Rows.ShouldHaveSingleItem();
        person.SourcedId.ShouldBe("t1");
        person.RolesComplete.ShouldBeFalse();
        person.Roles.ShouldBeEmpty();
    }

    [Fact]
    public void A_delta_of_roles_alone_reaches_a_known_person()
    {
        var read = Valid12("delta")
            .Without("users.csv")
            .Replace("manifest.csv", "file.users,delta", "file.users,delta")
            .File("users.csv", UserHeader12)
            .File(
                "roles.csv",
                RoleHeader,
                "r1,tobedeleted,2026-09-01,t1,primary,teacher,,,s1,",
                "r9,active,2026-09-01,t1,primary,counselor,,,s1,"
            )
            .Read(RosterReads.WithTeacher)
            .Accepted();

        var person = read.Staff.Rows.ShouldHaveSingleItem();
        person.Name.ShouldBeNull();
        person.Roles.ShouldBe([new("s1", Role.Staff)]);
        person.EndedRoles.ShouldBe([new("s1", Role.Teacher)]);
    }

    [Fact]
    public void Two_files_of_one_zip_may_have_different_modes()
    {
        var read = Valid()
            .Replace("manifest.csv", "file.users,bulk", "file.users,delta")
            .File(
                "users.csv",
                UserHeader11,
                "t9,active,2026-09-01,true,s2,teacher,,,Dee,Park,,,,,,,,"
            )
            .Read()
            .Accepted();

        read.Schools.Mode.ShouldBe(RosterMode.Bulk);
        read.Staff.Mode.ShouldBe(RosterMode.Delta);
        read.Staff.Rows.ShouldHaveSingleItem().Name.ShouldBe(new("Dee", "Park", null));
    }

    [Fact]
    public void Someone_of_a_department_is_put_at_the_school_it_lies_in()
    {
        var reading = Valid()
            .Rows("orgs.csv", "dep,,,History,department,,s2")
            .Rows("users.csv", Teacher("t9", "Dee", "Park", "dep"))
            .Read();

        reading.Accepted().Staff.Rows[^1].Roles.ShouldBe([new("s2", Role.Teacher)]);
        reading.Warnings.ShouldContain(w => w.File == "users.csv" && w.Line == 7);
    }

    [Fact]
    public void Someone_of_a_department_with_an_unknown_parent_is_staff_of_the_district()
    {
        var reading = Valid()
            .Rows("orgs.csv", "dep,,,History,department,,elsewhere")
            .Rows("users.csv", Teacher("t9", "Dee", "Park", "dep"))
            .Read();

        reading.Accepted().Staff.Rows[^1].Roles.ShouldBe([new(null, Role.Staff)]);
        reading.Warnings.ShouldContain(w => w.File == "orgs.csv");
    }

    [Fact]
    public void Organisations_that_are_each_others_parent_end_at_the_district()
    {
        var reading = Valid()
            .Rows("orgs.csv", "x1,,,X,department,,x2", "x2,,,Y,department,,x1")
            .Rows("users.csv", Teacher("t9", "Dee", "Park", "x1"))
            .Read();

        reading.Accepted().Staff.Rows[^1].Roles.ShouldBe([new(null, Role.Staff)]);
    }

    [Fact]
    public void Rows_of_a_bulk_file_marked_as_deleted_are_as_good_as_absent()
    {
        var reading = Valid()
            .Replace("users.csv", "t2,,,", "t2,tobedeleted,2026-01-01,")
            .Replace("orgs.csv", "s2,,,", "s2,inactive,2026-01-01,")
            .Read();

        var read = reading.Accepted();
        read.Staff.Rows.Select(s => s.SourcedId).ShouldBe(["a1", "t1"]);
        read.Schools.Rows.Select(s => s.SourcedId).ShouldBe(["s1"]);
        reading.Warnings.ShouldContain(w => w.Message.Contains("tobedeleted"));
    }

    [Fact]
    public void Someone_who_is_not_enabled_is_as_good_as_absent()
    {
        var reading = Valid().Replace("users.csv", "t2,,,true", "t2,,,FALSE").Read();

        reading.Accepted().Staff.Rows.Select(s => s.SourcedId).ShouldBe(["a1", "t1"]);
        reading.Warnings.ShouldContain(w => w.Message.Contains("enabledUser"));
    }

    [Fact]
    public void Filled_status_in_a_bulk_file_is_warned_about_once()
    {
        var reading = Valid()
            .Replace("users.csv", "t1,,,", "t1,active,2026-01-01,")
            .Replace("users.csv", "t2,,,", "t2,active,2026-01-01,")
            .Read();

        reading.Accepted();
        var warning = reading.Warnings.ShouldHaveSingleItem();
        (warning.File, warning.Line).ShouldBe(("users.csv", 2));
        warning.Message.ShouldContain("2 rows");
    }

    [Fact]
    public void The_order_of_rows_does_not_matter()
    {
        static string Shuffled(int turn) =>
            System.Text.Json.JsonSerializer.Serialize(
                Valid()
                    .Each(
                        (name, content) =>
                        {
                            var lines = Encoding.UTF8.GetString(content).TrimEnd().Split('\n');
                            var rows = lines[1..].ToList();
                            for (var i = 0; i < turn && rows.Count > 0; i++)
                            {
                                rows.Add(rows[0]);
                                rows.RemoveAt(0);
                            }

                            return (
                                name,
                                Encoding.UTF8.GetBytes(string.Join('\n', [lines[0], .. rows]))
                            );
                        }
                    )
                    .Read()
                    .Accepted()
            );

        Shuffled(1).ShouldBe(Shuffled(0));
        Shuffled(3).ShouldBe(Shuffled(0));
    }
}
