using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.EntityFrameworkCore.Sqlite.Design.Internal;
using Microsoft.Extensions.DependencyInjection;
using Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal;
using Throughline.Data;
using Throughline.Migrations;

#pragma warning disable EF1001 // The providers' design-time services are internal; there is no public way without the Design package.

// Scaffolds the migrations of both engines.
//   dotnet run --project tools/Throughline.Migrations -- NAME      adds a migration to each engine
//   dotnet run --project tools/Throughline.Migrations -- --squash  makes Initial anew (until 1.0 there is one)
if (args is not [var name])
{
    Console.Error.WriteLine("Name the migration, or say --squash to make Initial anew.");
    return 1;
}

var project = Path.Combine(RepositoryRoot(), "src", "Throughline.Data");
var squash = name == "--squash";
var scope = new DistrictScope();
Scaffold(
    new SqliteThroughlineDb(
        (DbContextOptions<SqliteThroughlineDb>)
            StoreRegistration
                .UseSqlite(
                    new DbContextOptionsBuilder<SqliteThroughlineDb>(),
                    "Data Source=:memory:"
                )
                .Options,
        scope
    ),
    "Sqlite",
    new SqliteDesignTimeServices()
);
Scaffold(
    new PostgresThroughlineDb(
        (DbContextOptions<PostgresThroughlineDb>)
            StoreRegistration
                .UsePostgres(new DbContextOptionsBuilder<PostgresThroughlineDb>(), "Host=unused")
                .Options,
        scope
    ),
    "Postgres",
    new NpgsqlDesignTimeServices()
);
return 0;

void Scaffold(ThroughlineDb db, string engine, IDesignTimeServices provider)
{
    var folder = Path.Combine(project, "Migrations", engine);
    Directory.CreateDirectory(folder);
    var services = new ServiceCollection()
        .AddEntityFrameworkDesignTimeServices()
        .AddDbContextDesignTimeServices(db);
    provider.ConfigureDesignTimeServices(services);
    if (squash)
    {
        // An empty snapshot makes the scaffolder write everything.
        services.AddSingleton<IMigrationsAssembly, NoMigrationsYet>();
        foreach (var file in Directory.GetFiles(folder, "*.cs"))
        {
            File.Delete(file);
        }
    }

    using var built = services.BuildServiceProvider();
    var scaffolder = built.GetRequiredService<IMigrationsScaffolder>();
    var migration = scaffolder.ScaffoldMigration(
        squash ? "Initial" : name,
        "Throughline.Data",
        $"Migrations.{engine}",
        "C#",
        dryRun: false
    );
    scaffolder.Save(project, migration, folder, dryRun: false);
    Console.WriteLine($"{engine}: {migration.MigrationId}");
}

static string RepositoryRoot()
{
    var folder = new DirectoryInfo(AppContext.BaseDirectory);
    while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Throughline.slnx")))
    {
        folder = folder.Parent;
    }

    return folder?.FullName
        ?? throw new InvalidOperationException("Run this inside the repository.");
}
