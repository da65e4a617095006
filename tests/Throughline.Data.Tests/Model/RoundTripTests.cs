using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Data.Tests.Model;

/// <summary>Every entity of the model, saved and read back, found by the model itself.</summary>
public sealed class RoundTripTests
{
    private static readonly Guid District = Guid.Parse("01890000-0000-7000-8000-ffffffffffff");

    [EngineTheory]
    [Row(true)]
    [Row(false)]
    public async Task Every_row_reads_back_as_it_was_saved(Engine engine, bool full)
    {
        await using var database = await TestDatabase.MigratedAsync(engine);
        IReadOnlyDictionary<IEntityType, object> rows;
        await using (var db = database.Open(District))
        {
            rows = new SampleRows(db.Model, District, full).Rows;
            db.AddRange(rows.Values);
            await db.SaveChangesAsync();
        }

        await using var read = database.Open(District);
        var different = new List<string>();
        foreach (var (_, row) in rows)
        {
            var entity = read.Model.FindEntityType(row.GetType())!;
            var key = entity.FindPrimaryKey()!.Properties.Select(p => Get(p, row)).ToArray();
            var found = await read.FindAsync(row.GetType(), key);
            if (found is null)
            {
                different.Add($"{entity.DisplayName()} is not found by its key");
                continue;
            }

            different.AddRange(
                entity
                    .GetProperties()
                    .Where(p => !Same(p, Get(p, row), Get(p, found)))
                    .Select(p =>
                        $"{entity.DisplayName()}.{p.Name}: saved {Get(p, row)}, read {Get(p, found)}"
                    )
            );
            different.AddRange(
                entity
                    .GetComplexProperties()
                    .Where(c =>
                        !Equals(c.PropertyInfo!.GetValue(row), c.PropertyInfo.GetValue(found))
                    )
                    .Select(c => $"{entity.DisplayName()}.{c.Name}")
            );
        }

        different.ShouldBeEmpty();
        rows.Count.ShouldBeGreaterThan(15);
    }

    // What has no unit is read in the trail by the district's administrators alone.
    [Fact]
    public void What_the_trail_tells_belongs_to_a_unit_but_for_what_is_the_districts()
    {
        using var db = Models.Of(Engine.Sqlite);

        db.Model.GetEntityTypes()
            .Where(e => typeof(IDistrictOwned).IsAssignableFrom(e.ClrType))
            .Where(e => !typeof(INotAudited).IsAssignableFrom(e.ClrType))
            .Where(e => e.ClrType != typeof(Unit) && e.FindProperty("UnitId") is null)
            .Select(e => e.DisplayName())
            .Order(StringComparer.Ordinal)
            .ShouldBe([
                "InstrumentVersion",
                "Person",
                // The district sets it for all its schools.
                "RetentionRule",
                "RosterImport",
                "SchoolYear",
                // It is written with the thing that hangs on the other, which tells its unit.
                "ThingLink",
            ]);
    }

    [Fact]
    public void Every_kind_of_row_of_a_district_is_filtered_by_district()
    {
        using var db = Models.Of(Engine.Sqlite);
        var owned = db
            .Model.GetEntityTypes()
            .Where(e => typeof(IDistrictOwned).IsAssignableFrom(e.ClrType))
            .ToList();

        owned.Count.ShouldBeGreaterThan(10);
        owned
            .Where(e => e.FindDeclaredQueryFilter(ThroughlineDb.DistrictFilter) is null)
            .Select(e => e.DisplayName())
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_thing_two_people_may_edit_is_guarded_by_its_version()
    {
        using var db = Models.Of(Engine.Sqlite);
        db.Model.GetEntityTypes()
            .Where(e => typeof(IVersioned).IsAssignableFrom(e.ClrType))
            .Where(e =>
                e.FindProperty(nameof(IVersioned.Version)) is not { IsConcurrencyToken: true }
            )
            .Select(e => e.DisplayName())
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public void The_migrations_make_the_model_as_it_is(Engine engine)
    {
        using var db = Models.Of(engine);
        db.Database.HasPendingModelChanges()
            .ShouldBeFalse(
                "The model changed: dotnet run --project tools/Throughline.Migrations -- --squash"
            );
    }

    private static object? Get(IProperty property, object row) =>
        property.PropertyInfo!.GetValue(row);

    [SuppressMessage("Usage", "MA0001", Justification = "The model's own comparison.")]
    private static bool Same(IProperty property, object? saved, object? read) =>
        property.GetValueComparer().Equals(saved, read)
        && (saved as DateTime?)?.Kind == (read as DateTime?)?.Kind;
}

/// <summary>A context whose model is asked; no server is needed.</summary>
internal static class Models
{
    public static ThroughlineDb Of(Engine engine) =>
        engine == Engine.Sqlite
            ? new SqliteThroughlineDb(
                (DbContextOptions<SqliteThroughlineDb>)
                    StoreRegistration
                        .UseSqlite(
                            new DbContextOptionsBuilder<SqliteThroughlineDb>(),
                            "Data Source=:memory:"
                        )
                        .Options,
                new DistrictScope()
            )
            : new PostgresThroughlineDb(
                (DbContextOptions<PostgresThroughlineDb>)
                    StoreRegistration
                        .UsePostgres(
                            new DbContextOptionsBuilder<PostgresThroughlineDb>(),
                            "Host=unused"
                        )
                        .Options,
                new DistrictScope()
            );
}
