using Microsoft.EntityFrameworkCore;
using Throughline.Data.Tests.Engines;
using Throughline.Data.Tests.Mail;
using Throughline.Domain.Units;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.SignIn;

public sealed class InvitationTests
{
    private const string New = "new@riverbend.example";

    [EngineTheory]
    public async Task An_invitation_goes_by_mail_and_its_link_lets_the_person_in(Engine engine)
    {
        await using var server = await MailServer.StartAsync();
        await using var app = await TestApp.StartAsync(
            engine,
            new()
            {
                Settings = new Dictionary<string, string>
                {
                    ["Mail:Host"] = "127.0.0.1",
                    ["Mail:Port"] = $"{server.Port}",
                    ["Mail:From"] = "ilt@riverbend.example",
                    // The mails of the morning would come between.
                    ["Digest:Hour"] = "14",
                    ["PublicUrl"] = "https://ilt.riverbend.example",
                },
            }
        );
        var person = await app.NewPersonAsync(New);
        (await app.InviteAsync(person.Id)).IsOk.ShouldBeTrue();

        var mail = (await server.WaitForAsync(1)).ShouldHaveSingleItem();
        mail.To.ShouldBe(New);
        mail.Subject.ShouldBe("Riverbend Public Schools invites you to Throughline");
        mail.Body.ShouldContain("https://ilt.riverbend.example/set-password?");
        var home = await app.Anonymous().SetPasswordAsync(Links.In(mail.Body));
        home.Path.ShouldBe("/home");
        (await app.MailsAsync(New)).ShouldHaveSingleItem().Body.ShouldBe("");
    }

    [EngineTheory]
    public async Task Whoever_invites_sees_that_mail_is_not_set_up(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        foreach (var path in new[] { "people", "people/invite" })
        {
            var page = await app.As("principal").GetAsync($"/lincoln-elementary/settings/{path}");
            page.TextOf("#mail").ShouldContain("Mail is not set up");
        }
    }

    [EngineTheory]
    public async Task Being_invited_makes_an_account_and_is_noted(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        await app.InviteNewAsync(New);

        var account = await app.AccountAsync(New);
        account.PasswordHash.ShouldBeNull();
        var person = await app.Db(db => db.Set<Person>().SingleAsync(p => p.Id == account.Id));
        person.InvitedAt.ShouldBe(app.Clock.Now);
        account.DistrictId.ShouldBe(person.DistrictId);
    }

    [EngineTheory]
    public async Task Until_a_password_is_set_every_invitation_stays_good(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var first = await app.InviteNewAsync(New);
        var account = await app.AccountAsync(New);
        app.Clock.Advance(TimeSpan.FromDays(1));
        (await app.InviteAsync(account.Id)).IsOk.ShouldBeTrue();
        var second = await app.LinkAsync(New);

        second.ShouldNotBe(first);
        (await app.Anonymous().GetAsync(second)).Heading.ShouldBe("Choose a password");
        (await app.Anonymous().SetPasswordAsync(first)).Path.ShouldBe("/home");
        (await app.Anonymous().GetAsync(second)).Heading.ShouldBe(
            "This link is used up or too old"
        );

        var refused = await app.InviteAsync(account.Id);
        refused.Refusal.ShouldNotBeNull().Message.ShouldContain("can sign in already");
    }

    [EngineTheory]
    public async Task Nobody_is_invited_who_left_or_has_no_address(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var (left, silent) = await app.Db(async db =>
            (
                await db.Set<Person>()
                    .FirstAsync(p =>
                        p.Email != null && !db.Users.Any(a => a.Id == p.Id) && p.LeftOn == null
                    ),
                await db.Set<Person>().FirstAsync(p => p.Email == null && p.LeftOn == null)
            )
        );

        await app.Db(async db =>
        {
            (await db.Set<Person>().SingleAsync(p => p.Id == left.Id)).Leave(new(2027, 1, 19));
            await db.SaveChangesAsync();
        });
        (await app.InviteAsync(left.Id))
            .Refusal.ShouldNotBeNull()
            .Message.ShouldContain("has left");
        var refusal = (await app.InviteAsync(silent.Id)).Refusal.ShouldNotBeNull();
        refusal.Message.ShouldContain("no e-mail address");
        (await app.MailsAsync(left.Email!)).ShouldBeEmpty();
    }

    [EngineTheory]
    public async Task An_address_that_opens_another_district_is_refused(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        // The outsider's address, entered for somebody at Riverbend.
        var person = await app.NewPersonAsync("outsider@riverbend.example");

        var refused = await app.InviteAsync(person.Id);

        refused.Refusal.ShouldNotBeNull().Message.ShouldContain("another district");
        (await app.MailsAsync("outsider@riverbend.example")).ShouldBeEmpty();
        (
            await app.Db(db => db.Set<Person>().SingleAsync(p => p.Id == person.Id))
        ).InvitedAt.ShouldBeNull();
    }

    [EngineTheory]
    public async Task A_corrected_address_is_the_one_to_sign_in_with(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var browser = app.As("teacher");
        (await browser.GetAsync("/home")).Path.ShouldBe("/home");
        var account = await app.AccountAsync("teacher@riverbend.example");

        await CorrectAsync("amara@riverbend.example");
        (await app.Anonymous().SignInAsync("amara@riverbend.example")).Path.ShouldBe("/home");
        (await app.Anonymous().SignInAsync("teacher@riverbend.example")).Path.ShouldStartWith(
            "/sign-in"
        );
        (await browser.GetAsync("/home")).Path.ShouldStartWith(
            "/sign-in",
            Case.Sensitive,
            "a session of the former address"
        );

        // Another district's account keeps its address, and nothing breaks.
        await CorrectAsync("outsider@riverbend.example");
        (await app.AccountAsync("outsider@riverbend.example")).Id.ShouldNotBe(account.Id);
        (await app.Anonymous().SignInAsync("amara@riverbend.example")).Path.ShouldBe("/home");

        Task CorrectAsync(string email) =>
            app.Db(async db =>
            {
                var person = await db.Set<Person>().SingleAsync(p => p.Id == account.Id);
                person.CorrectFromRoster(person.GivenName, person.FamilyName, email);
                await db.SaveChangesAsync();
            });
    }
}
