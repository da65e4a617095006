using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Units;
using Throughline.Web.Features.SignIn;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.SignIn;

public sealed class SignInTests
{
    private const string Teacher = "teacher@riverbend.example";

    [EngineTheory]
    public async Task After_a_wrong_password_the_way_back_is_still_known(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.Anonymous().GetAsync("/lincoln-elementary?x=1");

        var wrong = await page.Form("Sign in")
            .Fill("E-mail", Teacher)
            .Fill("Password", "not my password")
            .SubmitAsync();
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Problems.ShouldHaveSingleItem().ShouldContain("do not match");
        wrong.Document.QuerySelector("[name=Password]")!.HasAttribute("value").ShouldBeFalse();

        var right = await wrong.Form("Sign in").Fill("Password", DemoPeoplePassword).SubmitAsync();
        right.Path.ShouldBe("/lincoln-elementary?x=1");
        (await app.AccountAsync(Teacher)).LastSignInAt.ShouldBe(app.Clock.Now);
    }

    [EngineTheory]
    public async Task Sign_in_leads_nowhere_else(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        foreach (
            var elsewhere in new[]
            {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example/",
                "javascript:alert(1)",
            }
        )
        {
            var page = await app.Anonymous()
                .PostFormAsync(
                    "/sign-in?returnUrl=" + Uri.EscapeDataString(elsewhere),
                    ("Email", Teacher),
                    ("Password", DemoPeoplePassword)
                );
            page.Path.ShouldBe("/home", elsewhere);
        }
    }

    [EngineTheory]
    public async Task What_went_wrong_does_not_tell_who_has_an_account(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        await app.InviteNewAsync("invited@riverbend.example");
        await app.Db(async db =>
        {
            var account = await db.Users.SingleAsync(a =>
                a.NormalizedEmail == "SIT-MEMBER@RIVERBEND.EXAMPLE"
            );
            (await db.Set<Person>().SingleAsync(p => p.Id == account.Id)).Leave(new(2027, 1, 19));
            await db.SaveChangesAsync();
        });

        var answers = new List<string>();
        foreach (
            var (email, password) in new[]
            {
                ("nobody@riverbend.example", DemoPeoplePassword),
                (Teacher, "not my password"),
                ("invited@riverbend.example", ""),
                ("invited@riverbend.example", DemoPeoplePassword),
                ("sit-member@riverbend.example", DemoPeoplePassword),
                ("", ""),
            }
        )
        {
            var page = await app.Anonymous().SignInAsync(email, password);
            page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, email);
            answers.Add(page.Text);
        }

        answers.Distinct().ShouldHaveSingleItem();
    }

    [EngineTheory]
    public async Task After_ten_failures_an_account_rests_for_a_quarter_of_an_hour(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        for (var i = 0; i < PasswordCheck.MostFailures; i++)
        {
            await app.Anonymous().SignInAsync(Teacher, "not my password");
        }

        var resting = await app.Anonymous().SignInAsync(Teacher);
        resting.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        resting.Problems.ShouldHaveSingleItem().ShouldContain("do not match");

        app.Clock.Advance(PasswordCheck.Rest + TimeSpan.FromSeconds(1));
        (await app.Anonymous().SignInAsync(Teacher)).Path.ShouldBe("/home");
    }

    [EngineTheory]
    public async Task A_sign_in_ends_the_count_of_failures(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        for (var i = 0; i < 2; i++)
        {
            for (var failure = 1; failure < PasswordCheck.MostFailures; failure++)
            {
                await app.Anonymous().SignInAsync(Teacher, "not my password");
            }

            (await app.Anonymous().SignInAsync(Teacher)).Path.ShouldBe("/home");
        }
    }

    [EngineTheory]
    public async Task Whoever_guesses_on_is_told_to_wait_and_nobody_else_is(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var status = HttpStatusCode.OK;
        TestPage? page = null;
        for (var i = 0; i < 21; i++)
        {
            page = await app.Anonymous().SignInAsync("nobody@riverbend.example", $"guess {i}");
            status = page.Status;
        }

        status.ShouldBe(HttpStatusCode.TooManyRequests);
        page!.Heading.ShouldBe("Too many tries");
        page.Text.ShouldContain("Wait");
        (await app.Anonymous().SignInAsync(Teacher)).Path.ShouldBe("/home");
    }

    [EngineTheory]
    public async Task Whoever_left_has_no_access_from_that_moment(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var browser = app.As("teacher");
        (await browser.GetAsync("/home")).Path.ShouldBe("/home");
        var account = await app.AccountAsync(Teacher);
        await app.Db(async db =>
        {
            (await db.Set<Person>().SingleAsync(p => p.Id == account.Id)).Leave(new(2027, 1, 20));
            await db.SaveChangesAsync();
        });

        (await browser.GetAsync("/home")).Path.ShouldStartWith("/sign-in");
        (await app.Anonymous().SignInAsync(Teacher)).Path.ShouldStartWith("/sign-in");
    }

    [EngineTheory]
    public async Task Where_nobody_has_an_account_the_page_says_how_to_begin(Engine engine)
    {
        await using var empty = await TestApp.StartEmptyAsync(engine);
        (await empty.Anonymous().GetAsync("/sign-in")).Text.ShouldContain("./run create-admin");

        await using var app = await TestApp.StartAsync(engine);
        (await app.Anonymous().GetAsync("/sign-in")).Text.ShouldNotContain("create-admin");
    }

    [EngineTheory]
    public async Task Whoever_is_signed_in_is_led_on(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var browser = app.As("teacher");
        (await browser.GetAsync("/sign-in")).Path.ShouldBe("/home");
        (await browser.GetAsync("/sign-in?returnUrl=%2Faccount")).Path.ShouldBe("/account");
        (await browser.GetAsync("/forgot-password")).Path.ShouldBe("/account");

        await (await browser.GetAsync("/home")).Form("Sign out").SubmitAsync();
        (await browser.GetAsync("/home")).Path.ShouldStartWith("/sign-in");
    }

    private const string DemoPeoplePassword = Throughline.Data.Demo.DemoDistrict.Password;
}
