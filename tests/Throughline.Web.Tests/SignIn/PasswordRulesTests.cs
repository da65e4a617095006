using Throughline.Web.Features.SignIn;

namespace Throughline.Web.Tests.SignIn;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("three green bicycles")]
    [InlineData("correcthorsebattery")]
    [InlineData("ÄpfelundBirnen im März")]
    [InlineData("7f!Kq0-zW2_mmP")]
    [InlineData("mariagonzalez likes rain")]
    public void Length_is_enough(string password) => Check(password).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("elevenchars")]
    public void Under_twelve_characters_is_too_short(string? password) =>
        Check(password).ShouldNotBeNull().ShouldContain("12 characters");

    [Theory]
    [InlineData("maria.gonzalez@school.org")]
    [InlineData("MARIA.GONZALEZ@school.org")]
    [InlineData("Maria Gonzalez")]
    [InlineData("mariagonzalez1!")]
    [InlineData("GonzalezGonzalez")]
    [InlineData("gonzalez2027")]
    public void The_name_or_address_itself_is_refused(string password) =>
        Check(password).ShouldNotBeNull().ShouldContain("name or e-mail");

    [Theory]
    [InlineData("password1234")]
    [InlineData("Password123!")]
    [InlineData("passwordpassword")]
    [InlineData("123456789012")]
    [InlineData("qwertyuiop[]")]
    [InlineData("qwerty123456")]
    [InlineData("Throughline!1")]
    [InlineData("Teacher20262027")]
    public void What_others_try_first_is_refused(string password) =>
        Check(password).ShouldNotBeNull().ShouldContain("try first");

    [Theory]
    [InlineData("aaaaaaaaaaaaaa")]
    [InlineData("121212121212")]
    public void A_few_characters_over_and_over_are_refused(string password) =>
        Check(password).ShouldNotBeNull().ShouldContain("different characters");

    [Fact]
    public void A_text_longer_than_any_password_is_refused() =>
        Check(new string('x', 10) + string.Concat(Enumerable.Range(0, 101)))
            .ShouldNotBeNull()
            .ShouldContain("at most 200");

    [Fact]
    public void Both_must_be_the_same() =>
        PasswordRules
            .Check("three green bicycles", "three green bicycle", "a@b.org")
            .Refusal!.Field.ShouldBe("Again");

    private static string? Check(string? password) =>
        PasswordRules
            .Check(password, password, "maria.gonzalez@school.org", "Maria", "Gonzalez")
            .Refusal?.Message;
}
