using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Demo;
using Throughline.Data.Tests.Engines;

namespace Throughline.Web.Tests.Support;

/// <summary>A database with the demo district, and the cookies of its people: signing in costs more than most pages.</summary>
public sealed class DemoTemplate
{
    private readonly ConcurrentDictionary<
        (Engine, string),
        IReadOnlyDictionary<string, string>
    > signedIn = [];

    private DemoTemplate(TestAppSetup setup, Func<DateTime> now) =>
        Copies = new(async database =>
        {
            await using (var db = database.Open())
            {
                await db.Database.MigrateAsync();
                (await DemoDatabase.Seed(db).RunAsync(now())).IsOk.ShouldBeTrue();
            }

            await using var app = await TestApp.StartOnAsync(database, setup);
            foreach (var email in DemoDistrict.Personas.Select(p => p.Email))
            {
                var browser = app.Anonymous();
                var page = await browser.SignInAsync(email);
                page.Path.ShouldNotStartWith("/sign-in", Case.Sensitive, $"{email} signs in");
                signedIn[(database.Engine, email)] = browser.Cookies;
            }
        });

    /// <summary>The demo at the time of <see cref="TestClock"/>.</summary>
    public static DemoTemplate AtTestTime { get; } = new(new(), () => TestClock.Start);

    /// <summary>The demo as of now, for a browser, whose clock nobody sets.</summary>
    public static DemoTemplate Today { get; } =
#pragma warning disable RS0030 // A browser runs by the machine's clock, so the demo it looks at must too.
        new(new() { RealClock = true }, () => TimeProvider.System.GetUtcNow().UtcDateTime);
#pragma warning restore RS0030

    public DatabaseTemplate Copies { get; }

    public IReadOnlyDictionary<string, string>? Cookies(Engine engine, string email) =>
        signedIn.GetValueOrDefault((engine, email));
}
