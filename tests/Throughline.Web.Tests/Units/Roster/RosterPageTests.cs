using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Data;
using Throughline.Data.Demo;
using Throughline.Data.Platform;
using Throughline.Data.Tests.Engines;
using Throughline.Data.Tests.Roster;
using Throughline.Domain.Units;
using Throughline.Domain.Units.Roster;
using Throughline.Web.Tests.Support;
using static Throughline.Data.Tests.Roster.RosterZipBuilder;

namespace Throughline.Web.Tests.Units.Roster;

public sealed class RosterPageTests
{
    private const string Address = "/riverbend/settings/roster";

    // An installation with a district and its administrator, as after the first start without demo data.
    private static async Task<(TestApp App, TestBrowser Browser)> StartAsync(Engine engine)
    {
        var app = await TestApp.StartEmptyAsync(engine);
        var now = app.Clock.Now;
        var district = Unit.NewDistrict("Riverbend", "riverbend", "America/Chicago", now).Value;
        var admin = Person
            .New(district.Id, "Priscilla", "Amundsen", "admin@solar.example", now)
            .Value;
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThroughlineDb>();
        db.Scope.Enter(district.Id);
        db.AddRange(district, admin);
        db.Add(RoleAssignment.Give(admin.Id, district, Role.Administrator, now).Value);
        await db.SaveChangesAsync();
        var account = Account.For(admin);
        account.SetPassword(
            new PasswordHasher<Account>().HashPassword(account, DemoDistrict.Password)
        );
        db.Add(account);
        await db.SaveChangesAsync();
        return (app, app.As("admin@solar.example"));
    }

    private static async Task<TestPage> UploadAsync(
        TestBrowser browser,
        byte[] file,
        string name = "roster.zip"
    )
    {
        var page = await browser.GetAsync(Address);
        page = await page.Form("Read the file").Attach("File", name, file).SubmitAsync();
        for (
            var i = 0;
            i < 200 && page.Text.Contains("Reading the file", StringComparison.Ordinal);
            i++
        )
        {
            await Task.Delay(50);
            page = await browser.GetAsync(page.Path);
        }

        return page;
    }

    private static Task<int> RosterPeopleAsync(TestApp app) =>
        app.Db(db => db.Set<Person>().CountAsync(p => p.SourcedId != null && p.LeftOn == null));

    [EngineTheory]
    public async Task A_roster_is_read_previewed_and_applied(Engine engine)
    {
        var (app, browser) = await StartAsync(engine);
        await using var _ = app;
        var before = await RosterPeopleAsync(app);

        var preview = await UploadAsync(browser, Valid().Build());
        preview.Text.ShouldContain("Nothing has changed yet");
        preview.Text.ShouldContain("Ann Lee");
        preview.Text.ShouldContain("1 student");
        preview.Html.ShouldNotContain("Secret");
        preview.Text.ShouldContain("Leadership to confirm afterwards (1)");
        preview.Commands.Count.ShouldBeLessThanOrEqualTo(8);
        (await RosterPeopleAsync(app)).ShouldBe(before);

        var done = await preview.Form("Apply these changes").SubmitAsync();
        done.Status.ShouldBe(HttpStatusCode.OK);
        done.Text.ShouldContain("schools: 2 added, 0 changed, 0 deactivated");
        done.Text.ShouldContain("staff: 3 added, 0 changed, 0 deactivated");
        (await RosterPeopleAsync(app)).ShouldBe(before + 3);

        var history = await browser.GetAsync(Address);
        history.Text.ShouldContain("roster.zip");
        history.Text.ShouldContain("staff: 3 added");
    }

    [EngineTheory]
    public async Task Nothing_of_the_file_stays_after_it_is_applied_or_discarded(Engine engine)
    {
        var (app, browser) = await StartAsync(engine);
        await using var _ = app;

        await (await UploadAsync(browser, Valid().Build())).Form("Discard the file").SubmitAsync();
        await (await UploadAsync(browser, Valid().Build()))
            .Form("Apply these changes")
            .SubmitAsync();

        var imports = await app.Db(db => db.Set<RosterImport>().OrderBy(i => i.Id).ToListAsync());
        imports
            .Select(i => i.Status)
            .Order()
            .ShouldBe([RosterImportStatus.Applied, RosterImportStatus.Discarded]);
        imports.ShouldAllBe(i => i.Snapshot == null && i.Report == null);
    }

    [EngineTheory]
    public async Task Errors_are_shown_with_their_place_and_nothing_can_be_applied(Engine engine)
    {
        var (app, browser) = await StartAsync(engine);
        await using var _ = app;

        var page = await UploadAsync(
            browser,
            Valid().Replace("users.csv", "ann@solar.example", "no <b>address").Build()
        );

        page.TextsOf("td")
            .ShouldBe([
                "users.csv",
                "2",
                "email",
                "no <b>address",
                "An e-mail address such as name@school.org, or nothing.",
            ]);
        page.Text.ShouldNotContain("Apply these changes");
    }

