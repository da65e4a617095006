using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Roster;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Units;
using Throughline.Domain.Units.Roster;
using Result = Throughline.Domain.Shared.Result;

namespace Throughline.Data.Tests.Roster;

/// <summary>Whatever is done to a file: errors or an import, never an exception, never a part of it, never a student.</summary>
public sealed class RosterFuzzTests
{
    private static readonly string[] Scraps =
    [
        "\"",
        ",",
        "\n",
        "\r\n",
        "\0",
        "\uFEFF",
        "\u202E",
        "<script>",
        "=1+1",
        "student",
        "teacher",
        "tobedeleted",
        "31/12/2020",
        "s1",
        new('x', 400),
        "\uD83D\uDE00",
    ];

    [Fact]
    public void A_zip_with_random_bytes_changed_gives_errors_or_a_roster() =>
        Run(
            600,
            random =>
            {
                var zip = (
                    random.Next(2) == 0 ? RosterZipBuilder.Valid() : RosterZipBuilder.Valid12()
                ).Build();
                for (var i = random.Next(1, 20); i > 0; i--)
                {
                    zip[random.Next(zip.Length)] = (byte)random.Next(256);
                }

                return random.Next(4) == 0 ? zip[..random.Next(zip.Length)] : zip;
            }
        );

    [Fact]
    public void Files_with_random_text_changed_give_errors_or_a_roster() =>
        Run(600, random => Corrupted(random).Build());

    [EngineTheory]
    public async Task What_is_accepted_is_applied_and_then_changes_nothing(Engine engine)
    {
        var random = new Random(20270120);
        await using var district = await RosterDistrict.MakeAsync(engine);
        for (var i = 0; i < 40; i++)
        {
            await using var db = district.Open();
            var state = (await DistrictRoster.LoadAsync(db, forChange: false, default)).State;
            var people = await db.Set<Person>().CountAsync();
            var reading = Corrupted(random).Read(state);
            if (reading.Snapshot is null)
            {
                continue;
            }

            var importer = new RosterImporter(db, new TestClock());
            var done = await importer.ApplyAsync(
                reading.Snapshot,
                _ => Result.Ok(),
                (_, _) => Task.FromResult(Result.Ok()),
                default
            );
            done.IsOk.ShouldBeTrue();
            (await db.Set<Person>().CountAsync()).ShouldBe(
                people + RosterTally.Of(done.Value.Staff).Added
            );
            (await importer.CompareAsync(reading.Snapshot, default)).IsEmpty.ShouldBeTrue();
        }
    }

    private static RosterZipBuilder Corrupted(Random random)
    {
        var zip = random.Next(3) switch
        {
            0 => RosterZipBuilder.Valid(),
            1 => RosterZipBuilder.Valid12(),
            _ => RosterZipBuilder.Valid12("delta"),
        };
        return zip.Each(
            (name, content) =>
            {
                var text = new StringBuilder(Encoding.UTF8.GetString(content));
                for (var i = random.Next(3); i > 0; i--)
                {
                    var at = random.Next(text.Length);
                    switch (random.Next(3))
                    {
                        case 0:
                            text.Insert(at, Scraps[random.Next(Scraps.Length)]);
                            break;
                        case 1:
                            text.Remove(at, Math.Min(random.Next(1, 30), text.Length - at));
                            break;
                        default:
                            text[at] = (char)random.Next(1, 0xD800);
                            break;
                    }
                }

                return (name, Encoding.UTF8.GetBytes(text.ToString()));
            }
        );
    }

    private static void Run(int times, Func<Random, byte[]> make) =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<int>(),
                seed =>
                {
                    var reading = RosterReads.Read(make(new Random(seed)), RosterReads.WithTeacher);
                    (reading.Snapshot is null).ShouldBe(reading.ErrorCount > 0);
                    reading.AllText().ShouldNotContain("pass1word");
                    if (reading.Snapshot is { } snapshot)
                    {
                        RosterComparison.Compare(snapshot, RosterReads.WithTeacher);
                    }

                    return true;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(times));
}
