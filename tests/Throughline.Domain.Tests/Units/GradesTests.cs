using Throughline.Domain.Units;

namespace Throughline.Domain.Tests.Units;

public sealed class GradesTests
{
    [Theory]
    [InlineData("IT", "Infants and toddlers")]
    [InlineData("PR", "Preschool")]
    [InlineData("PK", "Pre-K")]
    [InlineData("tk", "Transitional kindergarten")]
    [InlineData("KG", "Kindergarten")]
    [InlineData("k", "Kindergarten")]
    [InlineData("UG", "Ungraded")]
    [InlineData("01", "Grade 1")]
    [InlineData("99", "Grade 99")]
    public void Every_code_of_the_standard_has_a_name(string code, string name) =>
        Grades.NameOf(code).ShouldBe(name);

    [Theory]
    [InlineData("00")]
    [InlineData("100")]
    [InlineData("-3")]
    [InlineData("X9")]
    [InlineData("")]
    public void What_is_no_grade_keeps_its_name_and_comes_last(string code)
    {
        Grades.NameOf(code).ShouldBe(code);
        Grades.OrderOf(code).ShouldBe(100);
    }

    [Fact]
    public void Codes_run_from_the_youngest() =>
        new[] { "UG", "12", "02", "k", "KG", "tk", "PK", "PR", "IT" }
            .OrderBy(Grades.OrderOf)
            .ThenBy(c => c, StringComparer.Ordinal)
            .ShouldBe(["IT", "PR", "PK", "tk", "KG", "k", "02", "12", "UG"]);

    [Fact]
    public void Teams_named_after_grades_run_from_the_youngest() =>
        new[]
        {
            "Class 4",
            "Grade 12",
            "Grade 3 East",
            "Kindergarten",
            "transitional kindergarten",
            "Pre-K",
            "Preschool",
            "Infants and toddlers",
        }
            .OrderBy(Grades.OrderOfName)
            .ShouldBe([
                "Infants and toddlers",
                "Preschool",
                "Pre-K",
                "transitional kindergarten",
                "Kindergarten",
                "Grade 3 East",
                "Grade 12",
                "Class 4",
            ]);

    [Theory]
    [InlineData("Art")]
    [InlineData("")]
    [InlineData("Class 4")]
    [InlineData("Grade ")]
    [InlineData("Grade A")]
    [InlineData("Ungraded")]
    public void A_team_that_names_no_grade_comes_last(string name) =>
        Grades.OrderOfName(name).ShouldBe(100);
}