    [EngineTheory]
    public async Task Many_deactivations_are_confirmed_by_typing_their_number(Engine engine)
    {
        var (app, browser) = await StartAsync(engine);
        await using var _ = app;
        var first = await UploadAsync(browser, Valid().Build());
        await first.Form("Apply these changes").SubmitAsync();
        var less = Valid().Replace("users.csv", "t2,,,true", "t2,,,false").Build();

        var preview = await UploadAsync(browser, less);
        preview.Text.ShouldContain("Bob Moss");
        var wrong = await preview
            .Form("Apply these changes")
            .Fill("Type 1 to confirm", "7")
            .SubmitAsync();
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Problems.ShouldHaveSingleItem();
        (await LeftAsync()).ShouldBeFalse();

        var done = await wrong
            .Form("Apply these changes")
            .Fill("Type 1 to confirm", "1")
            .SubmitAsync();
        done.Text.ShouldContain("staff: 0 added, 0 changed, 1 deactivated");
        (await LeftAsync()).ShouldBeTrue();

        Task<bool> LeftAsync() =>
            app.Db(db => db.Set<Person>().AnyAsync(p => p.SourcedId == "t2" && p.LeftOn != null));
    }

    [EngineTheory]
    public async Task What_changed_since_the_preview_is_shown_before_anything_is_applied(
        Engine engine
    )
    {
        var (app, browser) = await StartAsync(engine);
        await using var _ = app;
        var preview = await UploadAsync(browser, Valid().Build());
        await app.Db(async db =>
        {
            var district = await db.Set<Unit>().SingleAsync(u => u.Slug == "riverbend");
            db.Add(
                Person
                    .New(district.Id, "Made", "Meanwhile", "ann@solar.example", app.Clock.Now)
                    .Value
            );
            await db.SaveChangesAsync();
        });

        var again = await preview.Form("Apply these changes").SubmitAsync();
        again.Status.ShouldBe(HttpStatusCode.Conflict);
        again.Text.ShouldContain("Made Meanwhile");
        (await app.Db(db => db.Set<Person>().CountAsync(p => p.SourcedId == "t1"))).ShouldBe(0);

        var done = await again.Form("Apply these changes").SubmitAsync();
        done.Text.ShouldContain("staff: 3 added");
        (
            await app.Db(db => db.Set<Person>().SingleAsync(p => p.SourcedId == "t1"))
        ).Email.ShouldBeNull();
    }

    [EngineTheory]
    public async Task The_same_roster_again_changes_nothing(Engine engine)
    {
        var (app, browser) = await StartAsync(engine);
        await using var _ = app;
        await (await UploadAsync(browser, Valid().Build()))
            .Form("Apply these changes")
            .SubmitAsync();

        var again = await UploadAsync(browser, Valid().Build());
        again.Text.ShouldContain("Nothing changes.");
        again.Text.ShouldNotContain("Apply these changes");
    }

    [EngineTheory]
    public async Task A_new_file_takes_the_place_of_one_that_waits(Engine engine)
    {
        var (app, browser) = await StartAsync(engine);
        await using var _ = app;
        var first = await UploadAsync(browser, Valid().Build());
        await UploadAsync(browser, Valid12().Build());

        (await browser.GetAsync(first.Path)).Text.ShouldContain("discarded");
    }

    [EngineTheory]
    public async Task The_sheet_can_be_downloaded_filled_in_and_brought_in(Engine engine)
    {
        var (app, browser) = await StartAsync(engine);
        await using var _ = app;
        var sheet = await browser.GetAsync(Address + "?handler=Template");
        sheet.ContentHeaders.ContentType!.MediaType.ShouldBe("text/csv");

        var preview = await UploadAsync(browser, sheet.Body, "staff.csv");
        preview.Text.ShouldContain("Ann Example");
    }

    [EngineTheory]
    public async Task No_file_is_refused_in_words(Engine engine)
    {
        var (app, browser) = await StartAsync(engine);
        await using var _ = app;
        var page = await (await browser.GetAsync(Address)).Form("Read the file").SubmitAsync();
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Problems.ShouldHaveSingleItem().ShouldContain("Choose the file first");
    }

    [EngineTheory]
    public async Task A_school_has_no_roster_page_and_others_find_no_import(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var preview = await UploadAsync(app.As("admin"), Valid().Build());
        preview.Text.ShouldContain("another district");

        (await app.As("admin").GetAsync("/lincoln-elementary/settings/roster")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        foreach (var stranger in new[] { "outsider", "teacher", "principal" })
        {
            (await app.As(stranger).GetAsync(preview.Path)).Status.ShouldBe(
                HttpStatusCode.NotFound,
                stranger
            );
        }
    }
}
