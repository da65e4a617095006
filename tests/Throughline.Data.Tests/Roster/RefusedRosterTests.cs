using System.Text;
using Throughline.Data.Roster;
using static Throughline.Data.Tests.Roster.RosterZipBuilder;

namespace Throughline.Data.Tests.Roster;

/// <summary>What stops an import, and how the message names the place.</summary>
public class RefusedRosterTests
{
    [Fact]
    public void A_required_column_that_is_misspelt_is_named()
    {
        var error = Valid().Replace("users.csv", "givenName", "givenNmae").Read().OnlyError();
        error.ShouldBe(
            new RosterError(
                "users.csv",
                1,
                "givenName",
                "givenNmae",
                "A column of this name. Correct the spelling in the header."
            )
        );
    }

    [Fact]
    public void A_file_without_a_header_is_refused_without_repeating_what_it_says()
    {
        var reading = Valid()
            .File("users.csv", "k1,,,true,s1,student,,,Secretchild,Hidden,,,,,,,,")
            .Read();
        reading.OnlyError().Line.ShouldBe(1);
        reading.AllText().ShouldNotContain("Secretchild");
    }

    [Theory]
    [InlineData("16/08/2026")]
    [InlineData("8/16/2026")]
    [InlineData("2026-13-01")]
    [InlineData("20260816")]
    public void A_date_in_another_order_is_refused(string date)
    {
        var error = Valid()
            .Replace("academicSessions.csv", "schoolYear,2026-08-16", $"schoolYear,{date}")
            .Read()
            .OnlyError();
        (error.File, error.Line, error.Column, error.Value).ShouldBe(
            ("academicSessions.csv", 2, "startDate", date)
        );
        error.Expected.ShouldContain("yyyy-mm-dd");
    }

    [Theory]
    [InlineData("2027-06-30,,2027", "2026-08-01,,2027")]
    [InlineData("2027-06-30,,2027", "2029-08-01,,2027")]
    public void A_school_year_that_cannot_be_is_refused(string old, string @new) =>
        Valid()
            .Replace("academicSessions.csv", old, @new)
            .Read()
            .OnlyError()
            .Column.ShouldBe("endDate");

    [Theory]
    [InlineData("t1,,,true,s1", "t1,,,true,s9", "orgSourcedIds", "s9")]
    [InlineData("t1,,,true,s1", "t1,,,true,", "orgSourcedIds", null)]
    [InlineData("t1,,,true,s1", "t1,,,perhaps,s1", "enabledUser", "perhaps")]
    [InlineData("t1,,,true", "t1,on,,true", "status", "on")]
    [InlineData("Ann,Lee", ",Lee", "givenName", null)]
    [InlineData("ann@solar.example", "ann at solar", "email", "ann at solar")]
    [InlineData("t1,,,true", ",,,true", "sourcedId", null)]
    public void A_faulty_row_of_a_teacher_is_refused(
        string old,
        string @new,
        string column,
        string? value
    )
    {
        var error = Valid().Replace("users.csv", old, @new).Read().OnlyError();
        (error.File, error.Line, error.Column, error.Value).ShouldBe(
            ("users.csv", 2, column, value)
        );
    }

    [Theory]
    [InlineData("t9,,,true,s1,teacher,Dee")]
    [InlineData("t9,,,true,s1,teacher,,,\"De\"e,Park,,,,,,,,")]
    [InlineData("t9,,,true,s1,extra,teacher,,,Dee,Park,,,,,,,,x")]
    public void A_row_of_a_teacher_that_does_not_fit_the_header_is_refused(string row)
    {
        var error = Valid().Rows("users.csv", row).Read().OnlyError();
        (error.File, error.Line, error.Value).ShouldBe(("users.csv", 7, null));
    }

    [Fact]
    public void A_quotation_mark_that_is_not_closed_is_refused_even_in_a_students_row()
    {
        var reading = Valid().Replace("users.csv", "Secretchild", "\"Secretchild").Read();
        reading.OnlyError().Line.ShouldBe(5);
        reading.AllText().ShouldNotContain("Secretchild");
    }

    [Fact]
    public void An_unknown_type_of_organisation_is_refused()
    {
        var error = Valid().Rows("orgs.csv", "s3,,,Camp,campus,,d").Read().OnlyError();
        (error.File, error.Line, error.Column, error.Value).ShouldBe(
            ("orgs.csv", 5, "type", "campus")
        );
    }

