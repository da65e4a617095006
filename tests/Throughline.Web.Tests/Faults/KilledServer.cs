using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Assessments;
using Throughline.Domain.Units;
using Xunit.Abstractions;

namespace Throughline.Web.Tests.Faults;

/// <summary>People post while the server is killed at random moments and started again.</summary>
internal static class KilledServer
{
    private static readonly int Kills =
        Environment.GetEnvironmentVariable("THROUGHLINE_TEST_LONG") == "1" ? 200 : 20;

    private static readonly string Path = string.Create(
        CultureInfo.InvariantCulture,
        $"/{DemoRounds.Open.Unit}/assessments/{DemoRounds.Open.Number}"
    );

    /// <summary>Kills it again and again under load, and looks for every post that was acknowledged.</summary>
    public static async Task TryAsync(Engine engine, ITestOutputHelper output)
    {
        await using var database = await DemoNow.SeededAsync(engine);
        await using var server = new ServerProcess(database);
        await server.StartAsync();
        var raters = new List<(string Persona, RatingLoad Load)>();
        foreach (var persona in new[] { "principal", "facilitator", "member" })
        {
            var load = new RatingLoad(await server.SignInAsync(persona), Path, raters.Count);
            await load.BeginAsync();
            raters.Add((persona, load));
        }

        var rounds = new NewRoundLoad(
            await server.SignInAsync("principal"),
            $"/{DemoDistrict.Lincoln}/assessments",
            await DemoNow.PersonAsync(database, DemoDistrict.Email("principal")),
            DateOnly.FromDateTime(DemoNow.Time)
        );
        PostLoad[] loads = [.. raters.Select(r => r.Load), rounds];

        var chance = new Random(20270120);
        using (var stop = new CancellationTokenSource())
        {
            var running = loads.Select(l => Task.Run(() => l.RunAsync(stop.Token))).ToList();
            for (var kill = 0; kill < Kills; kill++)
            {
                var mark = loads.Sum(l => l.Acknowledged);
                while (loads.Sum(l => l.Acknowledged) < mark + 3)
                {
                    running.ShouldAllBe(r => !r.IsFaulted, "no post fails while the server runs");
                    await Task.Delay(5);
                }

                await Task.Delay(chance.Next(0, 150));
                await server.KillAsync();
                await server.StartAsync();
            }

            await stop.CancelAsync();
            await Task.WhenAll(running);
        }

        foreach (var load in loads)
        {
            await load.FinishAsync();
        }

        await server.KillAsync();
        output.WriteLine(
            $"{Kills} kills, {loads.Sum(l => l.Acknowledged)} posts acknowledged, {loads.Sum(l => l.Interrupted)} interrupted and sent again"
        );
        loads.Sum(l => l.Interrupted).ShouldBeGreaterThan(0, "the kills met posts");
        foreach (var (persona, load) in raters)
        {
            await CheckAsync(
                database,
                await DemoNow.PersonAsync(database, DemoDistrict.Email(persona)),
                load
            );
        }

        await using var db = await DemoNow.EnterAsync(database);
        var titles = await db.Set<Round>()
            .Where(r => r.Title.StartsWith("Opened under fire"))
            .Select(r => r.Title)
            .ToListAsync();
        titles.ShouldBe(rounds.Titles, ignoreOrder: true);
    }

    private static async Task CheckAsync(TestDatabase database, Guid person, RatingLoad load)
    {
        await using var db = await DemoNow.EnterAsync(database);
        var round = await db.Set<Round>()
            .Where(r =>
                r.Number == DemoRounds.Open.Number
                && db.Set<Unit>().Any(u => u.Id == r.UnitId && u.Slug == DemoRounds.Open.Unit)
            )
            .SingleAsync();
        var stored = await db.Set<Rating>()
            .Where(r => r.RoundId == round.Id && r.PersonId == person)
            .ToDictionaryAsync(r => r.ItemKey);
        var history = await db.Set<RatingHistory>()
            .Where(h => h.RoundId == round.Id && h.PersonId == person)
            .ToListAsync();
        foreach (var (item, answers) in load.Answers.Where(a => a.Value.Count > 1))
        {
            Words(stored[item].Answer).ShouldBe(answers[^1], item);
            stored[item].Version.ShouldBe(load.FirstVersions[item] + answers.Count - 1, item);
            history
                .Where(h => h.ItemKey == item && h.Version > load.FirstVersions[item])
                .OrderBy(h => h.Version)
                .Select(h => Words(h.Answer))
                .ShouldBe(answers.Skip(1), item);
        }

        var rater = await db.Set<RoundRater>()
            .SingleAsync(r => r.RoundId == round.Id && r.PersonId == person);
        rater.AnsweredCount.ShouldBe(stored.Values.Count(r => r.Answer.IsGiven));
    }

    private static string Words(Answer answer) =>
        answer.NotSeen ? "not-seen" : answer.Level!.Value.ToString(CultureInfo.InvariantCulture);
}
