using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Throughline.Data;

namespace Throughline.Migrations;

/// <summary>Pretends that no migration was made so far.</summary>
internal sealed class NoMigrationsYet : IMigrationsAssembly
{
    public IReadOnlyDictionary<string, TypeInfo> Migrations { get; } =
        new Dictionary<string, TypeInfo>(StringComparer.Ordinal);

    public ModelSnapshot? ModelSnapshot => null;

    public Assembly Assembly => typeof(ThroughlineDb).Assembly;

    public string? FindMigrationId(string nameOrId) => null;

    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider) =>
        throw new NotSupportedException();
}