    [Theory]
    [InlineData("orgs.csv", "s1,,,Other Name,school,,d", 5)]
    [InlineData("users.csv", "t1,,,true,s2,teacher,,,Ann,Lee,,,ann@solar.example,,,,,", 7)]
    [InlineData("academicSessions.csv", "y1,,,Other,schoolYear,2026-08-16,2027-06-30,,2027", 4)]
    public void An_id_that_two_different_rows_claim_is_refused(string file, string row, int line)
    {
        var error = Valid().Rows(file, row).Read().OnlyError();
        (error.File, error.Line, error.Column).ShouldBe((file, line, "sourcedId"));
    }

    [Fact]
    public void A_teachers_name_in_another_encoding_is_refused_with_its_line()
    {
        var error = RosterReads
            .Read(
                Valid()
                    .Bytes(
                        "users.csv",
                        [
                            .. Valid().Content("users.csv"),
                            .. Encoding.Latin1.GetBytes(
                                "t9,,,true,s1,teacher,,,José,Park,,,,,,,,\n"
                            ),
                        ]
                    )
                    .Build()
            )
            .OnlyError();
        (error.File, error.Line, error.Column).ShouldBe(("users.csv", 7, "givenName"));
        error.Expected.ShouldContain("UTF-8");
    }

    [Fact]
    public void A_delta_row_without_status_and_date_is_refused()
    {
        var reading = Valid12("delta")
            .Replace("orgs.csv", "s1,active,2026-09-01T00:00:00Z", "s1,,")
            .Read();
        reading.Errors.Select(e => e.Column).ShouldBe(["dateLastModified", "status"]);
    }

    [Fact]
    public void A_role_of_a_person_who_is_not_in_the_file_is_refused()
    {
        var error = Valid12().Rows("roles.csv", "r3,,,t7,primary,teacher,,,s1,").Read().OnlyError();
        (error.File, error.Line, error.Column, error.Value).ShouldBe(
            ("roles.csv", 4, "userSourcedId", "t7")
        );
    }

    [Fact]
    public void A_version_1_2_file_without_roles_is_refused() =>
        Valid12().Without("roles.csv").Read().OnlyError().File.ShouldBe("roles.csv");

    [Fact]
    public void A_file_that_the_manifest_names_and_the_zip_lacks_is_refused() =>
        Valid().Without("orgs.csv").Read().Errors.ShouldContain(e => e.File == "orgs.csv");

    [Fact]
    public void A_list_of_changes_of_another_district_is_refused()
    {
        var error = Valid12("delta")
            .Read(RosterReads.Nothing with { DistrictSourcedId = "other" })
            .OnlyError();
        (error.File, error.Line, error.Column, error.Value).ShouldBe(
            ("orgs.csv", 2, "sourcedId", "d")
        );
    }

    [Fact]
    public void Two_districts_in_a_file_are_refused() =>
        Valid().Rows("orgs.csv", "d2,,,Moon,district,,").Read().OnlyError().Line.ShouldBe(5);

    [Fact]
    public void The_first_hundred_errors_are_kept_and_all_are_counted()
    {
        var reading = Valid()
            .Rows(
                "users.csv",
                [.. Enumerable.Range(0, 250).Select(i => $"x{i},,,true,s1,teacher,,,,Lee,,,,,,,,")]
            )
            .Read();
        reading.ErrorCount.ShouldBe(250);
        reading.Errors.Count.ShouldBe(100);
        reading.Errors[0].Line.ShouldBe(7);
        reading.Snapshot.ShouldBeNull();
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("MZ\u0090\0\u0003", "not a zip")]
    [InlineData("\u007fELF\0\0", "not a zip")]
    [InlineData("PK\u0003\u0004 and then nothing of the kind", "damaged")]
    [InlineData("sourcedId,status,dateLastModified,name,type\n1,,,x,school\n", "one zip")]
    [InlineData("hello there", "names the columns")]
    public void What_is_no_roster_is_refused_in_words_that_help(string content, string word) =>
        RosterReads
            .Read(Encoding.Latin1.GetBytes(content))
            .OnlyError()
            .Expected.ShouldContain(word);

    [Fact]
    public void A_zip_that_was_cut_off_is_refused() =>
        RosterReads.Read(Valid().Build()[..^40]).OnlyError().Expected.ShouldContain("cut off");

