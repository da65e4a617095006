using System.Globalization;
using System.Net;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Meetings;

/// <summary>The team's agenda in editions: what was held keeps the one it had.</summary>
public sealed class AgendaTests
{
    private const string Lincoln = $"/{DemoDistrict.Lincoln}/meetings";
    private const string Roosevelt = $"/{DemoDistrict.Roosevelt}/meetings";
    private const string RooseveltPrincipal = "alonzo.pickett@riverbend.example";
    private const string Save = "Save the agenda";

    [EngineTheory]
    public async Task A_team_begins_with_one_that_is_ready_and_its_next_meeting_has_it(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var principal = app.As(RooseveltPrincipal);
        var meeting = await (await principal.GetAsync($"{Roosevelt}/new"))
            .Form("Plan the meeting")
            .Fill("Day", "2027-01-28")
            .SubmitAsync();
        meeting.Text.ShouldContain("The agenda is not begun yet.");
        var page = await principal.GetAsync($"{Roosevelt}/agenda");
        page.Text.ShouldContain("60 minutes, every week");
        page.Text.ShouldContain("90 minutes, every two weeks");

        page = await (await principal.GetAsync($"{Roosevelt}/agenda?ready=every-week"))
            .Form(Save)
            .SubmitAsync();

        page.Notice.ShouldBe("✓ The agenda is saved. Meetings that were keep theirs.");
        (await principal.GetAsync(meeting.Path)).Text.ShouldContain("Agenda 60 of 60 minutes");
    }

    [EngineTheory]
    public async Task A_changed_agenda_touches_no_meeting_that_was_and_none_that_is_on(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var facilitator = app.As("facilitator");
        var at = await TodaysMeeting.TodayAsync(app);
        await facilitator.PostFormAsync($"{at}/clock?handler=Start");
        var (held, on) = (
            await facilitator.GetAsync($"{Lincoln}/1"),
            await facilitator.GetAsync(at)
        );
        var next = $"{Lincoln}/{Number(at) + 1}";

        var page = await (await facilitator.GetAsync($"{Lincoln}/agenda"))
            .Form(Save)
            .Set("Input.Sections[0].Title", "Why we are here")
            .Set("Input.Sections[0].Minutes", "7")
            .SubmitAsync();
        page.Notice.ShouldNotBeNull();

        (await facilitator.GetAsync($"{Lincoln}/1")).Text.ShouldBe(held.Text);
        (await facilitator.GetAsync(at)).Text.ShouldBe(on.Text);
        (await facilitator.GetAsync(next)).Text.ShouldContain("Why we are here");
    }

    [EngineTheory]
    public async Task Sections_stand_where_they_are_put_and_one_that_is_wrong_says_so_where_it_stands(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var facilitator = app.As("facilitator");
        var form = (await facilitator.GetAsync($"{Lincoln}/agenda")).Form(Save);
        var last = Enumerable
            .Range(0, 20)
            .Last(i => form[$"Input.Sections[{i}].Title"] is { Length: > 0 });

        // The last one comes first, the first one goes, and the last one asks for more than there is.
        var page = await form.Set($"Input.Sections[{last}].Place", "0")
            .Set($"Input.Sections[{last}].Title", "Snack")
            .Set($"Input.Sections[{last}].Minutes", "400")
            .Set("Input.Sections[0].Title", "")
            .Set("Input.Sections[0].Minutes", "")
            .SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Problems.ShouldHaveSingleItem().ShouldStartWith("A section has 0 to ");
        var wrong = page.Document.QuerySelector("input[aria-invalid=true]")!;
        wrong.GetAttribute("value").ShouldBe("Snack");
        page = await page.Form(Save).Set("Input.Sections[0].Minutes", "4").SubmitAsync();
        page.Notice.ShouldNotBeNull();
        var titles = await TitlesAsync(facilitator);
        (titles[0], titles[1], titles.Count).ShouldBe(("Snack", "Our norms", last));
    }

    [EngineTheory]
    public async Task Who_saves_an_agenda_that_someone_else_changed_meanwhile_is_told_and_loses_nothing(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var mine = (await app.As("principal").GetAsync($"{Lincoln}/agenda"))
            .Form(Save)
            .Set("Input.Sections[0].Title", "Mine");
        await (await app.As("facilitator").GetAsync($"{Lincoln}/agenda"))
            .Form(Save)
            .Set("Input.Sections[0].Title", "Theirs")
            .SubmitAsync();

        var page = await mine.SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Problems.ShouldHaveSingleItem().ShouldStartWith("Someone saved another agenda");
        (await TitlesAsync(app.As("facilitator")))[0].ShouldBe("Theirs");
        await page.Form(Save).SubmitAsync();
        (await TitlesAsync(app.As("facilitator")))[0].ShouldBe("Mine");
    }

    [EngineTheory]
    public async Task Thousands_of_sections_are_refused(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var facilitator = app.As("facilitator");

        var many = await facilitator.PostFormAsync($"{Lincoln}/agenda", Rows(200));
        many.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        many.Problems.ShouldHaveSingleItem().ShouldStartWith("An agenda has 1 to ");
        var more = await facilitator.PostFormAsync($"{Lincoln}/agenda", Rows(5_000));
        more.Status.ShouldBe(HttpStatusCode.BadRequest);
        more.Html.ShouldContain("Nothing was saved.");

        static (string, string)[] Rows(int count) =>
            [
                ("Input.Name", "Endless"),
                ("Input.Edition", "1"),
                .. Enumerable
                    .Range(0, count)
                    .SelectMany(i =>
                        new[]
                        {
                            ($"Input.Sections[{i}].Kind", "12"),
                            ($"Input.Sections[{i}].Title", $"Part {i}"),
                            ($"Input.Sections[{i}].Minutes", "1"),
                        }
                    ),
            ];
    }

    [EngineTheory]
    public async Task A_member_reads_the_agenda_and_cannot_change_it(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);

        var page = await app.As("member").GetAsync($"{Lincoln}/agenda");

        page.Text.ShouldContain("Our vision");
        page.Document.QuerySelectorAll("main form").ShouldBeEmpty();
        (await app.As("member").PostFormAsync($"{Lincoln}/agenda")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    private static async Task<IReadOnlyList<string>> TitlesAsync(TestBrowser who)
    {
        var form = (await who.GetAsync($"{Lincoln}/agenda")).Form(Save);
        return
        [
            .. form
                .Values.Where(v =>
                    v.Name.EndsWith("].Title", StringComparison.Ordinal) && v.Value.Length > 0
                )
                .Select(v => v.Value),
        ];
    }

    private static int Number(string at) =>
        int.Parse(at.Split('/')[^1], CultureInfo.InvariantCulture);
}
