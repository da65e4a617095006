using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Shared;
using Throughline.Domain.Work;
using Throughline.Web.Tests.Support;
using static Throughline.Web.Tests.Assessments.RoundPages;

namespace Throughline.Web.Tests.Work;

/// <summary>How one thing becomes another: the new one knows where it came from, and the old one stays as it is.</summary>
public sealed class OriginTests(SharedApps apps) : IClassFixture<SharedApps>
{
    private const string New = $"/{DemoDistrict.Lincoln}/work/actions/new";

    [EngineTheory]
    public async Task What_is_made_of_a_thing_leads_to_it_and_leaves_it_as_it_is(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var before = await StepAsync(app);

        var form = await app.As("member").GetAsync($"{New}?from={before.Id}");
        form.Text.ShouldContain($"Comes from: Action 1 – {before.Title}");
        form.Form("Add the action step")["Input.Title"].ShouldBe(before.Title);
        var page = await form.Form("Add the action step")
            .Fill("What will be done", "A smaller step")
            .Fill("Who carries it", "Theo Lindqvist")
            .Fill("By when", Day(app, 6))
            .SubmitAsync();

        page.Heading.ShouldBe("A smaller step");
        page.TextOf("ul.line").ShouldContain($"Came from: Action 1 {before.Title}");
        var after = await StepAsync(app);
        (after.Version, after.Title, after.Status).ShouldBe(
            (before.Version, before.Title, before.Status)
        );
    }

    [EngineTheory]
    [Row("issues", "Make a to-do of it", "Add the to-do")]
    [Row("issues", "Make a rock of it", "Begin the rock")]
    [Row("issues", "Propose a decision on it", "Propose it")]
    [Row("issues", "Make an action step of it", "Add the action step")]
    [Row("rocks", "Raise it as an issue", "Raise the issue")]
    [Row("todos", "Raise it as an issue", "Raise the issue")]
    [Row("decisions", "Make a to-do of it", "Add the to-do")]
    [Row("decisions", "Make a rock of it", "Begin the rock")]
    public async Task One_thing_becomes_another_in_one_step_linked_both_ways(
        Engine engine,
        string list,
        string becomes,
        string adds
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var member = app.As("member");
        var origin = await OfferingAsync(member, list, becomes);
        var (title, before) = (origin.Heading!, LedTo(origin));

        var form = await member.GetAsync(
            origin
                .Document.QuerySelectorAll("main a")
                .First(a => a.TextContent.Trim() == becomes)
                .GetAttribute("href")!
        );
        form.Text.ShouldContain("Comes from:");
        var filled = form.Form(adds);
        if (adds is "Add the to-do" or "Begin the rock" or "Add the action step")
        {
            filled = filled.Fill("Who carries it", "Theo Lindqvist");
            filled = adds == "Begin the rock" ? filled : filled.Fill("By when", Day(app, 6));
        }

        var page = await filled.SubmitAsync();

        page.Problems.ShouldBeEmpty();
        page.TextOf("ul.line").ShouldContain("Came from:");
        page.TextOf("ul.line").ShouldContain(title);
        var after = await member.GetAsync(origin.Path);
        LedTo(after).ShouldBe(before + 1);
        after.Heading.ShouldBe(title);
    }

    private static int LedTo(TestPage page) =>
        page.TextsOf("ul.line .what").Count(t => t.StartsWith("Led to:", StringComparison.Ordinal));

    // The first thing of the list that can become this: a rock off track, a to-do past its day.
    private static async Task<TestPage> OfferingAsync(
        TestBrowser member,
        string list,
        string becomes
    )
    {
        var all = await member.GetAsync($"/{DemoDistrict.Lincoln}/work/{list}");
        foreach (
            var path in all
                .Document.QuerySelectorAll("main table a")
                .Select(a => a.GetAttribute("href")!)
                .Distinct()
        )
        {
            var page = await member.GetAsync(path);
            if (page.Text.Contains(becomes, StringComparison.Ordinal))
            {
                return page;
            }
        }

        throw new InvalidOperationException($"None of {list} can become this: {becomes}");
    }

    [EngineTheory]
    public async Task A_refused_form_still_knows_where_it_comes_from(Engine engine)
    {
        var app = await apps.On(engine);
        var step = await StepAsync(app);
        var page = await (await app.As("member").GetAsync($"{New}?from={step.Id}"))
            .Form("Add the action step")
            .Fill("What will be done", " ")
            .SubmitAsync();
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain("Comes from: Action 1");
    }

    [EngineTheory]
    public async Task What_is_not_there_or_not_ones_own_is_no_origin(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var elsewhere = await app.Db(db =>
            db.Set<Thing>().Where(t => t.Kind == ThingKind.Round).ToListAsync()
        );
        var lincoln = (await StepAsync(app)).UnitId;
        var foreign = await app.Db(
            db => db.Set<Thing>().Select(t => t.Id).FirstAsync(),
            DemoDistrict.OtherDistrict
        );
        foreach (
            var from in new[]
            {
                "no-id",
                "01890000-0000-7000-8000-000000000001",
                elsewhere.First(t => t.UnitId != lincoln).Id.ToString(),
                foreign.ToString(),
            }
        )
        {
            (await app.As("member").GetAsync($"{New}?from={from}")).Status.ShouldBe(
                HttpStatusCode.NotFound,
                from
            );
            var page = await (await app.As("member").GetAsync(New))
                .Form("Add the action step")
                .Set("from", from)
                .Fill("What will be done", "Of nothing")
                .Fill("Who carries it", "Theo Lindqvist")
                .Fill("By when", Day(app, 6))
                .SubmitAsync();
            page.Problems.ShouldHaveSingleItem().ShouldStartWith("What this comes from is not");
        }

        (await app.Db(db => db.Set<ActionStep>().AnyAsync(s => s.Title == "Of nothing"))).ShouldBe(
            false
        );
    }

    private static Task<ActionStep> StepAsync(TestApp app) =>
        app.Db(db => db.Set<ActionStep>().AsNoTracking().SingleAsync(s => s.Number == 1));
}
