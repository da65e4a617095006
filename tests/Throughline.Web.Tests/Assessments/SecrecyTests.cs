using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Platform;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Assessments;
using Throughline.Domain.Units;
using Throughline.Web.Tests.Support;
using static Throughline.Web.Tests.Assessments.RoundPages;

namespace Throughline.Web.Tests.Assessments;

/// <summary>Who has answered can be seen; what they said cannot, by nobody.</summary>
public sealed class SecrecyTests(SharedApps apps) : IClassFixture<SharedApps>
{
    private const string Secret = "zanzibar-lantern-51";

    [EngineTheory]
    public async Task No_page_shows_anyones_note_or_rating_to_another(Engine engine)
    {
        var app = await apps.On(engine);
        var round = await OpenAsync(app);
        await round.SetAsync("member", Item, "3");
        await round.NoteAsync("member", Item, Secret, share: true);
        await round.NoteAsync("member", OtherItem, Secret);
        (await app.As("member").GetAsync(round.Rate)).Html.ShouldContain(Secret);

        string[] paths =
        [
            "/home",
            "/account",
            $"/{DemoDistrict.Lincoln}",
            $"/{DemoDistrict.District}",
            AtLincoln,
            round.Path,
            round.Rate,
            $"{round.Rate}?handler=State",
            $"{round.Path}/results",
            $"/{DemoDistrict.Lincoln}/settings/audit",
            $"/{DemoDistrict.District}/settings/audit",
        ];
        foreach (var person in DemoDistrict.Personas.Select(p => p.Key))
        {
            foreach (var path in paths)
            {
                var page = await app.As(person).GetAsync(path);
                if (person != "member" || !path.StartsWith(round.Rate, StringComparison.Ordinal))
                {
                    page.Html.ShouldNotContain(Secret, Case.Insensitive, $"{path} as {person}");
                }
            }
        }

        // Progress is visible, without content.
        (await app.As("principal").GetAsync(round.Path))
            .TextsOf("tbody tr")
            .ShouldContain(r => r.StartsWith("Theo Lindqvist 1 of 19", StringComparison.Ordinal));
        var state = await app.As("principal").GetAsync($"{round.Rate}?handler=State");
        state.Html.ShouldNotContain("\"answer\":\"3\"");
        state.Html.ShouldContain("\"progress\":\"0 of 19\"");
    }

    [EngineTheory]
    public async Task Ratings_leave_no_trace_in_the_audit_trail_the_log_or_mails(Engine engine)
    {
        var app = await apps.On(engine);
        var round = await OpenAsync(app);
        await round.SetAsync("member", Item, "3");
        await round.NoteAsync("member", Item, Secret, share: true);
        await round.PostAsync("Remind", "principal");
        await round.CloseAsync();

        var trail = await app.Db(db => db.Set<AuditEntry>().ToListAsync());
        trail.ShouldNotBeEmpty();
        foreach (var entry in trail)
        {
            System
                .Text.Json.JsonSerializer.Serialize(entry)
                .ShouldNotContain(Secret, Case.Insensitive);
            entry.Kind.ShouldNotBe("Rating");
            entry.Kind.ShouldNotBe("RatingNote");
        }

        (await app.Db(db => db.Set<OutboxMail>().Select(m => m.Body).ToListAsync())).ShouldAllBe(
            b => !b.Contains(Secret, StringComparison.OrdinalIgnoreCase)
        );
        app.Logs.Lines.ShouldAllBe(l =>
            !l.Message.Contains(Secret, StringComparison.OrdinalIgnoreCase)
        );
    }

    [EngineTheory]
    [Row("teacher")]
    [Row("sit-member")]
    [Row("district-leader")]
    [Row("admin")]
    [Row("outsider")]
    public async Task Who_is_neither_on_the_ilt_nor_asked_finds_none_of_it(
        Engine engine,
        string person
    )
    {
        var app = await apps.On(engine);
        var closed = $"{AtLincoln}/{DemoRounds.ClosedContinuum.Number}";
        var open = $"{AtLincoln}/{DemoRounds.Open.Number}";
        foreach (
            var path in new[]
            {
                AtLincoln,
                $"{AtLincoln}/new",
                open,
                $"{open}/rate",
                $"{open}/results",
                closed,
                $"{closed}/results",
            }
        )
        {
            (await app.As(person).GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    [EngineTheory]
    public async Task A_member_reads_results_but_conducts_nothing(Engine engine)
    {
        var app = await apps.On(engine);
        var round = await OpenAsync(app);
        foreach (
            var handler in new[]
            {
                "Close",
                "Reopen",
                "Extend",
                "Remind",
                "AddRater",
                "RemoveRater",
            }
        )
        {
            (await round.PostAsync(handler, "member")).Status.ShouldBe(
                HttpStatusCode.NotFound,
                handler
            );
        }

        var page = await app.As("member").GetAsync(round.Path);
        page.Document.QuerySelectorAll("main form").ShouldBeEmpty();
        PageForm.All(app.As("member"), page).ShouldAllBe(f => f.Action == "/sign-out");
    }

    [EngineTheory]
    public async Task No_result_names_a_rater_or_shows_fewer_than_three_together(Engine engine)
    {
        var app = await apps.On(engine);
        var seen = 0;
        foreach (
            var address in new[]
            {
                DemoRounds.TwoPerspectives,
                DemoRounds.OutsideTooFew,
                DemoRounds.EarlierResultStays,
                DemoRounds.ClosedDistrict,
                DemoRounds.ClosedContinuum,
            }
        )
        {
            var names = await RaterNamesAsync(app, address);
            names.Count.ShouldBeGreaterThan(8);
            string[] people =
            [
                .. DemoDistrict.Personas.Select(p => p.Key),
                "gregory.baptiste@riverbend.example",
                "lorraine.sandoval@riverbend.example",
            ];
            foreach (var person in people)
            {
                var page = await app.As(person)
                    .GetAsync($"/{address.Unit}/assessments/{address.Number}/results");
                if (page.Status != HttpStatusCode.OK)
                {
                    continue;
                }

                seen++;
                names.ShouldAllBe(n => !page.Text.Contains(n), $"{address} as {person}");
                foreach (var row in page.Document.QuerySelectorAll("#figures tbody tr"))
                {
                    var counts = row.QuerySelectorAll("td.n")
                        .Take(4)
                        .Select(c => int.Parse(c.TextContent, CultureInfo.InvariantCulture))
                        .ToList();
                    (counts.Count == 0 || counts.Sum() >= 3).ShouldBeTrue(
                        $"{address} as {person}: {TestPage.Words(row)}"
                    );
                }
            }
        }

        seen.ShouldBeGreaterThan(8);
    }

    private static Task<List<string>> RaterNamesAsync(TestApp app, DemoRoundAddress address) =>
        app.Db(db =>
            (
                from rater in db.Set<RoundRater>()
                join round in db.Set<Round>() on rater.RoundId equals round.Id
                join unit in db.Set<Unit>() on round.UnitId equals unit.Id
                join person in db.Set<Person>() on rater.PersonId equals person.Id
                where unit.Slug == address.Unit && round.Number == address.Number
                select person.FamilyName
            ).ToListAsync()
        );
}
