using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Meetings;
using Throughline.Web.Tests.Support;
using static Throughline.Web.Tests.Meetings.TodaysMeeting;

namespace Throughline.Web.Tests.Meetings;

/// <summary>A protocol while the team goes through it.</summary>
public sealed class ProtocolRunTests
{
    private const string Title = "Writing from two sources, grades 3 to 5";
    private const string Explains = "They leave it out because the prompt is long";

    [EngineTheory]
    public async Task Everyone_sees_the_same_step_and_only_who_runs_the_meeting_goes_on(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var (at, protocol) = await BegunAsync(app);
        var (leads, member) = (app.As("facilitator"), app.As("member"));
        (await member.GetAsync(protocol)).TextOf("#now").ShouldBe("Set out the work");
        (await member.GetAsync(at)).Text.ShouldContain("step 1 of 5: Set out the work");

        (
            await app.As("teacher")
                .PostFormAsync($"{protocol}?handler=Step", ("move", "Next"), ("step", "0"))
        ).Status.ShouldBe(HttpStatusCode.NotFound);
        var other = app.As("kwame.mensah@riverbend.example");
        (await other.GetAsync(protocol))
            .Document.QuerySelectorAll("form[data-room]")
            .ShouldBeEmpty();
        (
            await other.PostFormAsync($"{protocol}?handler=Step", ("move", "Next"), ("step", "0"))
        ).Status.ShouldBe(HttpStatusCode.NotFound);
        app.Clock.Advance(TimeSpan.FromMinutes(4));
        var page = await (await leads.GetAsync(protocol))
            .Form("Next: Describe what is on the page")
            .SubmitAsync();

        page.Path.ShouldBe(protocol);
        (await member.GetAsync(protocol)).TextOf("#now").ShouldBe("Describe what is on the page");
        (await member.GetAsync(protocol)).Text.ShouldContain("took 4");
        (await app.As("facilitator").GetAsync($"{at}/screen?handler=Parts")).Text.ShouldContain(
            "step 2 of 5"
        );
        var parts = await member.GetAsync($"{protocol}?handler=Parts");
        parts.TextOf("[data-live=step] #now").ShouldBe("Describe what is on the page");
    }

    [EngineTheory]
    public async Task The_steps_clock_is_paused_and_runs_on(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var (_, protocol) = await BegunAsync(app);
        var leads = app.As("facilitator");
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        var page = await (await leads.GetAsync(protocol)).Form("Pause the clock").SubmitAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(7));

