using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Assessments;
using Throughline.Data.Platform;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Data.Bench;

/// <summary>
/// Makes a district to measure with. The same size, seed and day give the same rows, but for ids and secrets. It plays
/// the rounds through the product's own rules and loads the rows past the ordinary save, so there is no audit trail.
/// </summary>
public sealed class BenchSeed(ThroughlineDb db, InstrumentCatalog catalog)
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
        List<BenchSchool> schools = [];
        for (var n = 0; n < size.Schools; n++)
        {
            schools.Add(BenchSchool.Add(load, time, district, n, chance));
            await StepAsync(load, "Schools", n, size.Schools, say, cancel);
        }

        // Season by season over all schools, as it happened: ids rise, and rows go to the end of every index.
        foreach (var round in BenchRound.Of(time))
        {
            foreach (var (n, school) in schools.Index())
            {
                round.Add(load, time, school, district.Instrument, chance);
                if (round.Number == 1 && n == 0)
                {
                    // Not before: the first round notes on it that it is used.
                    load.Add(district.Instrument.Kept);
                }

                await StepAsync(load, round.Title, n, size.Schools, say, cancel);
            }
        }

        say("Putting statistics and files in order …");
        await load.EndAsync(cancel);
        return Result.Ok(load.Rows);
    }

    private static async Task StepAsync(
        BulkLoad load,
        string what,
        int done,
        int of,
        Action<string> say,
        CancellationToken cancel
    )
    {
        await load.MayLoadAsync(cancel);
        if ((done + 1) % Math.Max(1, of / 4) == 0)
        {
            say(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{what}: {done + 1:N0} of {of:N0} schools, {load.Rows:N0} rows"
                )
            );
        }
    }
}
