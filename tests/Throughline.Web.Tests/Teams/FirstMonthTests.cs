using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Data.Demo;
using Throughline.Data.Teams;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Teams;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Teams;

/// <summary>The first month of an ILT: what is done because it is there, what is skipped, what comes next.</summary>
public sealed class FirstMonthTests
{
    private const string NewPrincipal = "nathan.okoye@riverbend.example";
    private const string RooseveltPrincipal = "alonzo.pickett@riverbend.example";
    private const string New = $"/{DemoDistrict.NewSchool}/team/first-month";
    private const string Roosevelt = $"/{DemoDistrict.Roosevelt}/team/first-month";
    private const string Lincoln = $"/{DemoDistrict.Lincoln}/team/first-month";

    [EngineTheory]
    public async Task In_an_empty_school_forming_the_ilt_comes_first_and_forming_it_does_the_step(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var principal = app.As(NewPrincipal);
        var page = await principal.GetAsync(New);
        page.TextOf("#next").ShouldBe("Next: Form the ILT");
        page.Text.ShouldContain("0 of 17 steps done");
        page.Text.ShouldNotContain("Skip this step");

        page = await page.FollowAsync("Form the ILT");
        await page.Form("Form the ILT").SubmitAsync();

        page = await principal.GetAsync(New);
        page.TextOf("#next").ShouldBe("Next: Give each team a voice");
        page.Text.ShouldContain("1 of 17 steps done");
        (await principal.GetAsync("/home")).Text.ShouldContain("The steps of your first month");
    }

    [EngineTheory]
    public async Task Every_step_opens_a_page_that_its_school_has(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As(NewPrincipal).GetAsync(New);
        page.Document.QuerySelectorAll("main .line a")
            .Select(a => a.TextContent)
            .ShouldBe(["Form the ILT"]);
        await (await page.FollowAsync("Form the ILT")).Form("Form the ILT").SubmitAsync();
        foreach (
            var path in app
                .Services.GetRequiredService<FirstMonthCatalog>()
                .Steps.Select(s => s.Page)
                .Distinct()
        )
        {
            foreach (
                var (person, school) in new[]
                {
                    (NewPrincipal, DemoDistrict.NewSchool),
                    ("member", DemoDistrict.Lincoln),
                }
            )
            {
                (await app.As(person).GetAsync($"/{school}/{path}")).Status.ShouldBe(
                    HttpStatusCode.OK,
                    $"/{school}/{path}"
                );
            }
        }
    }

    [EngineTheory]
    public async Task A_team_that_has_all_of_it_is_done_and_is_not_led_through_it_any_more(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("facilitator").GetAsync(Lincoln);
        page.Text.ShouldContain("✓ Every step is done.");
        page.Text.ShouldContain("17 of 17 steps done");
        page.TextsOf("main form").ShouldBeEmpty();
        (await app.As("principal").GetAsync("/home")).Text.ShouldNotContain("first month");
    }

    [EngineTheory]
    public async Task A_step_is_skipped_by_name_and_taken_up_again(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var principal = app.As(RooseveltPrincipal);
        var page = await principal.GetAsync(Roosevelt);
        page.TextOf("#next").ShouldBe("Next: Agree on vision, purpose and goals");

        page = await page.Form("Skip this step").SubmitAsync();
        page.Notice.ShouldBe("✓ “Agree on vision, purpose and goals” is skipped.");
        page.Text.ShouldContain("Alonzo Pickett skipped it on January 20.");
        page.TextOf("#next").ShouldBe("Next: Say what each seat asks");

        page = await page.Form("Take it up again: Agree on vision, purpose and goals")
            .SubmitAsync();
        page.TextOf("#next").ShouldBe("Next: Agree on vision, purpose and goals");
        (
            await app.Db(db =>
                db.Set<FirstMonthSkip>().CountAsync(s => s.Step == FirstMonthFact.VisionAdopted)
            )
        ).ShouldBe(0);
    }

    [EngineTheory]
    public async Task Two_who_skip_one_step_skip_it_once_and_what_is_done_is_not_skipped(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var principal = app.As(RooseveltPrincipal);
        var (first, second) = (
            (await principal.GetAsync(Roosevelt)).Form("Skip this step"),
            (await principal.GetAsync(Roosevelt)).Form("Skip this step")
        );
        await first.SubmitAsync();
        (await second.SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);
        (
            await app.Db(db =>
                db.Set<FirstMonthSkip>().CountAsync(s => s.Step == FirstMonthFact.VisionAdopted)
            )
        ).ShouldBe(1);

        (await second.Set("step", "IltFormed").SubmitAsync()).Notice.ShouldBe(
            "✓ This step is done. There is nothing to skip."
        );
        (await second.Set("step", "Everything").SubmitAsync()).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await second.Set("step", "tea").SubmitAsync()).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [EngineTheory]
    public async Task It_stands_in_the_leaders_day_until_it_is_put_away_or_nothing_is_left(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        const string Row = "The steps of your first month";
        var principal = app.As(RooseveltPrincipal);
        (await principal.GetAsync("/home")).Text.ShouldContain(Row);
        (await app.As("kirsten.aldous@riverbend.example").GetAsync("/home")).Text.ShouldNotContain(
            Row
        );

        var page = await (await principal.GetAsync(Roosevelt))
            .Form("Put the first month away")
            .SubmitAsync();
        page.Text.ShouldContain("Alonzo Pickett put the first month away on January 20.");
        page.Document.QuerySelector("#next").ShouldBeNull();
        (await principal.GetAsync("/home")).Text.ShouldNotContain(Row);

        page = await page.Form("Bring it back").SubmitAsync();
        while (page.Document.QuerySelector("#next") is not null)
        {
            page = await page.Form("Skip this step").SubmitAsync();
        }

        page.Text.ShouldContain("✓ Every step is done or skipped.");
        (await principal.GetAsync("/home")).Text.ShouldNotContain(Row);
    }

    [EngineTheory]
    public async Task A_member_reads_it_and_skips_nothing_and_a_district_has_none(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var member = app.As("kirsten.aldous@riverbend.example");
        var page = await member.GetAsync(Roosevelt);
        page.TextOf("#next").ShouldStartWith("Next: ");
        page.TextsOf("main form").ShouldBeEmpty();
        (
            await member.PostFormAsync($"{Roosevelt}?handler=Skip", ("step", "VisionAdopted"))
        ).Status.ShouldBe(HttpStatusCode.NotFound);

        var leader = app.As("district-leader");
        (await leader.GetAsync($"/{DemoDistrict.District}/team")).Text.ShouldNotContain(
            "First month"
        );
        (await leader.GetAsync($"/{DemoDistrict.District}/team/first-month")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await app.As("teacher").GetAsync(Lincoln)).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
