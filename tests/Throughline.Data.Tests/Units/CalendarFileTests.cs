using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Throughline.Data.Units;
using Throughline.Domain.Units;

namespace Throughline.Data.Tests.Units;

public sealed class CalendarFileTests
{
    private const string Whole = "date,kind,label\n2026-11-26,closure,Thanksgiving\n";

    private static CalendarReading Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static CalendarReading Read(byte[] bytes) => CalendarFile.Read(new MemoryStream(bytes));

    [Fact]
    public void A_day_is_read_with_kind_and_label() =>
        Read(Whole)
            .Rows.ShouldBe([
                new(new DateOnly(2026, 11, 26), CalendarDayKind.Closure, "Thanksgiving"),
            ]);

    [Theory]
    [InlineData("date;kind;label\r\n2026-11-26;closure;Thanksgiving\r\n")]
    [InlineData("date\tkind\tlabel\n2026-11-26\tclosure\tThanksgiving")]
    [InlineData("\uFEFFdate,kind,label\n2026-11-26,closure,Thanksgiving")]
    [InlineData("Label, KIND ,Date,room\nThanksgiving,Closure,2026-11-26,12\n")]
    [InlineData("\n\ndate,kind,label\n\n2026-11-26,closure,Thanksgiving\n,,\n\n")]
    [InlineData("date,kind,label\n\"2026-11-26\",\"closure\",\"Thanksgiving\"\n")]
    [InlineData("date,kind,label\r2026-11-26,closure,Thanksgiving\r")]
    [InlineData(Whole + "2026-11-26,closure,Thanksgiving\n")]
    public void As_spreadsheets_save_it_the_same_is_read(string text) =>
        Read(text).Rows.ShouldBe(Read(Whole).Rows);

    [Theory]
    [InlineData("closure", CalendarDayKind.Closure)]
    [InlineData("No School", CalendarDayKind.Closure)]
    [InlineData("half-day", CalendarDayKind.HalfDay)]
    [InlineData("Early release", CalendarDayKind.HalfDay)]
    [InlineData("make-up day", CalendarDayKind.SchoolDay)]
    [InlineData("School day", CalendarDayKind.SchoolDay)]
    public void A_kind_is_known_however_it_is_written(string typed, CalendarDayKind kind) =>
        Read($"date,kind,label\n2026-11-26,{typed},Thanksgiving").Rows.Single().Kind.ShouldBe(kind);

    [Theory]
    [InlineData("26.11.2026,closure,x", "date", "26.11.2026", "yyyy-mm-dd")]
    [InlineData("11/26/2026,closure,x", "date", "11/26/2026", "yyyy-mm-dd")]
    [InlineData("2026-02-30,closure,x", "date", "2026-02-30", "yyyy-mm-dd")]
    [InlineData("1926-11-26,closure,x", "date", "1926-11-26", "yyyy-mm-dd")]
    [InlineData("2026-11-26,party,x", "kind", "party", "half day")]
    [InlineData("2026-11-26,closure,", "label", "", "1 to 80")]
    [InlineData("2026-11-26", "kind", "", "half day")]
    public void An_error_is_named_by_line_column_value_and_expectation(
        string row,
        string column,
        string value,
        string expected
    )
    {
        var reading = Read(Whole + row);
        reading.Rows.ShouldBeEmpty();
        var error = reading.Errors[0];
        (error.Line, error.Column, error.Value).ShouldBe((3, column, value));
        error.Expected.ShouldContain(expected);
    }

    [Fact]
    public void Every_error_of_a_file_is_named_up_to_100_and_all_are_counted()
    {
        var reading = Read(
            "date,kind,label\n" + string.Concat(Enumerable.Repeat("soon,party,\n", 50))
        );
        reading.ErrorCount.ShouldBe(150);
        reading.Errors.Count.ShouldBe(100);
    }

    [Fact]
    public void A_day_named_twice_with_other_words_is_an_error_that_names_the_first_line()
    {
        var reading = Read(Whole + "2026-11-26,half day,Thanksgiving\n");
        reading.Errors.Single().Line.ShouldBe(3);
        reading.Errors.Single().Expected.ShouldContain("line 2");
    }

    [Fact]
    public void A_missing_column_is_named() =>
        Read("day,kind,label\n2026-11-26,closure,x")
            .Errors.Single()
            .ShouldBe(new(1, "date", "day, kind, label", "a column named date"));

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("date,kind,label")]
    [InlineData("date,kind,label\n\n")]
    public void A_file_without_days_is_refused(string text) =>
        Read(text).Errors.Single().Expected.ShouldContain("date,kind,label");

    [Fact]
    public void What_is_no_text_is_refused_with_what_to_do()
    {
        Read([0x50, 0x4B, 3, 4, 0, 0]).Errors.Single().Expected.ShouldContain("CSV UTF-8");
        Read([.. Encoding.UTF8.GetBytes(Whole), 0xE9, 0x20])
            .Errors.Single()
            .ShouldBe(
                new(3, "file", "", "text in UTF-8; in a spreadsheet choose Save as, CSV UTF-8")
            );
        Read(new UnicodeEncoding(false, true).GetBytes(Whole)).ErrorCount.ShouldBe(1);
    }

    [Fact]
    public void A_file_that_is_too_large_is_refused()
    {
        Read(new byte[CalendarFile.MostBytes + 1]).Errors.Single().Expected.ShouldContain("1 MB");
        var many = Enumerable
            .Range(0, CalendarFile.MostRows + 1)
            .Select(i => $"{new DateOnly(2020, 1, 1).AddDays(i):yyyy-MM-dd},closure,x\n");
        Read("date,kind,label\n" + string.Concat(many))
            .Errors.Single()
            .Expected.ShouldContain("2000");
    }

    [Fact]
    public void Control_characters_and_marks_that_turn_the_reading_direction_are_left_out() =>
        Read("date,kind,label\n2026-11-26,closure,\u202eThanks\u0007giving")
            .Rows.Single()
            .Label.ShouldBe("Thanksgiving");

    [Fact]
    public void Whatever_a_file_holds_reading_it_never_throws_and_gives_rows_or_errors() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<(byte[] Noise, byte Place)>(),
                t =>
                {
                    var bytes = Encoding.UTF8.GetBytes(Whole + "\"2026-12-25\",closure,\"Day\"\n");
                    var place = t.Place % bytes.Length;
                    var reading = Read([.. bytes[..place], .. t.Noise, .. bytes[place..]]);
                    return (reading.Rows.Count > 0) != (reading.ErrorCount > 0);
                }
            )
            .QuickCheckThrowOnFailure();
}
