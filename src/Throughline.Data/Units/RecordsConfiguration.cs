using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughline.Domain.Units;
using Throughline.Domain.Units.Records;

namespace Throughline.Data.Units;

internal sealed class RecordsConfiguration
    : IEntityTypeConfiguration<RetentionRule>,
        IEntityTypeConfiguration<LegalHold>,
        IEntityTypeConfiguration<Disclosure>
{
    public void Configure(EntityTypeBuilder<RetentionRule> rule)
    {
        rule.ToTable("RetentionRules");
        rule.HasKey(r => r.DistrictId);
    }

    public void Configure(EntityTypeBuilder<LegalHold> hold)
    {
        hold.ToTable("LegalHolds");
        hold.Property(h => h.Reason).HasMaxLength(LegalHold.LongestReason);
        hold.HasOne<Unit>()
            .WithMany()
            .HasForeignKey(h => h.UnitId)
            .OnDelete(DeleteBehavior.Restrict);
        hold.HasIndex(h => h.UnitId);
    }

    public void Configure(EntityTypeBuilder<Disclosure> disclosure)
    {
        disclosure.ToTable("Disclosures");
        disclosure.Property(d => d.What).HasMaxLength(Disclosure.Longest);
        disclosure.Property(d => d.ToWhom).HasMaxLength(Disclosure.Longest);
        disclosure.Property(d => d.Ground).HasMaxLength(Disclosure.Longest);
        disclosure
            .HasOne<Unit>()
            .WithMany()
            .HasForeignKey(d => d.UnitId)
            .OnDelete(DeleteBehavior.Restrict);
        disclosure.HasIndex(d => new { d.UnitId, d.On });
    }
}
