using System.Text;
using Throughline.Domain.Units;
using Throughline.Domain.Units.Roster;
using static Throughline.Data.Tests.Roster.RosterZipBuilder;

namespace Throughline.Data.Tests.Roster;

/// <summary>What real files do that the standard does not foresee, and that is put up with.</summary>
public class TolerantRosterTests
{
    private static readonly string[] Everyone = ["a1", "t1", "t2"];

    private static void ShouldReadAsUsual(RosterZipBuilder zip)
    {
        var read = zip.Read().Accepted();
        read.Schools.Rows.Select(s => s.SourcedId).ShouldBe(["s1", "s2"]);
        read.Staff.Rows.Select(s => s.SourcedId).ShouldBe(Everyone);
        read.SchoolYears.Rows.Count.ShouldBe(1);
        read.Staff.Rows[1].Loads.Count.ShouldBe(1);
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over() =>
        ShouldReadAsUsual(Valid().Each((n, c) => (n, [0xEF, 0xBB, 0xBF, .. c])));

    [Fact]
    public void Windows_line_ends_are_read() =>
        ShouldReadAsUsual(
            Valid()
                .Each(
                    (n, c) =>
                        (
                            n,
                            Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(c).Replace("\n", "\r\n"))
                        )
                )
        );

    [Fact]
    public void File_names_may_be_in_any_case_and_in_a_folder() =>
        ShouldReadAsUsual(Valid().Each((n, c) => ("Export/" + n.ToUpperInvariant(), c)));

    [Fact]
    public void Headers_and_words_may_be_in_any_case() =>
        ShouldReadAsUsual(
            Valid()
                .Replace("users.csv", ",teacher,", ",Teacher,")
                .Replace("users.csv", ",true,", ",TRUE,")
                .Replace("users.csv", "givenName", "GivenName")
                .Replace("orgs.csv", ",school,", ",SCHOOL,")
                .Replace("academicSessions.csv", "schoolYear,2026", "SchoolYear,2026")
                .Replace("enrollments.csv", ",teacher,", ",TEACHER,")
                .Replace("manifest.csv", "users,bulk", "users,Bulk")
        );

    [Fact]
    public void Columns_may_come_in_another_order() =>
        ShouldReadAsUsual(
            Valid()
                .File(
                    "orgs.csv",
                    "type,parentSourcedId,name,sourcedId",
                    "school,d,Lake School,s1",
                    "district,,Solar District,d",
                    "school,d,Hill School,s2"
                )
        );

    [Fact]
    public void Columns_of_the_vendor_are_ignored_and_unknown_ones_warned_about()
    {
        var zip = Valid()
            .File(
                "orgs.csv",
                OrgHeader + ",metadata.phone,ext_x,Colour",
                "d,,,Solar District,district,,,1,2,red",
                "s1,,,Lake School,school,,d,1,2,red",
                "s2,,,Hill School,school,,d,1,2,red"
            );
        ShouldReadAsUsual(zip);
        zip.Read().Warnings.ShouldHaveSingleItem().Message.ShouldContain("Colour");
    }

    [Fact]
    public void A_misspelt_column_that_can_be_done_without_is_named_with_what_may_be_meant()
    {
        var zip = Valid().Replace("orgs.csv", "parentSourcedId", "parentSourceId");
        ShouldReadAsUsual(zip);
        zip.Read().Warnings.ShouldContain(w => w.Message.Contains("“parentSourcedId” is meant"));
    }

    [Fact]
    public void A_header_repeated_among_the_rows_is_passed_over()
    {
        var zip = Valid()
            .Replace(
                "manifest.csv",
                "propertyName,value\n",
                "propertyName,value\npropertyName,value\n"
            )
            .Replace("users.csv", "t2,,,", UserHeader11 + "\nt2,,,");
        ShouldReadAsUsual(zip);
        zip.Read().Warnings.ShouldContain(w => w.File == "users.csv" && w.Line == 3);
    }

    [Fact]
    public void Blank_lines_and_left_over_commas_are_passed_over() =>
        ShouldReadAsUsual(
            Valid()
                .Replace(
                    "orgs.csv",
                    "s2,,,Hill School,school,,d",
                    "\n\ns2,,,Hill School,school,,d,,,\n"
                )
        );

    [Fact]
    public void A_line_break_in_a_field_becomes_a_blank()
    {
        var read = Valid().Replace("orgs.csv", "Lake School", "\"Lake\r\nSchool\"").Read();
        read.Accepted().Schools.Rows[0].Name.ShouldBe("Lake School");
    }

    [Fact]
    public void Lines_are_counted_through_fields_with_line_breaks()
    {
        var reading = Valid()
            .Replace("orgs.csv", "Lake School", "\"Lake\n\nSchool\"")
            .Replace("orgs.csv", "s2,,,Hill School,school", "s2,,,Hill School,campus")
            .Read();

        reading.OnlyError().Line.ShouldBe(6);
    }

    [Fact]
    public void Without_a_manifest_files_are_read_as_complete_with_a_warning()
    {
        var zip = Valid().Without("manifest.csv");
        ShouldReadAsUsual(zip);
        zip.Read().Warnings.ShouldHaveSingleItem().File.ShouldBe("manifest.csv");
        Valid12().Without("manifest.csv").Read().Accepted().Staff.Rows.Count.ShouldBe(1);
    }

