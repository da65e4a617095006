using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Demo;
using Throughline.Data.Tests.Engines;

namespace Throughline.Web.Tests.Support;

/// <summary>A database with the demo district, and the cookies of its people: signing in costs more than most pages.</summary>
public static class DemoTemplate
{
    private static readonly ConcurrentDictionary<
        (Engine, string),
        IReadOnlyDictionary<string, string>
    > SignedIn = [];

    public static DatabaseTemplate Copies { get; } =
        new(async database =>
        {
            await using (var db = database.Open())
            {
                await db.Database.MigrateAsync();
                (await DemoDatabase.Seed(db).RunAsync(TestClock.Start)).IsOk.ShouldBeTrue();
            }

            await using var app = await TestApp.StartOnAsync(database);
            foreach (var email in DemoDistrict.Personas.Select(p => p.Email))
            {
                var browser = app.Anonymous();
                var page = await browser.SignInAsync(email);
                page.Path.ShouldNotStartWith("/sign-in", Case.Sensitive, $"{email} signs in");
                SignedIn[(database.Engine, email)] = browser.Cookies;
            }
        });

    public static IReadOnlyDictionary<string, string>? Cookies(Engine engine, string email) =>
        SignedIn.GetValueOrDefault((engine, email));
}