    [Fact]
    public void A_zip_whose_content_was_damaged_is_refused()
    {
        var zip = Valid()
            .File("orgs.csv", [OrgHeader, "d,,,Solar District,district,,", .. Rows(2000)])
            .Build();
        var at = zip.AsSpan().IndexOf("orgs.csv"u8) + 400;
        zip[at] ^= 0x10;
        RosterReads.Read(zip).Snapshot.ShouldBeNull();

        static IEnumerable<string> Rows(int count) =>
            Enumerable.Range(1, count).Select(i => $"s{i},,,School {i * 7919 % 1009},school,,d");
    }

    [Fact]
    public void A_zip_without_any_roster_file_is_refused() =>
        new RosterZipBuilder()
            .File("readme.txt", "x")
            .Read()
            .OnlyError()
            .Expected.ShouldContain("none of the OneRoster files");

    [Fact]
    public void A_workbook_is_refused_with_what_to_do() =>
        new RosterZipBuilder()
            .File("[Content_Types].xml", "x")
            .Read()
            .OnlyError()
            .Expected.ShouldContain("CSV UTF-8");

    [Theory]
    [InlineData("../orgs.csv")]
    [InlineData("a/../../orgs.csv")]
    [InlineData("/etc/orgs.csv")]
    [InlineData("..\\orgs.csv")]
    [InlineData("C:\\orgs.csv")]
    public void A_path_that_leads_out_of_the_zip_is_refused(string path) =>
        Valid().File(path, "x").Read().OnlyError().Expected.ShouldContain("path");

    [Fact]
    public void A_zip_in_the_zip_is_refused() =>
        Valid()
            .Bytes("inner/More.ZIP", Valid().Build())
            .Read()
            .OnlyError()
            .Expected.ShouldContain("another zip");

    [Fact]
    public void A_file_that_is_there_twice_is_refused() =>
        Valid()
            .File("old/Users.csv", UserHeader11)
            .Read()
            .OnlyError()
            .Expected.ShouldContain("more than once");

    [Fact]
    public void A_zip_with_a_password_is_refused()
    {
        var zip = Valid().Build();
        // Bit 0 of the general flags says “encrypted”, in the local header and in the directory.
        for (var i = 0; i < zip.Length - 10; i++)
        {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2)
            {
                zip[i + 8] |= 1;
            }

            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 3 && zip[i + 3] == 4)
            {
                zip[i + 6] |= 1;
            }
        }

        RosterReads.Read(zip).OnlyError().Expected.ShouldContain("password");
    }

    [Fact]
    public void More_than_the_unpacked_limit_is_refused_however_small_the_zip() =>
        Valid()
            .Bytes("enrollments.csv", new byte[3_000_000])
            .Read(limits: RosterLimits.Standard with { UnpackedBytes = 1_000_000 })
            .OnlyError()
            .Expected.ShouldContain("larger than");

    [Fact]
    public void A_header_that_lies_about_the_unpacked_size_gains_nothing()
    {
        var zip = Valid()
            .Bytes(
                "orgs.csv",
                Encoding.UTF8.GetBytes(
                    OrgHeader + string.Concat(Enumerable.Repeat("\n", 3_000_000))
                )
            )
            .Build();
        var size = BitConverter.GetBytes(OrgHeader.Length + 3_000_000);
        for (var at = zip.AsSpan().IndexOf(size); at >= 0; at = zip.AsSpan().IndexOf(size))
        {
            BitConverter.GetBytes(50).CopyTo(zip, at);
        }

        RosterReads
            .Read(zip, limits: RosterLimits.Standard with { UnpackedBytes = 1_000_000 })
            .Snapshot.ShouldBeNull();
    }

    [Fact]
    public void A_zip_over_the_size_limit_is_refused() =>
        Valid()
            .Read(limits: RosterLimits.Standard with { FileBytes = 100 })
            .OnlyError()
            .Expected.ShouldContain("larger than");

    [Theory]
    [InlineData("\"")]
    [InlineData("")]
    public void A_field_or_line_without_end_is_refused(string quote)
    {
        var error = Valid()
            .Rows("orgs.csv", "s3,,," + quote + new string('x', 5_000_000))
            .Read()
            .OnlyError();
        error.File.ShouldBe("orgs.csv");
    }

    [Fact]
    public void A_line_of_nothing_but_commas_is_refused() =>
        Valid()
            .Rows("users.csv", new string(',', 5_000_000))
            .Read()
            .OnlyError()
            .File.ShouldBe("users.csv");

    [Fact]
    public void A_file_with_semicolons_is_refused_with_what_to_do() =>
        Valid()
            .File("orgs.csv", OrgHeader.Replace(',', ';'))
            .Read()
            .Errors[0]
            .Expected.ShouldContain("commas");
}
