using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Units;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.SignIn;

public sealed class AccountPageTests
{
    private const string Teacher = "teacher@riverbend.example";

    [EngineTheory]
    public async Task One_corrects_ones_own_name(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var browser = app.As("teacher");
        var page = await browser.GetAsync("/account");
        page.Text.ShouldContain(Teacher);

        var empty = await page.Form("Save name").Fill("Given name", " ").SubmitAsync();
        empty.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        empty.Problems.ShouldHaveSingleItem().ShouldContain("given name");

        var saved = await empty.Form("Save name").Fill("Given name", "Ama").SubmitAsync();
        saved.Notice.ShouldBe("✓ Your name is saved.");
        saved.TextOf(".who").ShouldContain("Ama Osei");
    }

    [EngineTheory]
    public async Task A_name_changed_meanwhile_is_not_overwritten_silently(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("teacher").GetAsync("/account");
        var account = await app.AccountAsync(Teacher);
        await app.Db(async db =>
        {
            var person = await db.Set<Person>().SingleAsync(p => p.Id == account.Id);
            person.Correct("Amara", "Osei-Mensah", person.Email);
            await db.SaveChangesAsync();
        });

        var stale = await page.Form("Save name").Fill("Family name", "Osei Brown").SubmitAsync();

        stale.Status.ShouldBe(HttpStatusCode.Conflict);
        stale.Text.ShouldContain("Osei-Mensah");
        var again = await stale.Form("Save name").SubmitAsync();
        again.TextOf(".who").ShouldContain("Amara Osei Brown");
    }

    [EngineTheory]
    public async Task A_new_password_needs_the_present_one_and_signs_out_other_devices(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var (here, elsewhere) = (app.As("teacher"), app.As("teacher"));

        var wrong = await ChangeAsync("not my password", Links.Password);
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Problems.ShouldHaveSingleItem().ShouldContain("present password");
        var weak = await ChangeAsync(DemoDistrict.Password, "amara osei 1");
        weak.Problems.ShouldHaveSingleItem().ShouldContain("name");

        var saved = await ChangeAsync(DemoDistrict.Password, Links.Password);
        saved.Path.ShouldBe("/account");
        saved.Notice.ShouldNotBeNull().ShouldContain("new password");
        (await elsewhere.GetAsync("/home")).Path.ShouldStartWith("/sign-in");
        (await app.Anonymous().SignInAsync(Teacher, Links.Password)).Path.ShouldBe("/home");

        async Task<TestPage> ChangeAsync(string present, string wanted) =>
            await (await here.GetAsync("/account"))
                .Form("Change password")
                .Fill("Present password", present)
                .Fill("New password", wanted)
                .Fill("The same again", wanted)
                .SubmitAsync();
    }

    [EngineTheory]
    public async Task Signing_out_everywhere_ends_every_session(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var (here, elsewhere) = (app.As("teacher"), app.As("teacher"));

        var page = await (await here.GetAsync("/account"))
            .Form("Sign out everywhere")
            .SubmitAsync();

        page.Path.ShouldBe("/sign-in");
        page.Notice.ShouldNotBeNull().ShouldContain("signed out on every device");
        (await here.GetAsync("/home")).Path.ShouldStartWith("/sign-in");
        (await elsewhere.GetAsync("/home")).Path.ShouldStartWith("/sign-in");
        // Signing in again on a device with a cookie that ended works.
        (await elsewhere.SignInAsync(Teacher)).Path.ShouldBe("/home");
        (await elsewhere.GetAsync("/home")).Path.ShouldBe("/home");
    }

    [EngineTheory]
    public async Task Guesses_at_the_present_password_count_as_failures(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var browser = app.As("teacher");
        for (var i = 0; i < 10; i++)
        {
            await browser.PostFormAsync(
                "/account?handler=Password",
                ("Change.Current", $"guess {i}")
            );
        }

        (await app.AccountAsync(Teacher)).LockoutEnd.ShouldNotBeNull();
    }
}
