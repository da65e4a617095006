using Microsoft.EntityFrameworkCore;
using Throughline.Data.Assessments;
using Throughline.Data.Demo;
using Throughline.Data.Meetings;
using Throughline.Data.Tests.Engines;

namespace Throughline.Data.Tests.Demo;

/// <summary>The demo's seed with the instruments of the repository.</summary>
public static class DemoDatabase
{
    public static InstrumentCatalog Instruments { get; } =
        new(Path.Combine(Repository(), "content", "instruments"));

    /// <summary>A database with the demo, made once for all tests.</summary>
    public static DatabaseTemplate Seeded { get; } =
        new(async database =>
        {
            await using var db = database.Open();
            await db.Database.MigrateAsync();
            (await Seed(db).RunAsync(TestClock.Start)).Value.ShouldBe(DemoOutcome.Made);
        });

    public static AgendaCatalog Agendas { get; } =
        new(Path.Combine(Repository(), "content", "agendas"));

    public static ProtocolCatalog Protocols { get; } =
        new(Path.Combine(Repository(), "content", "protocols"));

    public static DemoSeed Seed(ThroughlineDb db) => new(db, Instruments, Agendas, Protocols);

    /// <summary>The folder of what comes with the product.</summary>
    public static string Content => Path.Combine(Repository(), "content");

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Throughline.slnx")))
        {
            folder =
                folder.Parent
                ?? throw new InvalidOperationException("Run the tests inside the repository.");
        }

        return folder.FullName;
    }
}
