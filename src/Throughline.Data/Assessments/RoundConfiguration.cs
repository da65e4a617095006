using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughline.Domain.Assessments;
using Throughline.Domain.Units;

namespace Throughline.Data.Assessments;

internal sealed class RoundConfiguration
    : IEntityTypeConfiguration<InstrumentVersion>,
        IEntityTypeConfiguration<Round>,
        IEntityTypeConfiguration<RoundRater>,
        IEntityTypeConfiguration<RoundEvent>,
        IEntityTypeConfiguration<PublishedResult>
{
    public void Configure(EntityTypeBuilder<InstrumentVersion> version)
    {
        version.ToTable("InstrumentVersions");
        version.Property(v => v.Key).HasMaxLength(InstrumentLimits.Key);
        version.Property(v => v.Title).HasMaxLength(InstrumentLimits.Title);
        version
            .HasIndex(v => new
            {
                v.DistrictId,
                v.Key,
                v.Version,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<Round> round)
    {
        round.ToTable("Rounds");
        round.Property(r => r.Title).HasMaxLength(Round.LongestTitle);
        round
            .HasOne<Unit>()
            .WithMany()
            .HasForeignKey(r => r.UnitId)
            .OnDelete(DeleteBehavior.Restrict);
        round
            .HasOne<InstrumentVersion>()
            .WithMany()
            .HasForeignKey(r => r.InstrumentVersionId)
            .OnDelete(DeleteBehavior.Restrict);
        round
            .HasMany(r => r.Raters)
            .WithOne()
            .HasForeignKey(r => r.RoundId)
            .OnDelete(DeleteBehavior.Cascade);
        round
            .HasMany(r => r.Log)
            .WithOne()
            .HasForeignKey(e => e.RoundId)
            .OnDelete(DeleteBehavior.Cascade);
        round.HasIndex(r => new { r.UnitId, r.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RoundRater> rater)
    {
        rater.ToTable("RoundRaters");
        rater.HasKey(r => new { r.RoundId, r.PersonId });
        rater
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(r => r.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
        // My day asks what a person has still to finish.
        rater.HasIndex(r => new { r.PersonId, r.FinishedAt });
    }

    public void Configure(EntityTypeBuilder<RoundEvent> entry)
    {
        entry.ToTable("RoundEvents");
        entry.Property(e => e.Words).HasMaxLength(Round.LongestReason);
        entry.HasIndex(e => new { e.RoundId, e.Id });
    }

    public void Configure(EntityTypeBuilder<PublishedResult> result)
    {
        result.ToTable("PublishedResults");
        result
            .HasOne<Round>()
            .WithMany()
            .HasForeignKey(r => r.RoundId)
            .OnDelete(DeleteBehavior.Cascade);
        result.HasIndex(r => new { r.RoundId, r.Closing }).IsUnique();
    }
}
