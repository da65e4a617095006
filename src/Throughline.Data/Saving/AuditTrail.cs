using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Throughline.Data.Platform;
using Throughline.Domain.Assessments;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Data.Saving;

/// <summary>Makes audit rows of what is about to be saved.</summary>
internal static class AuditTrail
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // Derived from other fields, or a count of saves: a line for them would tell nothing.
    private static readonly HashSet<string> Derived = ["Version", "SearchText", "DistrictId"];

    // Read where the thing is read, by whom the access table lets: the trail has other readers, and outlives the thing.
    private static readonly HashSet<(Type, string)> Elsewhere =
    [
        (typeof(Evidence), nameof(Evidence.Words)),
        (typeof(Evidence), nameof(Evidence.Address)),
        (typeof(Evidence), nameof(Evidence.FileName)),
        (typeof(Decision), nameof(Decision.Title)),
        (typeof(Decision), nameof(Decision.Background)),
        (typeof(Decision), nameof(Decision.Reasons)),
        (typeof(Decision), nameof(Decision.Outcome)),
        (typeof(Decision), nameof(Decision.NotHeard)),
        (typeof(AgendaItem), nameof(AgendaItem.Title)),
        (typeof(AgendaItem), nameof(AgendaItem.ReadFirst)),
        (typeof(AgendaItem), nameof(AgendaItem.Bring)),
        (typeof(AgendaItem), nameof(AgendaItem.Questions)),
    ];

    public static List<AuditEntry> For(List<EntityEntry> changed, DistrictScope scope, DateTime now)
    {
        var trail = new List<AuditEntry>();
        foreach (var entry in changed.Where(e => e.Entity is IDistrictOwned and not INotAudited))
        {
            var changes = Changes(entry);
            if (changes.Count > 0)
            {
                trail.Add(
                    new AuditEntry
                    {
                        Id = Ids.New(now),
                        DistrictId = scope.DistrictId,
                        UnitId = UnitOf(entry),
                        At = now,
                        PersonId = scope.PersonId,
                        Action = entry.State switch
                        {
                            EntityState.Added => AuditAction.Added,
                            EntityState.Deleted => AuditAction.Removed,
                            _ => AuditAction.Changed,
                        },
                        Kind = entry.Metadata.ClrType.Name,
                        ThingId = Value<Guid?>(entry, "Id"),
                        Changes = JsonSerializer.Serialize(changes, Json),
                    }
                );
            }
        }

        return trail;
    }

    private static Dictionary<string, object?[]> Changes(EntityEntry entry) =>
        entry
            .Properties.Concat(entry.ComplexProperties.SelectMany(c => c.Properties))
            .Where(p => !Derived.Contains(p.Metadata.Name))
            .Where(p => !Elsewhere.Contains((entry.Metadata.ClrType, p.Metadata.Name)))
            .Where(p =>
                entry.State == EntityState.Modified
                    ? p.IsModified && !Equals(p.OriginalValue, p.CurrentValue)
                    : p.CurrentValue is not null
            )
            .ToDictionary(
                p => p.Metadata.Name,
                p =>
                    entry.State switch
                    {
                        EntityState.Added => new[] { null, Plain(p.CurrentValue) },
                        EntityState.Deleted => [Plain(p.OriginalValue), null],
                        _ => [Plain(p.OriginalValue), Plain(p.CurrentValue)],
                    },
                StringComparer.Ordinal
            );

    // Long texts (an instrument's document) are named by their length: the trail says that it changed, the row says to what.
    private static object? Plain(object? value) =>
        value switch
        {
            string { Length: > 500 } text => $"{text.Length} characters",
            byte[] bytes => $"{bytes.Length} bytes",
            Enum known => known.ToString(),
            _ => value,
        };

    // A unit's own row belongs to the unit as well: who may read what changed there reads that it was renamed.
    private static Guid? UnitOf(EntityEntry entry) =>
        Value<Guid?>(entry, entry.Entity is Unit ? "Id" : "UnitId");

    private static T? Value<T>(EntityEntry entry, string property) =>
        entry.Metadata.FindProperty(property) is null
            ? default
            : (T?)entry.Property(property).CurrentValue;
}
