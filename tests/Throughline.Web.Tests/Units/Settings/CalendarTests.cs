using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Units;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Units.Settings;

/// <summary>The clock stands at Wednesday, January 20, 2027. Monday to Friday, January 25 to 29 are ordinary days.</summary>
public sealed class CalendarTests
{
    private const string Lincoln = $"/{DemoDistrict.Lincoln}/settings/calendar";
    private const string District = $"/{DemoDistrict.District}/settings/calendar";

    [EngineTheory]
    public async Task A_closure_makes_the_school_year_one_school_day_shorter(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("principal").GetAsync(Lincoln);
        var before = SchoolDays(page);
        page = await Enter(page, "Boiler repair", "2027-01-26").SubmitAsync();
        page.Notice.ShouldBe("✓ Tue, Jan 26 is entered.");
        page.Text.ShouldContain("Tue, Jan 26 Boiler repair closure");
        SchoolDays(page).ShouldBe(before - 1);
    }

    [EngineTheory]
    public async Task A_break_is_entered_whole_or_not_at_all(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var principal = app.As("principal");
        var page = await principal.GetAsync(Lincoln);
        page = await Enter(page, "Boiler repair", "2027-01-28").SubmitAsync();
        page = await Enter(page, "Flu", "2027-01-25", "2027-01-29").SubmitAsync();
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Problems.Single().ShouldContain("Thu, Jan 28");
        page.Form("Enter")["Input.Label"].ShouldBe("Flu");
        (await principal.GetAsync(Lincoln)).Text.ShouldNotContain("Flu");

        page = await Enter(page, "Flu", "2027-01-29", "2027-02-02").SubmitAsync();
        page.Notice.ShouldBe("✓ 3 days are entered, Fri, Jan 29 to Tue, Feb 2.");
    }

    [EngineTheory]
    [Row("", "2027-01-26", "Enter what the day is called")]
    [Row("Flu", "", "Enter the day")]
    [Row("Flu", "26.1.2027", "Enter the day")]
    [Row("Flu", "0001-01-01", "Enter the day")]
    public async Task What_is_missing_is_named_and_what_was_typed_stays(
        Engine engine,
        string label,
        string day,
        string reason
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("principal").GetAsync(Lincoln);
        page = await Enter(page, label, day).SubmitAsync();
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Problems.Single().ShouldContain(reason);
        page.Form("Enter")["Input.FirstDay"].ShouldBe(day);
    }

    [EngineTheory]
    public async Task A_school_has_its_districts_days_and_can_make_an_exception(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var admin = app.As("admin");
        await Enter(await admin.GetAsync(District), "Staff day", "2027-01-26").SubmitAsync();

        var principal = app.As("principal");
        var page = await principal.GetAsync(Lincoln);
        page.Text.ShouldContain("Tue, Jan 26 Staff day closure from the district");
        var closed = SchoolDays(page);
        page = await page.FollowAsync("Make an exception Staff day, Tue, Jan 26");
        page.Heading.ShouldBe("Tuesday, January 26, 2027");
        page = await page.Form("Make the exception")
            .Fill("Kind", "Make-up day")
            .Fill("What it is called", "School as usual")
            .SubmitAsync();
        page.Text.ShouldContain(
            "School as usual make-up day instead of the district's “Staff day”"
        );
        SchoolDays(page).ShouldBe(closed + 1);
        (await admin.GetAsync(District)).Text.ShouldNotContain("School as usual");

        page = await principal.GetAsync($"{Lincoln}/2027-01-26");
        page = await page.Form("Remove the exception").SubmitAsync();
        page.Notice.ShouldBe("✓ Tue, Jan 26 follows the district again.");
        SchoolDays(page).ShouldBe(closed);
    }

    [EngineTheory]
    public async Task A_break_can_be_renamed_or_removed_as_one(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var principal = app.As("principal");
        await Enter(await principal.GetAsync(Lincoln), "Flu", "2027-01-25", "2027-01-29")
            .SubmitAsync();

        var page = await principal.GetAsync($"{Lincoln}/2027-01-27");
        page = await page.Form("Save")
            .Fill("What it is called", "Influenza")
            .Tick("Input.WholeBreak", "true")
            .SubmitAsync();
        page.TextsOf("tbody tr")
            .Count(r => r.Contains("Influenza", StringComparison.Ordinal))
            .ShouldBe(5);

        page = await principal.GetAsync($"{Lincoln}/2027-01-27");
        page = await page.Form("Remove").SubmitAsync();
        page.TextsOf("tbody tr")
            .Count(r => r.Contains("Influenza", StringComparison.Ordinal))
            .ShouldBe(4);
        page = await principal.GetAsync($"{Lincoln}/2027-01-26");
        page = await page.Form("Remove").Tick("Input.WholeBreak", "true").SubmitAsync();
        page.Text.ShouldNotContain("Influenza");
    }

