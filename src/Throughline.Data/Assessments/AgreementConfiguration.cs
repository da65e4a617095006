using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughline.Domain.Assessments;
using Throughline.Domain.Shared;

namespace Throughline.Data.Assessments;

internal sealed class AgreementConfiguration
    : IEntityTypeConfiguration<AgreedItem>,
        IEntityTypeConfiguration<AgreedRecord>,
        IEntityTypeConfiguration<Evidence>,
        IEntityTypeConfiguration<EvidenceChunk>
{
    public void Configure(EntityTypeBuilder<AgreedItem> item)
    {
        item.ToTable("AgreedItems");
        item.Property(i => i.ItemKey).HasMaxLength(InstrumentLimits.Key);
        item.Property(i => i.Title).HasMaxLength(Thing.LongestTitle);
        item.Property(i => i.Reasons).HasMaxLength(AgreedItem.LongestReasons);
        item.HasOne<Round>()
            .WithMany()
            .HasForeignKey(i => i.RoundId)
            .OnDelete(DeleteBehavior.Restrict);
        item.HasMany(i => i.Records)
            .WithOne()
            .HasForeignKey(r => r.AgreedItemId)
            .OnDelete(DeleteBehavior.Cascade);
        item.HasMany<Evidence>()
            .WithOne()
            .HasForeignKey(e => e.AgreedItemId)
            .OnDelete(DeleteBehavior.Cascade);
        item.HasIndex(i => new { i.RoundId, i.ItemKey }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AgreedRecord> record)
    {
        record.ToTable("AgreedRecords");
        record.Property(r => r.Reasons).HasMaxLength(AgreedItem.LongestReasons);
        record.HasIndex(r => new { r.AgreedItemId, r.Id });
    }

    public void Configure(EntityTypeBuilder<Evidence> evidence)
    {
        evidence.ToTable("Evidence");
        evidence.Property(e => e.Words).HasMaxLength(Evidence.LongestWords);
        evidence.Property(e => e.Address).HasMaxLength(Evidence.LongestAddress);
        evidence.Property(e => e.FileName).HasMaxLength(EvidenceFile.LongestName);
        evidence.HasIndex(e => new { e.AgreedItemId, e.Id });
    }

    public void Configure(EntityTypeBuilder<EvidenceChunk> chunk)
    {
        chunk.ToTable("EvidenceChunks");
        chunk.HasKey(c => new { c.EvidenceId, c.Number });
        chunk
            .HasOne<Evidence>()
            .WithMany()
            .HasForeignKey(c => c.EvidenceId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
