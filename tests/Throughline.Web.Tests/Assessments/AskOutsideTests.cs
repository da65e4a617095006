using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Platform;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Assessments;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Tests.Support;
using static Throughline.Web.Tests.Assessments.RoundPages;

namespace Throughline.Web.Tests.Assessments;

/// <summary>The other level is asked to rate too: a school's ILT by the district's, the district's by its schools.</summary>
public sealed class AskOutsideTests
{
    private const string AtDistrict = $"/{DemoDistrict.District}/assessments";

    [EngineTheory]
    public async Task Members_of_the_districts_ilt_are_asked_on_a_schools_round(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var round = await OpenAsync(app);
        var ask = await app.As("principal").GetAsync($"{round.Path}/ask");
        ask.Text.ShouldContain("Arjun Mehta");
        ask.Document.QuerySelectorAll("main label")
            .Select(l => TestPage.Words(l))
            .ShouldNotContain("Marisol Vega");

        var page = await AskAsync(app, round, "supervisor", "district-leader");

        page.Notice.ShouldBe(
            "✓ 2 people are asked for the view from outside. It stands in their day."
        );
        page.TextsOf("section[aria-labelledby=raters] h3")
            .ShouldBe(["The team 0 of 3 have finished", "From outside 0 of 2 have finished"]);
        page.Text.ShouldContain("With fewer than three answers from outside no comparison");
        page.Text.ShouldContain("Marisol Vega asked for the view from outside: 2 people");
        var day = await app.As("supervisor").GetAsync("/home");
        day.TextsOf("ul.line .what").ShouldContain(w => w.StartsWith("View from outside"));
        var rate = await app.As("supervisor").GetAsync(round.Rate);
        rate.Text.ShouldContain("How you see Lincoln Elementary from outside");
        (await app.As("supervisor").GetAsync(round.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.As("supervisor").GetAsync($"{round.Path}/results")).Status.ShouldBe(
            HttpStatusCode.OK
        );
    }

    [EngineTheory]
    public async Task Who_was_asked_finds_the_results_once_the_round_is_closed(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var round = await OpenAsync(app);
        await AskAsync(app, round, "supervisor");
        await round.AnswerAllAsync("supervisor", 2);
        await round.CloseAsync();

        var mine = await app.As("supervisor").GetAsync("/home/rounds");
        var results = await mine.FollowAsync("A round of the tests");

        results.Path.ShouldBe($"{round.Path}/results");
        results.Status.ShouldBe(HttpStatusCode.OK);
        (await app.As("teacher").GetAsync("/home/rounds")).Text.ShouldNotContain(
            "A round of the tests"
        );
    }

    [EngineTheory]
    public async Task The_view_from_outside_can_be_asked_for_when_a_round_opens(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var form = await FormAsync(app, AtLincoln, "principal");
        var page = await form.Fill("Input.Instrument", "school-ilt/1")
            .Set("Input.OutsideIds", await IdsAsync(app, ["supervisor"]))
            .SubmitAsync();

        page.TextsOf("section[aria-labelledby=raters] h3")
            .ShouldBe(["The team 0 of 12 have finished", "From outside 0 of 1 have finished"]);
    }

    [EngineTheory]
    [Row("teacher")]
    [Row("principal")]
    [Row("admin")]
    public async Task Only_the_districts_ilt_looks_at_a_school_from_outside(
        Engine engine,
        string person
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var ids = await IdsAsync(app, [person]);
        var form = await FormAsync(app, AtLincoln, "principal");
        var opened = await form.Fill("Input.Instrument", "school-ilt/1")
            .Set("Input.OutsideIds", ids)
            .SubmitAsync();
        opened.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        opened.Problems.ShouldHaveSingleItem().ShouldContain("not on the district's ILT");

        var round = await OpenAsync(app);
        var asked = await app.As("principal")
            .PostFormAsync($"{round.Path}/ask", ("Input.OutsideIds", ids[0]));
        asked.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        asked.Problems.ShouldHaveSingleItem().ShouldContain("Nobody new was chosen");
        (await RatersAsync(app, round.Number)).ShouldAllBe(r => r.Perspective == Perspective.Team);
    }

    [EngineTheory]
    public async Task With_an_instrument_about_oneself_nobody_looks_from_outside(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var form = (await FormAsync(app, AtLincoln, "principal"))
            .Fill("Input.Instrument", "principal-reflection/1")
            .Fill("Input.Title", "My questions")
            .Set("Input.RaterIds", await IdsAsync(app, ["principal"]));
        var refused = await form.Set("Input.OutsideIds", await IdsAsync(app, ["supervisor"]))
            .SubmitAsync();
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Problems.ShouldHaveSingleItem().ShouldContain("each person looks at themselves");

        var page = await form.Set("Input.OutsideIds").SubmitAsync();

        page.Text.ShouldContain("A round for one person alone has no results");
        page.Text.ShouldNotContain("Ask for the view from outside");
        (await app.As("principal").GetAsync($"{page.Path}/ask")).Text.ShouldContain(
            "Nobody can be asked from outside."
        );
        (await app.As("principal").GetAsync($"{page.Path}/rate")).Text.ShouldContain(
            "Only you can read your answers, before and after the round is closed."
        );
    }

    [EngineTheory]
    public async Task All_schools_are_asked_on_the_districts_round_but_nobody_of_its_own_ilt(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var form = await FormAsync(app, AtDistrict, "district-leader");
        var page = await form.Fill("Input.Instrument", "district-ilt/1")
            .Tick("ILT members of all schools")
            .Tick("Principals of all schools")
            .SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.OK, page.Text);
        var raters = await RatersAsync(app, Number(page), DemoDistrict.District);
        var expected = await app.Db(async db =>
        {
            var seats = await db.Set<IltMembership>()
                .Where(m => m.Until == null)
                .Select(m => new { m.PersonId, Own = m.UnitId == m.DistrictId })
                .ToListAsync();
            var own = seats.Where(s => s.Own).Select(s => s.PersonId).ToHashSet();
            var leaders = await db.Set<RoleAssignment>()
                .Where(r => r.Role == Role.Principal && r.Status == RoleStatus.Active)
                .Select(r => r.PersonId)
                .ToListAsync();
            return seats
                .Where(s => !s.Own)
                .Select(s => s.PersonId)
                .Concat(leaders)
                .Where(id => !own.Contains(id))
                .ToHashSet();
        });
        raters
            .Where(r => r.Perspective == Perspective.Outside)
            .Select(r => r.PersonId)
            .ShouldBe(expected, ignoreOrder: true);
        expected.Count.ShouldBeGreaterThan(20);
        (await app.As("member").GetAsync("/home")).Text.ShouldContain("View from outside");
        (await app.As("member").GetAsync($"{page.Path}/rate")).Status.ShouldBe(HttpStatusCode.OK);
        (await app.As("member").GetAsync(page.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [EngineTheory]
    public async Task Schools_are_found_by_name_and_chosen_one_by_one(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var opened = await (await FormAsync(app, AtDistrict, "district-leader"))
            .Fill("Input.Instrument", "district-ilt/1")
            .SubmitAsync();
        var ask = await app.As("district-leader").GetAsync($"{opened.Path}/ask?Find.Q=tubman");
        ask.Document.QuerySelectorAll("[name='Input.SchoolIds']").Length.ShouldBe(1);
        var school = ask.Document.QuerySelector("[name='Input.SchoolIds']")!.GetAttribute("value")!;

        foreach (
            var (fields, words) in new[]
            {
                (new[] { ("Input.SchoolIds", school) }, "Choose whom of the schools"),
                ([("Input.IltMembers", "true")], "Tick schools in the list"),
            }
        )
        {
            var refused = await app.As("district-leader")
                .PostFormAsync($"{opened.Path}/ask", fields);
            refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            refused.Problems.ShouldHaveSingleItem().ShouldStartWith(words);
        }

        var page = await app.As("district-leader")
            .PostFormAsync(
                $"{opened.Path}/ask",
                ("Input.IltMembers", "true"),
                ("Input.SchoolIds", school)
            );
        page.Path.ShouldBe(opened.Path);
        var outside = (await RatersAsync(app, Number(opened), DemoDistrict.District))
            .Where(r => r.Perspective == Perspective.Outside)
            .Select(r => r.PersonId)
            .ToList();
        var seats = await app.Db(db =>
            db.Set<IltMembership>()
                .Where(m => m.Until == null && m.UnitId == Guid.Parse(school))
                .Where(m =>
                    !db.Set<IltMembership>()
                        .Any(o =>
                            o.UnitId == o.DistrictId && o.PersonId == m.PersonId && o.Until == null
                        )
                )
                .Select(m => m.PersonId)
                .ToListAsync()
        );
        outside.ShouldBe(seats, ignoreOrder: true);
        outside.Count.ShouldBeGreaterThan(4);
    }

    [EngineTheory]
    public async Task A_round_that_asks_hundreds_shows_them_a_page_at_a_time(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        await app.Db(async db =>
        {
            var tubman = await db.Set<Unit>().SingleAsync(u => u.Slug == DemoDistrict.Tubman);
            for (var n = 0; n < 150; n++)
            {
                var person = Person
                    .New(tubman.DistrictId, "Mass", $"Member {n:000}", null, app.Clock.Now)
                    .Value;
                db.Add(person);
                db.Add(RoleAssignment.Give(person.Id, tubman, Role.Principal, app.Clock.Now).Value);
            }

            await db.SaveChangesAsync();
        });
        var opened = await (await FormAsync(app, AtDistrict, "district-leader"))
            .Fill("Input.Instrument", "district-ilt/1")
            .Tick("Principals of all schools")
            .SubmitAsync();
        opened.Text.ShouldContain("From outside 0 of 151 have finished");
        var seen = 0;
        var page = opened;
        while (true)
        {
            page.Commands.Count.ShouldBeLessThanOrEqualTo(8);
            seen += page
                .Document.QuerySelectorAll("section[aria-labelledby=raters] tbody tr")
                .Length;
            if (
                page
                    .Document.QuerySelectorAll("a")
                    .FirstOrDefault(a => TestPage.Words(a) == "More people")
                is not { } more
            )
            {
                break;
            }

            page = await app.As("district-leader")
                .GetAsync($"{opened.Path}{more.GetAttribute("href")![opened.Path.Length..]}");
        }

        seen.ShouldBe((await RatersAsync(app, Number(opened), DemoDistrict.District)).Count);

        // A reminder goes to each with an address, and closing takes them all.
        var reminded = await app.As("district-leader")
            .PostFormAsync($"{opened.Path}?handler=Remind");
        reminded.Notice.ShouldNotBeNull().ShouldContain("A reminder is on its way");
        var closed = await app.As("district-leader").PostFormAsync($"{opened.Path}?handler=Close");
        closed.Path.ShouldBe($"{opened.Path}/results");
    }

    [EngineTheory]
    public async Task A_reminder_reaches_who_looks_from_outside_while_they_have_access(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        await app.As("principal")
            .PostFormAsync($"{AtLincoln}/{DemoRounds.Open.Number}?handler=Remind");

        var to = await app.Db(db =>
            db.Set<OutboxMail>()
                .Where(m => m.Subject.StartsWith("Mid-year self-assessment: "))
                .Where(m => m.CreatedAt == app.Clock.Now)
                .Select(m => m.To)
                .ToListAsync()
        );
        to.ShouldContain(DemoDistrict.Email("supervisor"));
        to.ShouldContain(DemoDistrict.Email("reviewer"));
        to.ShouldNotContain(DemoDistrict.EndedReviewer);
        to.ShouldNotContain("arjun.mehta@riverbend.example");
    }

    private static async Task<PageForm> FormAsync(TestApp app, string at, string by) =>
        (await app.As(by).GetAsync($"{at}/new")).Form("Open the round");

    private static async Task<TestPage> AskAsync(
        TestApp app,
        RoundPages round,
        params string[] people
    ) =>
        await (await app.As("principal").GetAsync($"{round.Path}/ask"))
            .Form("Ask to rate")
            .Set("Input.OutsideIds", await IdsAsync(app, people))
            .SubmitAsync();

    private static int Number(TestPage page) =>
        int.Parse(page.Path.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);

    private static Task<List<RoundRater>> RatersAsync(
        TestApp app,
        int number,
        string unit = DemoDistrict.Lincoln
    ) =>
        app.Db(db =>
            db.Set<RoundRater>()
                .AsNoTracking()
                .Where(r =>
                    db.Set<Round>()
                        .Any(o =>
                            o.Id == r.RoundId
                            && o.Number == number
                            && db.Set<Unit>().Any(u => u.Id == o.UnitId && u.Slug == unit)
                        )
                )
                .ToListAsync()
        );
}