    [Fact]
    public void Files_with_a_header_and_no_rows_hold_nobody()
    {
        var read = Valid()
            .File("users.csv", UserHeader11)
            .File("enrollments.csv", EnrollmentHeader)
            .Read();

        read.Accepted()
            .Staff.ShouldSatisfyAllConditions(
                s => s.Mode.ShouldBe(RosterMode.Bulk),
                s => s.Rows.ShouldBeEmpty()
            );
    }

    [Fact]
    public void The_older_name_of_the_terms_column_is_known()
    {
        var reading = Valid().Replace("classes.csv", "termSourcedIds", "termSourcedId").Read();
        reading.Accepted();
        reading.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Timestamps_are_read_as_days()
    {
        var read = Valid()
            .Replace(
                "academicSessions.csv",
                "2026-08-16,2027-06-30",
                "2026-08-16T00:00:00.000Z,2027-06-30"
            )
            .Read();
        read.Accepted().SchoolYears.Rows[0].FirstDay.ShouldBe(new(2026, 8, 16));
    }

    [Fact]
    public void Someone_whose_role_is_not_known_is_left_out_with_a_warning()
    {
        var reading = Valid()
            .Rows("users.csv", "u1,,,true,s1,lunch monitor,,,Nobody,Inparticular,,,,,,,,")
            .Read();

        reading.Accepted().Staff.Rows.Select(s => s.SourcedId).ShouldBe(Everyone);
        reading.LeftOut.ShouldContain(new RosterLeftOut("people without a known role", 1));
        reading.Warnings.ShouldContain(w => w.Message.Contains("lunch monitor") && w.Line == 7);
        reading.AllText().ShouldNotContain("Nobody");
    }

    [Fact]
    public void A_known_person_whose_role_is_not_known_keeps_their_roles()
    {
        var read = Valid()
            .Replace("users.csv", "s1,teacher", "s1,lunch monitor")
            .Read(RosterReads.WithTeacher)
            .Accepted();

        read.Staff.Rows.Single(s => s.SourcedId == "t1").RolesComplete.ShouldBeFalse();
    }

    [Fact]
    public void The_same_row_twice_is_taken_once()
    {
        var reading = Valid().Rows("users.csv", Teacher("t1", "Ann", "Lee", "s1")).Read();
        reading.Accepted().Staff.Rows.Count.ShouldBe(3);
        reading.Warnings.ShouldHaveSingleItem().Line.ShouldBe(7);
    }

    [Theory]
    [InlineData("k2,,,true,s1,student,Bob")]
    [InlineData("k2,,,true,s1,student,,,\"Bo\"b,Secret,,,,,,,,")]
    [InlineData("k2,,,true,s1,Bob,Secret,Bo,student,,,,,,,,,,,,,,,,x")]
    [InlineData(",not a status,31/12/2020,perhaps,nowhere,student,,,,,,,no mail,,,,,")]
    public void A_faulty_row_of_a_student_is_counted_and_blocks_nothing(string row)
    {
        var zip = Valid().Rows("users.csv", row);
        ShouldReadAsUsual(zip);
        zip.Read().LeftOut.ShouldContain(new RosterLeftOut("students", 2));
    }

    [Fact]
    public void A_student_in_another_encoding_blocks_nothing() =>
        ShouldReadAsUsual(
            Valid()
                .Bytes(
                    "users.csv",
                    [
                        .. Valid().Content("users.csv"),
                        .. Encoding.Latin1.GetBytes("k2,,,true,s1,student,,,José,Peña,,,,,,,,\n"),
                    ]
                )
        );

    [Fact]
    public void Faults_in_classes_and_enrollments_only_cost_what_people_teach()
    {
        var reading = Valid()
            .Rows("classes.csv", "c2,broken")
            .Rows("enrollments.csv", "e3,,,nowhere,s1,t2,teacher,,,", "e4")
            .Read();

        reading.Accepted().Staff.Rows[1].Loads.Count.ShouldBe(1);
        reading.Warnings.ShouldContain(w => w.File == "enrollments.csv" && w.Line == 4);
    }

    [Fact]
    public void Classes_without_the_needed_columns_leave_what_people_teach_as_it_is()
    {
        var reading = Valid().File("enrollments.csv", "a,b,c", "1,2,3").Read();
        reading.Accepted().Loads.ShouldBe(RosterMode.Absent);
        reading.Warnings.ShouldContain(w => w.File == "enrollments.csv");
    }

    [Fact]
    public void Files_of_other_services_and_of_a_spreadsheet_program_are_passed_over() =>
        ShouldReadAsUsual(
            Valid()
                .File("__MACOSX/._users.csv", "x")
                .File("results.csv", "x")
                .File("notes.txt", "x")
        );

    [Fact]
    public void Nobody_teaches_at_a_district()
    {
        var read = Valid().Rows("users.csv", Teacher("t9", "Dee", "Park", "d")).Read().Accepted();
        read.Staff.Rows[^1].Roles.ShouldBe([new(null, Role.Staff)]);
    }
}
