using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Assessments;
using Throughline.Domain.Units;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Assessments;

public sealed class NewRoundTests(SharedApps apps) : IClassFixture<SharedApps>
{
    [EngineTheory]
    public async Task A_round_is_opened_for_everyone_unless_someone_is_taken_out(Engine engine)
    {
        var app = await apps.On(engine);
        var form = await FormAsync(app);
        var members = form.Values.Count(v => v.Name == "Input.RaterIds");
        members.ShouldBe(12);

        var page = await form.Fill("Input.Instrument", "ilt-continuum/1")
            .Fill("Input.Title", "Where we stand")
            .SubmitAsync();

        page.Heading.ShouldBe("Where we stand");
        page.Notice.ShouldBe("✓ “Where we stand” is open for 12 people. It stands in their day.");
        page.Text.ShouldContain("ILT Continuum, version 1. Last day");
        page.Text.ShouldContain("0 of 12 have finished.");
        (await app.As("member").GetAsync(RoundPages.AtLincoln))
            .TextsOf("ul.line strong")
            .ShouldContain("Where we stand");
    }

    [EngineTheory]
    [Row("", "2027-01-20", "2027-01-29", "Choose an instrument from the list.")]
    [Row("no-such/1", "2027-01-20", "2027-01-29", "Choose an instrument from the list.")]
    [Row("school-ilt/99", "2027-01-20", "2027-01-29", "Choose an instrument from the list.")]
    [Row("district-ilt/1", "2027-01-20", "2027-01-29", "This instrument is about a district.")]
    [Row("school-ilt/1", "2027-01-29", "2027-01-28", "The last day is before the first.")]
    [Row("school-ilt/1", "2027-01-10", "2027-01-19", "The last day has gone by.")]
    [Row("school-ilt/1", "", "2027-01-29", "Enter the first day.")]
    [Row("school-ilt/1", "2027-01-20", "", "Enter the last day.")]
    [Row("school-ilt/1", "2027-13-45", "2027-01-29", "")]
    public async Task What_cannot_be_a_round_is_refused_with_what_was_typed(
        Engine engine,
        string instrument,
        string opens,
        string closes,
        string reason
    )
    {
        var app = await apps.On(engine);
        var before = await CountAsync(app);
        var page = await (await FormAsync(app))
            .Set("Input.Instrument", instrument)
            .Fill("Input.Title", "Kept as it was typed")
            .Set("Input.OpensOn", opens)
            .Set("Input.ClosesOn", closes)
            .SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Problems.Count.ShouldBe(1);
        page.Problems[0].ShouldStartWith(reason);
        page.Document.QuerySelector("#problems a")!
            .GetAttribute("href")!
            .ShouldSatisfyAllConditions(href =>
                page.Document.GetElementById(href[1..]).ShouldNotBeNull(href)
            );
        page.Form("Open the round")["Input.Title"].ShouldBe("Kept as it was typed");
        (await CountAsync(app)).ShouldBe(before);
    }

    [EngineTheory]
    public async Task A_round_needs_a_title_and_someone_who_rates(Engine engine)
    {
        var app = await apps.On(engine);
        var page = await (await FormAsync(app))
            .Fill("Input.Instrument", "school-ilt/1")
            .Fill("Input.Title", "  ")
            .SubmitAsync();
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Problems.ShouldHaveSingleItem().ShouldContain("title");

        page = await (await FormAsync(app))
            .Fill("Input.Instrument", "school-ilt/1")
            .Set("Input.RaterIds")
            .SubmitAsync();
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Problems.ShouldBe(["Choose who rates."]);
    }

    [EngineTheory]
    [Row("teacher@riverbend.example")]
    [Row("supervisor@riverbend.example")]
    [Row("outsider@riverbend.example")]
    public async Task Only_members_of_this_ilt_can_be_asked(Engine engine, string email)
    {
        var app = await apps.On(engine);
        var before = await CountAsync(app);
        var id = await app.Db(db =>
            db.Set<Person>()
                .IgnoreQueryFilters()
                .Where(p => p.Email == email)
                .Select(p => p.Id)
                .SingleAsync()
        );
        var page = await (await FormAsync(app))
            .Fill("Input.Instrument", "school-ilt/1")
            .Set("Input.RaterIds", id.ToString())
            .SubmitAsync();
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Problems.ShouldBe([
            "Someone you chose is not a member any more. Look at the list again.",
        ]);
        (await CountAsync(app)).ShouldBe(before);
    }

    [EngineTheory]
    public async Task The_same_form_sent_twice_makes_one_round(Engine engine)
    {
        var app = await apps.On(engine);
        var before = await CountAsync(app);
        var form = (await FormAsync(app)).Fill("Input.Instrument", "school-ilt/1");
        var first = await form.SubmitAsync();
        var second = await form.SubmitAsync();
        second.Path.ShouldBe(first.Path);
        (await CountAsync(app)).ShouldBe(before + 1);
    }

    [EngineTheory]
    public async Task Two_rounds_opened_at_once_get_a_number_each(Engine engine)
    {
        var app = await apps.On(engine);
        var forms = new List<PageForm>();
        foreach (var by in new[] { "principal", "facilitator", "principal", "facilitator" })
        {
            forms.Add((await FormAsync(app, by)).Fill("Input.Instrument", "school-ilt/1"));
        }

        var pages = await Task.WhenAll(forms.Select(f => f.SubmitAsync()));
        pages.ShouldAllBe(p => p.Status == HttpStatusCode.OK);
        pages.Select(p => p.Path).Distinct(StringComparer.Ordinal).Count().ShouldBe(4);
    }

    [EngineTheory]
    public async Task A_team_without_members_is_told_to_form_the_ilt_first(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        await app.Db(db =>
            db.Set<Domain.Teams.IltMembership>()
                .Where(m =>
                    db.Set<Unit>().Any(u => u.Id == m.UnitId && u.Slug == DemoDistrict.Lincoln)
                )
                .ExecuteDeleteAsync()
        );
        var page = await app.As("principal").GetAsync($"{RoundPages.AtLincoln}/new");
        page.Text.ShouldContain("Lincoln Elementary has no ILT members yet.");
        page.Document.QuerySelectorAll("main form").ShouldBeEmpty();
    }

    private static async Task<PageForm> FormAsync(TestApp app, string by = "principal") =>
        (await app.As(by).GetAsync($"{RoundPages.AtLincoln}/new")).Form("Open the round");

    private static Task<int> CountAsync(TestApp app) => app.Db(db => db.Set<Round>().CountAsync());
}
