using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Assessments;
using Throughline.Domain.Units;
using Xunit.Abstractions;

namespace Throughline.Web.Tests.Faults;

/// <summary>
/// The server is killed at random moments while people post. Everything acknowledged is there afterwards, nothing is
/// there twice, and it starts again by itself. <c>./test --long</c> kills it 200 times.
/// </summary>
public sealed class KilledServerTests(ITestOutputHelper output)
{
    private static readonly int Kills =
        Environment.GetEnvironmentVariable("THROUGHLINE_TEST_LONG") == "1" ? 200 : 20;

    private static readonly string Path = string.Create(
        CultureInfo.InvariantCulture,
        $"/{DemoRounds.Open.Unit}/assessments/{DemoRounds.Open.Number}"
    );

    [EngineTheory]
    public async Task Whatever_was_acknowledged_outlives_the_server_and_is_there_once(Engine engine)
    {
        await using var database = await SeededNowAsync(engine);
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
            await PersonAsync(database, "principal"),
            DateOnly.FromDateTime(RealNow)
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
            await CheckAsync(database, await PersonAsync(database, persona), load);
        }

        await using var db = await EnterAsync(database);
        var titles = await db.Set<Round>()
            .Where(r => r.Title.StartsWith("Opened under fire"))
            .Select(r => r.Title)
            .ToListAsync();
        titles.ShouldBe(rounds.Titles, ignoreOrder: true);
    }

    private static async Task CheckAsync(TestDatabase database, Guid person, RatingLoad load)
    {
        await using var db = await EnterAsync(database);
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

    // The process lives by the real clock, so the demo's rounds must be open today.
#pragma warning disable RS0030 // No test clock reaches into another process.
    private static DateTime RealNow => TimeProvider.System.GetUtcNow().UtcDateTime;
#pragma warning restore RS0030

    private static async Task<TestDatabase> SeededNowAsync(Engine engine)
    {
        var database = await TestDatabase.MigratedAsync(engine);
        await using var db = database.Open();
        (await DemoDatabase.Seed(db).RunAsync(RealNow)).IsOk.ShouldBeTrue();
        return database;
    }

    private static async Task<Guid> PersonAsync(TestDatabase database, string persona)
    {
        await using var db = await EnterAsync(database);
        return await db.Set<Person>()
            .Where(p => p.Email == DemoDistrict.Email(persona))
            .Select(p => p.Id)
            .SingleAsync();
    }

    private static async Task<ThroughlineDb> EnterAsync(TestDatabase database)
    {
        await using var any = database.Open();
        var district = await any.Set<Unit>()
            .IgnoreQueryFilters()
            .Where(u => u.Slug == DemoDistrict.District)
            .Select(u => u.Id)
            .SingleAsync();
        return database.Open(district);
    }
}