    [EngineTheory]
    public async Task A_day_someone_else_changed_meanwhile_is_not_overwritten(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        await Enter(await app.As("principal").GetAsync(Lincoln), "Flu", "2027-01-26").SubmitAsync();
        var mine = await app.As("principal").GetAsync($"{Lincoln}/2027-01-26");
        var theirs = await app.As("admin").GetAsync($"{Lincoln}/2027-01-26");
        await theirs.Form("Save").Fill("What it is called", "Cold").SubmitAsync();

        var clash = await mine.Form("Save").Fill("What it is called", "Influenza").SubmitAsync();
        clash.Status.ShouldBe(HttpStatusCode.Conflict);
        clash.TextsOf("[role=alert] td").ShouldBe(["Cold", "Influenza"]);
        (await clash.Form("Save").SubmitAsync()).Text.ShouldContain("Influenza");
    }

    [EngineTheory]
    [Row("2027-01-26")]
    [Row("2027-13-01")]
    [Row("tomorrow")]
    public async Task A_day_without_an_entry_has_no_page(Engine engine, string day)
    {
        await using var app = await TestApp.StartAsync(engine);
        (await app.As("principal").GetAsync($"{Lincoln}/{day}")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [EngineTheory]
    public async Task School_years_are_the_districts_and_never_overlap(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        (await app.As("principal").GetAsync($"{Lincoln}/years")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );

        var page = await app.As("admin").GetAsync($"{District}/years");
        page = await page.Form("Save")
            .Fill("Name", "Another")
            .Fill("First day", "2027-02-01")
            .Fill("Last day", "2027-12-01")
            .SubmitAsync();
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Problems.Single().ShouldContain("overlap with 2026–27");
        page = await page.Form("Save")
            .Fill("Name", "2027–28")
            .Fill("First day", "2027-08-23")
            .Fill("Last day", "2028-06-09")
            .SubmitAsync();
        page.Notice.ShouldBe("✓ The school year 2027–28 is saved.");
        page.TextsOf("nav[aria-label='School years'] a").ShouldContain("2027–28");
    }

    [EngineTheory]
    public async Task A_school_year_changed_by_two_is_not_overwritten(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var id = await app.Db(db => db.Set<SchoolYear>().Select(y => y.Id).FirstAsync());
        var mine = await app.As("admin").GetAsync($"{District}/years/{id}");
        var theirs = await app.As("district-leader").GetAsync($"{District}/years/{id}");
        await theirs.Form("Save").Fill("Name", "Theirs").SubmitAsync();
        var clash = await mine.Form("Save").Fill("Name", "Mine").SubmitAsync();
        clash.Status.ShouldBe(HttpStatusCode.Conflict);
        clash.TextsOf("[role=alert] td").ShouldBe(["Theirs", "Mine"]);
    }

    [EngineTheory]
    public async Task A_file_comes_in_and_the_second_time_changes_nothing(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        const string csv =
            "\uFEFFdate;kind;label\r\n2027-01-25;closure;Flu\r\n2027-01-26;half day;Flu\r\n";
        var page = await SendAsync(app, csv);
        page.Path.ShouldBe(Lincoln);
        page.Notice.ShouldBe("✓ 2 days added, 0 changed, 0 as they were.");
        page.Text.ShouldContain("Tue, Jan 26 Flu half day");
        (await SendAsync(app, csv)).Notice.ShouldBe(
            "✓ Nothing changes: all 2 days of the file are in the calendar already."
        );
    }

    [EngineTheory]
    public async Task One_error_and_nothing_of_a_file_comes_in(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await SendAsync(
            app,
            "date,kind,label\n2027-01-25,closure,Flu\n1/26/2027,closure,<b>Flu</b>\n"
        );
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.TextsOf(".scroll td")
            .ShouldBe(["3", "date", "1/26/2027", "a day as yyyy-mm-dd, such as 2026-11-26"]);
        (await app.As("principal").GetAsync(Lincoln)).Text.ShouldNotContain("Flu");
        (await SendAsync(app, "")).Problems.Single().ShouldContain("Choose the file");
    }

    [EngineTheory]
    public async Task The_template_can_be_sent_back_as_it_is(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var template = await app.As("principal").GetAsync($"{Lincoln}/import?handler=Template");
        template.ContentHeaders.ContentDisposition!.FileName.ShouldBe("calendar.csv");
        var page = await SendAsync(app, template.Html);
        page.Notice!.ShouldContain("added");
    }

    [EngineTheory]
    public async Task The_calendar_is_for_those_who_keep_the_unit(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        foreach (var person in new[] { "teacher", "member", "outsider" })
        {
            (await app.As(person).GetAsync(Lincoln)).Status.ShouldBe(
                HttpStatusCode.NotFound,
                person
            );
        }
    }

    private static PageForm Enter(TestPage page, string label, string first, string last = "") =>
        page.Form("Enter")
            .Fill("Kind", "Closure")
            .Fill("What it is called", label)
            .Fill("Day", first)
            .Fill("Last day of a break", last);

    private static async Task<TestPage> SendAsync(TestApp app, string csv)
    {
        var page = await app.As("principal").GetAsync($"{Lincoln}/import");
        return await page.Form("Bring it in")
            .Attach("File", "calendar.csv", Encoding.UTF8.GetBytes(csv))
            .SubmitAsync();
    }

    private static int SchoolDays(TestPage page) =>
        int.Parse(
            page.TextOf(".lead strong").Split(' ')[0],
            NumberStyles.Integer,
            CultureInfo.InvariantCulture
        );
}