        page = await leads.GetAsync(protocol);
        page.TextOf("[data-live=step] .clock").ShouldBe("3:00");
        page.Document.QuerySelector("[data-clock]")
            .ShouldBeNull("a clock that stands is not counted down");
        page = await page.Form("Let the clock run on").SubmitAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        (await leads.GetAsync(protocol)).TextOf("[data-live=step] .clock").ShouldBe("2:00");
        var parts = await leads.GetAsync($"{protocol}?handler=Parts");
        parts
            .Document.QuerySelector("[data-clock]")!
            .GetAttribute("data-clock")
            .ShouldBe(
                $"{new DateTimeOffset(app.Clock.Now.AddMinutes(2)).ToUnixTimeMilliseconds()}"
            );
    }

    [EngineTheory]
    public async Task A_line_that_explains_is_asked_back_and_kept_or_moved_as_its_writer_says(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var (_, protocol) = await BegunAsync(app);
        await NextAsync(app, protocol, 0);
        var member = app.As("member");

        var page = await WriteAsync(member, protocol, Explains);
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain(
            "This reads like an explanation (“because”): what do you see that makes you say so?"
        );
        page.Document.QuerySelector("#Input_Words")!.TextContent.ShouldContain(Explains);
        (await LinesAsync(app)).ShouldBeEmpty("nothing is kept before its writer says so");

        await page.Form("Keep it as an observation").SubmitAsync();
        page = await WriteAsync(member, protocol, "Probably copied");
        await page.Form("Move it to the step for inferences").SubmitAsync();
        page = await WriteAsync(member, protocol, "It seems short");
        page = await page.Form("Write it down in other words")
            .Set("Input.Words", "Four lines of text")
            .SubmitAsync();

        (await LinesAsync(app)).ShouldBe([
            (1, 1, OutputKind.Observation, Explains),
            (2, 2, OutputKind.Inference, "Probably copied"),
            (3, 1, OutputKind.Observation, "Four lines of text"),
        ]);
    }

    [EngineTheory]
    public async Task What_explains_is_not_asked_back_where_the_team_explains(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var (_, protocol) = await BegunAsync(app);
        await NextAsync(app, protocol, 0, 1);

        await WriteAsync(app.As("member"), protocol, Explains);

        (await LinesAsync(app)).Single().Item3.ShouldBe(OutputKind.Inference);
    }

    [EngineTheory]
    public async Task A_line_becomes_work_of_the_meeting_and_the_line_leads_through_it(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var (at, protocol) = await BegunAsync(app);
        await NextAsync(app, protocol, 0, 1, 2);
        var member = app.As("member");
        await WriteAsync(member, protocol, "Nobody has been shown how to quote from two texts");
        var page = await (await member.GetAsync(protocol)).FollowAsync(
            "Nobody has been shown how to quote from two texts"
        );
        page.Text.ShouldContain(
            "Theo Lindqvist wrote it down in “Ask what it says about teaching”"
        );

        page = await (await page.FollowAsync("Raise it as an issue"))
            .Form("Raise the issue")
            .SubmitAsync();

        page.Heading.ShouldBe("Nobody has been shown how to quote from two texts");
        page.Text.ShouldContain("Came from: Finding 1 of meeting");
        page.Text.ShouldContain($"Came from: Item");
        (await app.As("facilitator").GetAsync(at))
            .TextOf("[data-live=side]")
            .ShouldContain("Nobody has been shown");
        foreach (
            var offered in new[]
            {
                "Propose a decision on it",
                "Make an action step of it",
                "Make a to-do of it",
            }
        )
        {
            (
                await (await member.GetAsync($"{at}/findings/1")).FollowAsync(offered)
            ).Text.ShouldContain("Comes from: Finding 1 of meeting");
        }

        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=End");
        page = await member.GetAsync(protocol.Replace("/protocol", "", StringComparison.Ordinal));
        page.TextOf("section[aria-labelledby=protocol]")
            .ShouldContain("Root causes Nobody has been shown");
        (await member.GetAsync(protocol))
            .Document.QuerySelectorAll("main form")
            .ShouldBeEmpty("the record stands");
    }

    [EngineTheory]
    public async Task Who_wrote_a_line_takes_it_back_and_its_number_names_no_other(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var (at, protocol) = await BegunAsync(app);
        await NextAsync(app, protocol, 0);
        var member = app.As("member");
        await WriteAsync(member, protocol, "A line");
        (await app.As("facilitator").GetAsync($"{at}/findings/1"))
            .Document.QuerySelectorAll("main form")
            .ShouldBeEmpty();
        await app.As("facilitator").PostFormAsync($"{at}/findings/1?handler=TakeBack");
        (await LinesAsync(app)).ShouldHaveSingleItem();

        var page = await (await member.GetAsync($"{at}/findings/1"))
            .Form("Take it back")
            .SubmitAsync();

        (page.Path, page.Notice).ShouldBe((protocol, "✓ The line is taken back."));
        await WriteAsync(member, protocol, "Another line");
        (await LinesAsync(app)).Single().Item1.ShouldBe(2);
    }

    [EngineTheory]
    public async Task Twelve_lines_at_once_are_twelve_lines(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var (_, protocol) = await BegunAsync(app);
        await NextAsync(app, protocol, 0);

        await Task.WhenAll(
            Enumerable
                .Range(1, 12)
                .Select(n =>
                    app.As("member")
                        .PostFormAsync(
                            $"{protocol}?handler=Write",
                            ("Input.Step", "1"),
                            ("Input.Words", $"Line {n}")
                        )
                )
        );

        (await LinesAsync(app)).Select(l => l.Item1).ShouldBe(Enumerable.Range(1, 12));
    }

    [EngineTheory]
    public async Task What_was_written_down_stands_in_the_final_minutes_and_in_what_is_made_of_them(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var (at, protocol) = await BegunAsync(app);
        var leads = app.As("facilitator");
        await NextAsync(app, protocol, 0);
        await WriteAsync(app.As("member"), protocol, "Six of eight name a source");
        await NextAsync(app, protocol, 1);
        await WriteAsync(leads, protocol, "They know the first text better");
        await leads.PostFormAsync($"{at}/clock?handler=End");

        var page = await (await leads.GetAsync(at)).Form("Confirm the minutes").SubmitAsync();

        page.TextOf("#minutes").ShouldContain("Observations: – Six of eight name a source");
        page.TextOf("#minutes").ShouldContain("Inferences: – They know the first text better");
        var word = await leads.GetAsync($"{at}/minutes?handler=Word&edition=1");
        string.Join(' ', WordText.Of(word.Body)).ShouldContain("Six of eight name a source");
        (await app.As("teacher").GetAsync($"{at}/minutes")).Text.ShouldNotContain("Six of eight");
    }

    private static async Task<(string At, string Protocol)> BegunAsync(TestApp app)
    {
        var at = await StartedAsync(app);
        var (number, section) = await app.Db(async db =>
        {
            var item = await db.Set<AgendaItem>()
                .SingleAsync(i => i.MeetingId == MeetingOf(db, at).Id && i.Title == Title);
            return (item.Number, item.Section);
        });
        var leads = app.As("facilitator");
        var protocol = $"{at}/items/{number}/protocol";
        (await leads.GetAsync(protocol)).Text.ShouldContain(
            "It begins when the team comes to this item."
        );
        await leads.PostFormAsync(
            $"{at}/clock?handler=GoTo",
            ("Input.Section", $"{section}"),
            ("Input.Item", $"{number}")
        );
        await (await leads.GetAsync(protocol)).Form("Begin with “Set out the work”").SubmitAsync();
        return (at, protocol);
    }

    private static async Task NextAsync(TestApp app, string protocol, params int[] steps)
    {
        foreach (var step in steps)
        {
            await app.As("facilitator")
                .PostFormAsync($"{protocol}?handler=Step", ("move", "Next"), ("step", $"{step}"));
        }
    }

    private static async Task<TestPage> WriteAsync(TestBrowser who, string protocol, string words)
    {
        var page = await who.GetAsync(protocol);
        var button = page.TextOf("#write button");
        return await page.Form(button).Set("Input.Words", words).SubmitAsync();
    }

    private static Task<List<(int, int, OutputKind, string)>> LinesAsync(TestApp app) =>
        app.Db(async db =>
            (
                await db.Set<ProtocolFinding>()
                    .Where(f =>
                        db.Set<Meeting>()
                            .Any(m =>
                                m.Id == f.MeetingId
                                && m.State == MeetingState.InProgress
                                && m.Number > 1
                            )
                    )
                    .OrderBy(f => f.Number)
                    .ToListAsync()
            ).ConvertAll(f => (f.Number, f.Step, f.Kind, f.Words))
        );
}
