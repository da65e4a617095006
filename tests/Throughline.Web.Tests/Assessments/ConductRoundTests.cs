using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Platform;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Assessments;
using Throughline.Domain.Units;
using static Throughline.Web.Tests.Assessments.RoundPages;

namespace Throughline.Web.Tests.Assessments;

/// <summary>What whoever conducts a round does between opening and results.</summary>
public sealed class ConductRoundTests(SharedApps apps) : IClassFixture<SharedApps>
{
    [EngineTheory]
    public async Task Reminders_go_only_to_those_who_have_not_finished_and_have_an_address(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var round = await OpenAsync(app);
        await round.AnswerAllAsync("facilitator", 2);
        await round.SetAsync("member", Item, "1");
        await app.Db(async db =>
        {
            await db.Set<OutboxMail>().ExecuteDeleteAsync();
            await db.Set<Person>()
                .Where(p => p.GivenName == "Marisol")
                .ExecuteUpdateAsync(s => s.SetProperty(p => p.Email, (string?)null));
        });

        var page = await (await app.As("facilitator").GetAsync(round.Path))
            .Form("Remind the 2 who have not finished")
            .SubmitAsync();

        page.Notice.ShouldBe("✓ A reminder is on its way to those who have not finished.");
        var mail = (await app.Db(db => db.Set<OutboxMail>().ToListAsync())).ShouldHaveSingleItem();
        mail.To.ShouldBe(DemoDistrict.Email("member"));
        mail.Subject.ShouldBe("A round of the tests: 1 of 19 answered");
        mail.Body.ShouldContain(round.Rate);
        (await round.LogAsync()).ShouldContain(RoundEventKind.Reminded);

        await round.AnswerAllAsync("member", 1);
        await round.AnswerAllAsync("principal", 1);
        page = await round.PostAsync("Remind", "facilitator");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [EngineTheory]
    public async Task Closing_publishes_counts_and_medians_per_item(Engine engine)
    {
        var app = await apps.On(engine);
        var round = await OpenAsync(app);
        await round.AnswerAllAsync("principal", 1);
        await round.AnswerAllAsync("facilitator", 2);
        await round.AnswerAllAsync("member", 3);
        await round.SetAsync("member", OtherItem, "not-seen", version: 1);
        (await app.As("member").GetAsync($"{round.Path}/results")).Text.ShouldContain(
            "There are no results yet."
        );

        var page = await (await app.As("principal").GetAsync(round.Path))
            .Form("Close the round and show the results")
            .SubmitAsync();

        page.Path.ShouldBe($"{round.Path}/results");
        page.Notice.ShouldBe("✓ The round is closed. These are its results.");
        page.Text.ShouldContain("3 of 3 answered.");
        page.TextsOf("#figures tbody tr")
            .ShouldContain(r => r.Contains(" 0 1 1 1 2 ", StringComparison.Ordinal));
        // Two levels are too few to show.
        page.TextsOf("#figures tbody tr")
            .ShouldContain(r => r.EndsWith("too few to show", StringComparison.Ordinal));
        page.Text.ShouldContain("Too few rated this to show it: fewer than 3.");
        (await app.As("facilitator").GetAsync($"{round.Path}/results"))
            .TextOf("#figures")
            .ShouldBe(
                (await app.As("member").GetAsync($"{round.Path}/results")).TextOf("#figures")
            );
        // Closing again changes nothing.
        (await round.CloseAsync()).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [EngineTheory]
    public async Task Two_answers_are_too_few_for_results(Engine engine)
    {
        var app = await apps.On(engine);
        var round = await OpenAsync(app);
        await round.AnswerAllAsync("principal", 1);
        await round.NoteAsync("facilitator", Item, "shared too early", share: true);
        await round.SetAsync("facilitator", Item, "2");
        await round.CloseAsync();
        var page = await app.As("member").GetAsync($"{round.Path}/results");
        page.Text.ShouldContain("Too few answers to show.");
        page.Text.ShouldContain("here it was 2");
        page.Html.ShouldNotContain("shared too early");
        page.Document.QuerySelector("#figures").ShouldBeNull();
    }

    [EngineTheory]
    public async Task Notes_are_shown_only_with_consent_and_in_no_order(Engine engine)
    {
        var app = await apps.On(engine);
        var round = await OpenAsync(app);
        var notes = Raters.Select(r => $"shared words of the {r}").ToList();
        foreach (var (rater, note) in Raters.Zip(notes))
        {
            await round.AnswerAllAsync(rater, 2);
            await round.NoteAsync(rater, Item, note, share: true);
            await round.NoteAsync(rater, OtherItem, $"private words of the {rater}");
        }

        var page = await round.CloseAsync();
        var shown = page.TextsOf("#notes-team ~ .noted li");
        shown.Order(StringComparer.Ordinal).ShouldBe(notes.Order(StringComparer.Ordinal));
        page.Html.ShouldNotContain("private words");
        // The order is the notes' own, whoever looks and whenever.
        (await app.As("member").GetAsync($"{round.Path}/results"))
            .TextsOf("#notes-team ~ .noted li")
            .ShouldBe(shown);
        page.Html.ShouldNotContain("Lindqvist");
    }

    [EngineTheory]
    public async Task Reopening_needs_a_reason_and_few_changes_leave_the_earlier_results(
        Engine engine
    )
    {
        var app = await apps.On(engine);
        var round = await OpenAsync(app);
        foreach (var rater in Raters)
        {
            await round.AnswerAllAsync(rater, 1);
        }

        await round.CloseAsync();
        var form = (await app.As("principal").GetAsync(round.Path))
            .Form("Reopen the round")
            .Fill("Input.ClosesOn", Day(app, 5));
        var refused = await form.SubmitAsync();
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Problems.ShouldHaveSingleItem().ShouldContain("reason");
        // The form that needs a change is in sight.
        refused.Document.QuerySelector("details[open] [name='Input.Reason']").ShouldNotBeNull();
        (await round.ReopenAsync("One was away", days: -1)).Problems.ShouldBe([
            "The last day has gone by. Choose today or a later day.",
        ]);

        var open = await round.ReopenAsync("One was away");
        open.Text.ShouldContain("reopened the round: One was away");
        (await app.As("member").GetAsync($"{round.Path}/results")).Text.ShouldContain(
            "The round has been reopened. These are the results of its earlier closing"
        );

        (await round.SetAsync("member", Item, "3", version: 1)).Kind.ShouldBe("saved");
        var page = await round.CloseAsync();
        page.Text.ShouldContain("fewer than three people changed something");
        page.TextsOf("#figures tbody tr")
            .ShouldAllBe(r => !r.Contains(" 0 2 0 1 1 ", StringComparison.Ordinal));

        await round.ReopenAsync("All were away");
        await round.SetAsync("member", Item, "2", version: 2);
        await round.SetAsync("principal", Item, "2", version: 1);
        await round.SetAsync("facilitator", Item, "2", version: 1);
        page = await round.CloseAsync();
        page.Text.ShouldNotContain("fewer than three people changed something");
        page.TextsOf("#figures tbody tr")
            .Count(r => r.Contains(" 0 0 3 0 2 ", StringComparison.Ordinal))
            .ShouldBe(1);
    }

    [EngineTheory]
    public async Task The_last_day_moves_only_later_and_stands_in_the_log(Engine engine)
    {
        var app = await apps.On(engine);
        var round = await OpenAsync(app, days: 3);
        foreach (var day in new[] { "", Day(app, 3), Day(app, -1), "tomorrow" })
        {
            var refused = await round.PostAsync("Extend", "principal", ("Input.ClosesOn", day));
            refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, day);
            refused
                .Document.QuerySelector("details[open] [name='Input.ClosesOn']")
                .ShouldNotBeNull();
        }

        var page = await (await app.As("facilitator").GetAsync(round.Path))
            .Form("Move the last day")
            .Fill("Input.ClosesOn", Day(app, 9))
            .SubmitAsync();
        page.Notice.ShouldBe("✓ The last day is moved.");
        page.Text.ShouldContain("From January 23, 2027 to January 29, 2027");
    }

    [EngineTheory]
    public async Task Raters_are_added_and_left_out_until_they_have_begun(Engine engine)
    {
        var app = await apps.On(engine);
        var round = await OpenAsync(app, raters: ["principal", "facilitator"]);
        var member = (await PersonIdAsync(app, "member")).ToString();
        var teacher = (await PersonIdAsync(app, "teacher")).ToString();
        (
            await round.PostAsync("AddRater", "principal", ("Input.PersonId", teacher))
        ).Problems.ShouldBe(["Choose a member of the ILT."]);
        (
            await round.PostAsync("AddRater", "principal", ("Input.PersonId", "nobody"))
        ).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        var page = await (await app.As("principal").GetAsync(round.Path))
            .Form("Ask to rate")
            .Fill("Input.PersonId", "Theo Lindqvist")
            .SubmitAsync();
        page.Text.ShouldContain("asked one more person: Theo Lindqvist");
        (
            await round.PostAsync("AddRater", "principal", ("Input.PersonId", member))
        ).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        (await round.SetAsync("member", Item, "1")).Kind.ShouldBe("saved");
        page = await round.PostAsync("RemoveRater", "principal", ("Input.PersonId", member));
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Problems[0].ShouldStartWith("This person has begun to answer");

        page = await (await app.As("principal").GetAsync(round.Path))
            .Form("Do not ask Dana Whitehorse")
            .SubmitAsync();
        page.Notice.ShouldBe("✓ This person is not asked to rate any more.");
        (await app.As("facilitator").GetAsync(round.Rate)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [EngineTheory]
    public async Task A_late_answer_counts_and_is_logged_once(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var round = await OpenAsync(app, days: 0);
        app.Clock.Advance(TimeSpan.FromDays(1));
        (await app.As("member").GetAsync(round.Rate)).Text.ShouldContain(
            "answers still count until the round is closed"
        );
        (await round.SetAsync("member", Item, "1")).Kind.ShouldBe("saved");
        (await round.SetAsync("member", OtherItem, "2")).Kind.ShouldBe("saved");
        (await round.LogAsync()).Count(k => k == RoundEventKind.LateAnswer).ShouldBe(1);
        (await app.As("principal").GetAsync(round.Path)).Text.ShouldContain(
            "Theo Lindqvist answered after the last day"
        );
    }

    [EngineTheory]
    [Row("principal", RoundPages.AtLincoln)]
    [Row("principal", $"{RoundPages.AtLincoln}/new")]
    [Row("principal", $"{RoundPages.AtLincoln}/4")]
    [Row("member", $"{RoundPages.AtLincoln}/4/rate")]
    [Row("member", $"{RoundPages.AtLincoln}/2/results")]
    [Row("member", $"{RoundPages.AtLincoln}/instruments")]
    [Row("member", $"{RoundPages.AtLincoln}/instruments/school-ilt/1")]
    [Row("member", "/home")]
    [Row("principal", "/home")]
    public async Task A_page_takes_at_most_eight_queries(Engine engine, string person, string path)
    {
        var app = await apps.On(engine);
        var page = await app.As(person).GetAsync(path);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Commands.Count(c => !c.StartsWith("PRAGMA", StringComparison.Ordinal))
            .ShouldBeInRange(2, 8, string.Join("\n--\n", page.Commands));
    }
}
