using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Units;
using Throughline.Web.Features.SignIn;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.SignIn;

public sealed class SetPasswordTests
{
    private const string New = "new@riverbend.example";
    private const string Teacher = "teacher@riverbend.example";

    [EngineTheory]
    public async Task Someone_invited_chooses_a_password_and_is_in(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var link = await app.InviteNewAsync(New);
        var browser = app.Anonymous();

        var page = await browser.GetAsync(link);
        page.Heading.ShouldBe("Choose a password");
        page.Document.QuerySelector("#who")!.GetAttribute("value").ShouldBe(New);
        page.Headers.CacheControl!.NoStore.ShouldBeTrue();
        page.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);

        var home = await browser.SetPasswordAsync(link);
        home.Path.ShouldBe("/home");
        home.Notice.ShouldNotBeNull().ShouldContain("Welcome, Quentin");
        (await browser.GetAsync("/lincoln-elementary")).Heading.ShouldBe("Lincoln Elementary");
        (await app.Anonymous().SignInAsync(New, Links.Password)).Path.ShouldBe("/home");
        (await app.AccountAsync(New)).LastSignInAt.ShouldBe(app.Clock.Now);
    }

    [EngineTheory]
    public async Task A_link_works_once(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var link = await app.InviteNewAsync(New);
        var open = await app.Anonymous().GetAsync(link);
        await app.Anonymous().SetPasswordAsync(link);

        (await app.Anonymous().GetAsync(link)).Heading.ShouldBe("This link is used up or too old");
        var late = await open.Form("Set password")
            .Fill("New password", "another long password")
            .Fill("The same again", "another long password")
            .SubmitAsync();
        late.Status.ShouldBe(HttpStatusCode.Gone);
        (await app.Anonymous().SignInAsync(New, "another long password")).Path.ShouldStartWith(
            "/sign-in"
        );
    }

    [EngineTheory]
    public async Task Of_two_who_use_a_link_at_the_same_moment_one_gets_in(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var link = await app.InviteNewAsync(New);

        var pages = await Task.WhenAll(
            Enumerable
                .Range(1, 4)
                .Select(i => app.Anonymous().SetPasswordAsync(link, $"a password of number {i}"))
        );

        pages.Count(p => p.Path == "/home").ShouldBe(1);
        pages.Count(p => p.Status == HttpStatusCode.Gone).ShouldBe(3);
    }

    [EngineTheory]
    public async Task A_made_up_link_opens_nothing(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var link = await app.InviteNewAsync(New);
        var teacher = await app.AccountAsync(Teacher);
        foreach (
            var made in new[]
            {
                "/set-password",
                "/set-password?account=x&token=y",
                link + "x",
                link[..^4],
                // Somebody else's name on one's own link.
                $"/set-password?account={teacher.Id}&token={link.Split("token=")[1]}",
            }
        )
        {
            (await app.Anonymous().GetAsync(made)).Heading.ShouldBe(
                "This link is used up or too old",
                made
            );
        }
    }

    [EngineTheory]
    public async Task A_link_ends_with_its_time(Engine engine)
    {
        await using var app = await TestApp.StartAsync(
            engine,
            new()
            {
                Services = services =>
                    services
                        .Configure<InvitationTokenOptions>(o => o.TokenLifespan = TimeSpan.Zero)
                        .Configure<ResetTokenOptions>(o => o.TokenLifespan = TimeSpan.Zero),
            }
        );
        var invitation = await app.InviteNewAsync(New);
        var reset = await app.ForgetAsync(Teacher);
        foreach (var link in new[] { invitation, reset })
        {
            (await app.Anonymous().GetAsync(link)).Heading.ShouldBe(
                "This link is used up or too old"
            );
        }
    }

    [Fact]
    public void An_invitation_is_good_for_a_week_and_a_reset_for_two_hours()
    {
        new InvitationTokenOptions().TokenLifespan.ShouldBe(TimeSpan.FromDays(7));
        new ResetTokenOptions().TokenLifespan.ShouldBe(TimeSpan.FromHours(2));
    }

    [EngineTheory]
    public async Task A_link_ends_when_its_person_leaves_or_gets_another_address(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var moved = await app.InviteNewAsync(New);
        var left = await app.InviteNewAsync("left@riverbend.example");
        await app.Db(async db =>
        {
            var person = await db.Set<Person>().SingleAsync(p => p.Email == New);
            person
                .Correct("Quentin", "Abernathy", "corrected@riverbend.example")
                .IsOk.ShouldBeTrue();
            (await db.Set<Person>().SingleAsync(p => p.Email == "left@riverbend.example")).Leave(
                new(2027, 1, 20)
            );
            await db.SaveChangesAsync();
        });

        foreach (var link in new[] { moved, left })
        {
            (await app.Anonymous().GetAsync(link)).Heading.ShouldBe(
                "This link is used up or too old"
            );
        }

        // The corrected address gets a link of its own, and the account goes with it.
        var again = await app.ForgetAsync("corrected@riverbend.example");
        (await app.Anonymous().SetPasswordAsync(again)).Path.ShouldBe("/home");
    }

    [EngineTheory]
    public async Task A_weak_password_is_refused_and_the_link_stays_good(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var link = await app.InviteNewAsync(New);
        var browser = app.Anonymous();

        var weak = await browser.SetPasswordAsync(link, "Password1234");
        weak.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        weak.Problems.ShouldHaveSingleItem().ShouldContain("others try first");

        var differs = await weak.Form("Set password")
            .Fill("New password", Links.Password)
            .Fill("The same again", Links.Password + "x")
            .SubmitAsync();
        differs.Problems.ShouldHaveSingleItem().ShouldContain("not the same");

        var right = await differs
            .Form("Set password")
            .Fill("New password", Links.Password)
            .Fill("The same again", Links.Password)
            .SubmitAsync();
        right.Path.ShouldBe("/home");
    }

    [EngineTheory]
    public async Task A_new_password_ends_sessions_and_the_rest_after_failures(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var elsewhere = app.As("teacher");
        (await elsewhere.GetAsync("/home")).Path.ShouldBe("/home");
        for (var i = 0; i < PasswordCheck.MostFailures; i++)
        {
            await app.Anonymous().SignInAsync(Teacher, "not my password");
        }

        var link = await app.ForgetAsync(Teacher);
        var here = app.Anonymous();
        (await here.SetPasswordAsync(link)).Notice.ShouldNotBeNull().ShouldContain("signed out");

        (await here.GetAsync("/home")).Path.ShouldBe("/home");
        (await elsewhere.GetAsync("/home")).Path.ShouldStartWith("/sign-in");
        (await app.Anonymous().SignInAsync(Teacher)).Path.ShouldStartWith("/sign-in");
        (await app.Anonymous().SignInAsync(Teacher, Links.Password)).Path.ShouldBe("/home");
    }

    [EngineTheory]
    public async Task A_link_opened_where_somebody_else_is_signed_in_is_its_own_persons(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var link = await app.InviteNewAsync(New);
        var browser = app.As("outsider");

        (await browser.SetPasswordAsync(link)).Path.ShouldBe("/home");

        (await browser.GetAsync("/account")).Text.ShouldContain(New);
    }

    [EngineTheory]
    public async Task Asking_for_a_new_password_answers_alike_for_whom_there_is_and_is_not(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(
            engine,
            new()
            {
                Settings = new Dictionary<string, string>
                {
                    ["PublicUrl"] = "https://ilt.example/",
                },
            }
        );
        var known = await AskAsync(app, Teacher);
        var unknown = await AskAsync(app, "nobody@riverbend.example");

        known.Path.ShouldBe(unknown.Path);
        known.Text.ShouldBe(unknown.Text);
        (await app.MailsAsync("nobody@riverbend.example")).ShouldBeEmpty();
        var mail = (await app.MailsAsync(Teacher)).ShouldHaveSingleItem();
        mail.IsSecret.ShouldBeTrue();
        mail.Body.ShouldContain("https://ilt.example/set-password?");

        var typo = await AskAsync(app, "teacher at riverbend");
        typo.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        typo.Document.QuerySelector("[name=Email]")!
            .GetAttribute("value")
            .ShouldBe("teacher at riverbend");
    }

    [EngineTheory]
    public async Task Asking_again_and_again_fills_no_inbox(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        for (var i = 0; i < 5; i++)
        {
            (await AskAsync(app, Teacher)).Heading.ShouldBe("Look into your mail");
        }

        var enough = await AskAsync(app, Teacher);
        enough.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        enough.Text.ShouldContain("Wait");
        (await app.MailsAsync(Teacher)).Count.ShouldBe(5);
    }

    private static async Task<TestPage> AskAsync(TestApp app, string email) =>
        await (await app.Anonymous().GetAsync("/forgot-password"))
            .Form("Send me a link")
            .Fill("E-mail", email)
            .SubmitAsync();
}
