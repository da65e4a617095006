using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;

namespace Throughline.Data.Meetings;

internal sealed class MeetingSummaryConfiguration
    : IEntityTypeConfiguration<MeetingSummary>,
        IEntityTypeConfiguration<FollowUp>
{
    public void Configure(EntityTypeBuilder<MeetingSummary> summary)
    {
        summary.ToTable("MeetingSummaries");
        summary.HasKey(s => s.MeetingId);
        summary.Property(s => s.Voices).InOneColumn();
        summary
            .HasOne<Meeting>()
            .WithOne()
            .HasForeignKey<MeetingSummary>(s => s.MeetingId)
            .OnDelete(DeleteBehavior.Cascade);
        summary
            .HasMany(s => s.FollowUps)
            .WithOne()
            .HasForeignKey(f => f.MeetingId)
            .OnDelete(DeleteBehavior.Cascade);
        // A term of a unit.
        summary.HasIndex(s => new { s.UnitId, s.Day });
    }

    public void Configure(EntityTypeBuilder<FollowUp> followUp)
    {
        followUp.ToTable("FollowUps");
        followUp.HasKey(f => new { f.MeetingId, f.DueOn });
        followUp.HasIndex(f => new { f.UnitId, f.MeetingDay });
    }
}

internal sealed class FigureWorkConfiguration : IEntityTypeConfiguration<FigureWork>
{
    public void Configure(EntityTypeBuilder<FigureWork> work)
    {
        work.ToTable("FigureWork");
        work.HasKey(w => new
        {
            w.UnitId,
            w.Kind,
            w.ThingId,
        });
        work.HasOne<Thing>()
            .WithMany()
            .HasForeignKey(w => w.ThingId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
