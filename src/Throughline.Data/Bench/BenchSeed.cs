using Microsoft.EntityFrameworkCore;
using Throughline.Data.Assessments;
using Throughline.Data.Meetings;
using Throughline.Data.Platform;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using static System.FormattableString;

namespace Throughline.Data.Bench;

/// <summary>
/// Makes a district to measure with. The same size, seed and day give the same rows, but for ids and secrets. It plays
/// rounds and meetings through the product's own rules and loads the rows past the ordinary save, so there is no audit trail.
/// </summary>
public sealed class BenchSeed(ThroughlineDb db, InstrumentCatalog catalog, AgendaCatalog agendas)
{
    /// <summary>The password of everyone in it.</summary>
    public const string Password = "throughline-bench";

    /// <summary>Makes the district. Refused in an installation that has one.</summary>
    /// <param name="size">How much it holds.</param>
    /// <param name="seed">The seed of its chances.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="say">Told how far it is, a line at a time.</param>
    /// <param name="cancel">Stops; what was loaded stays, so begin anew with an empty database.</param>
    /// <returns>How many rows were loaded.</returns>
    public async Task<Result<long>> RunAsync(
        BenchSize size,
        int seed,
        DateTime now,
        Action<string> say,
        CancellationToken cancel = default
    )
    {
        if (await db.Set<Unit>().IgnoreQueryFilters().AnyAsync(cancel))
        {
            return Result.Refused<long>(
                "This database has a district already. Measure with an empty one: name another in ConnectionStrings__Throughline."
            );
        }

        // First of all: a half-loaded database holds known passwords, too.
        Installation.MarkBench(db);
        await db.SaveChangesAsync(cancel);
        await using var load = await BulkLoad.OpenAsync(db, cancel);
        var time = new BenchTime(now, BenchDistrict.Zone, size.Years);
        var district = new BenchDistrict(load, time, new BenchAccounts());
        district.Add(catalog, size.Supervisors);
        var chance = new Random(seed);
        var meetings = new BenchMeetings(load, time, agendas, chance);
        List<BenchTeam> teams = [];
        for (var n = 0; n < size.Schools; n++)
        {
            teams.Add(meetings.Begin(BenchSchool.Add(load, time, district, n, chance)));
            await load.MayLoadAsync(cancel);
        }

        Say(Invariant($"{size.Schools:N0} schools"));
        // Day by day over all schools, as it happened: ids rise, and rows go to the end of every index.
        var steps = BenchRound
            .Of(time)
            .Select(r => (Day: r.OpensOn, What: $"Round {r.Title}", Add: Round(r)))
            .Concat(
                meetings.Days.Select(d =>
                    (d.Day, What: Invariant($"Meetings of {d.Day:MMMM d, yyyy}"), Add: Meet(d))
                )
            );
        foreach (var (_, what, add) in steps.OrderBy(s => s.Day))
        {
            foreach (var team in teams)
            {
                add(team);
                await load.MayLoadAsync(cancel);
            }

            Say(what);
        }

        say("Putting statistics and files in order …");
        await load.EndAsync(cancel);
        return Result.Ok(load.Rows);

        void Say(string what) => say(Invariant($"{what}: {load.Rows:N0} rows"));

        Action<BenchTeam> Meet(BenchMeetingDay day) => team => meetings.Add(team, day);

        Action<BenchTeam> Round(BenchRound round) =>
            team =>
            {
                round.Add(load, time, team.School, district.Instrument, chance);
                if (round.Number == 1 && team == teams[0])
                {
                    // Not before: the first round notes on it that it is used.
                    load.Add(district.Instrument.Kept);
                }
            };
    }
}
