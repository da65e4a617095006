using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Platform;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Units;

namespace Throughline.Data.Tests.Demo;

/// <summary>
/// Everything in a database as comparable lines: ids that stand for a person, unit or team by its name, without what is
/// made anew each time (other ids, stamps, hashes).
/// </summary>
internal static class DemoPrint
{
    private static readonly HashSet<string> MadeAnew =
    [
        nameof(Account.PasswordHash),
        nameof(Account.SecurityStamp),
        nameof(Account.ConcurrencyStamp),
    ];

    public static async Task<List<string>> OfAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var names = await NamesAsync(db);
        var lines = new List<string>();
        foreach (
            var entity in db.Model.GetEntityTypes().Where(e => e.ClrType != typeof(AuditEntry))
        )
        {
            var rows =
                (IQueryable<object>)
                    typeof(DbContext)
                        .GetMethod(nameof(DbContext.Set), 1, [])!
                        .MakeGenericMethod(entity.ClrType)
                        .Invoke(db, null)!;
            var kept = entity.GetProperties().Where(p => !MadeAnew.Contains(p.Name)).ToList();
            foreach (var row in await rows.IgnoreQueryFilters().AsNoTracking().ToListAsync())
            {
                var entry = db.Entry(row);
                var values = kept.Select(p =>
                    $"{p.Name}={Print(entry.Property(p.Name).CurrentValue, names)}"
                );
                lines.Add($"{entity.ClrType.Name}: {string.Join("; ", values)}");
            }
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static async Task<Dictionary<Guid, string>> NamesAsync(ThroughlineDb db)
    {
        var units = await db.Set<Unit>()
            .IgnoreQueryFilters()
            .ToDictionaryAsync(u => u.Id, u => u.Slug);
        var people = await db.Set<Person>().IgnoreQueryFilters().ToListAsync();
        var teams = await db.Set<InstructionalTeam>().IgnoreQueryFilters().ToListAsync();
        people.ForEach(p => units.Add(p.Id, p.FullName));
        teams.ForEach(t => units.Add(t.Id, t.Name));
        return units;
    }

    private static string? Print(object? value, Dictionary<Guid, string> names) =>
        value switch
        {
            Guid id => names.GetValueOrDefault(id, "an id"),
            DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
            // Shared notes stand in an order that follows the round's id: only their content can be compared.
            string { Length: > 200 } text => string.Concat(text.Order()),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };
}
