using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughline.Domain.Shared;

namespace Throughline.Data.Platform;

/// <summary>What happened to a row.</summary>
public enum AuditAction
{
    Added = 1,
    Changed = 2,
    Removed = 3,
}

/// <summary>Who changed what, and when. Written in the transaction of the change, never changed afterwards.</summary>
public sealed class AuditEntry : IDistrictOwned, INotAudited
{
    public Guid Id { get; init; }
    public Guid DistrictId { get; init; }

    /// <summary>The unit the row belongs to, where it has one.</summary>
    public Guid? UnitId { get; init; }
    public DateTime At { get; init; }

    /// <summary>Who did it; null for the system, as in an import by command.</summary>
    public Guid? PersonId { get; init; }
    public AuditAction Action { get; init; }

    /// <summary>The kind of thing, as the domain names it.</summary>
    public string Kind { get; init; } = "";
    public Guid? ThingId { get; init; }

    /// <summary>JSON object: field → [before, after].</summary>
    public string Changes { get; init; } = "{}";
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("Audit");
        entry.Property(e => e.Kind).HasMaxLength(60);
        // The trail is read newest first, for a district or one of its units.
        entry.HasIndex(e => new { e.DistrictId, e.Id });
        entry.HasIndex(e => new { e.UnitId, e.Id });
    }
}
