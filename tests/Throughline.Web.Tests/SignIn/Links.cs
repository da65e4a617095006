using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Data;
using Throughline.Data.Platform;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Web.Features.SignIn;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.SignIn;

/// <summary>Invites, forgets and reads mails for the tests of sign-in.</summary>
internal static partial class Links
{
    /// <summary>A password that the rules take.</summary>
    public const string Password = "three green bicycles";

    /// <summary>Someone at Lincoln whom nobody has invited.</summary>
    public static Task<Person> NewPersonAsync(this TestApp app, string email) =>
        app.Db(async db =>
        {
            var lincoln = await db.Set<Unit>().SingleAsync(u => u.Slug == "lincoln-elementary");
            var person = Person
                .New(lincoln.DistrictId, "Quentin", "Abernathy", email, app.Clock.Now)
                .Value;
            db.Add(person);
            db.Add(RoleAssignment.Give(person.Id, lincoln, Role.Teacher, app.Clock.Now).Value);
            await db.SaveChangesAsync();
            return person;
        });

    /// <summary>Invites a person to their district, or returns the refusal.</summary>
    public static async Task<Result> InviteAsync(this TestApp app, Guid personId)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThroughlineDb>();
        var found = await db.Set<Person>()
            .IgnoreQueryFilters()
            .AsNoTracking()
            .SingleAsync(p => p.Id == personId);
        db.Scope.Enter(found.DistrictId);
        var person = await db.Set<Person>().SingleAsync(p => p.Id == personId);
        var district = await db.Set<Unit>().SingleAsync(u => u.Id == person.DistrictId);
        var invited = await scope
            .ServiceProvider.GetRequiredService<Invitations>()
            .InviteAsync(person, district);
        await db.SaveChangesAsync();
        return invited;
    }

    /// <summary>Invites someone new and returns the address of their link.</summary>
    public static async Task<string> InviteNewAsync(this TestApp app, string email)
    {
        var person = await app.NewPersonAsync(email);
        (await app.InviteAsync(person.Id)).IsOk.ShouldBeTrue();
        return await app.LinkAsync(email);
    }

    /// <summary>Asks for a new password and returns the address of the link.</summary>
    public static async Task<string> ForgetAsync(this TestApp app, string email)
    {
        await app.Anonymous().PostFormAsync("/forgot-password", ("Email", email));
        return await app.LinkAsync(email);
    }

    /// <summary>The mails written to an address, oldest first.</summary>
    public static Task<List<OutboxMail>> MailsAsync(this TestApp app, string email) =>
        app.Db(async db =>
            (
                await db.Set<OutboxMail>()
                    .IgnoreQueryFilters()
                    .Where(m => m.To == email)
                    .ToListAsync()
            )
                .OrderBy(m => m.CreatedAt)
                .ToList()
        );

    /// <summary>The link in the newest mail to an address, without the host.</summary>
    public static async Task<string> LinkAsync(this TestApp app, string email) =>
        In((await app.MailsAsync(email))[^1].Body);

    /// <summary>The link in a text, without the host.</summary>
    public static string In(string text) => new Uri(Link().Match(text).Value).PathAndQuery;

    /// <summary>Opens a link and sets a password.</summary>
    public static async Task<TestPage> SetPasswordAsync(
        this TestBrowser browser,
        string link,
        string password = Password
    ) =>
        await (await browser.GetAsync(link))
            .Form("Set password")
            .Fill("New password", password)
            .Fill("The same again", password)
            .SubmitAsync();

    public static Task<Account> AccountAsync(this TestApp app, string email) =>
        app.Db(db =>
            db.Users.AsNoTracking().SingleAsync(a => a.NormalizedEmail == Account.Normalize(email))
        );

    [GeneratedRegex(
        @"https?://\S+/set-password\S+",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Link();
}
