using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Throughline.Domain.Meetings;
using Throughline.Domain.Units;

namespace Throughline.Data.Meetings;

internal sealed class FeedbackConfiguration
    : IEntityTypeConfiguration<TeamFeedback>,
        IEntityTypeConfiguration<FeedbackBatch>,
        IEntityTypeConfiguration<FeedbackMark>,
        IEntityTypeConfiguration<NamedFeedback>,
        IEntityTypeConfiguration<FeedbackTheme>
{
    public void Configure(EntityTypeBuilder<TeamFeedback> feedback)
    {
        feedback.ToTable("TeamFeedback");
        feedback.Ignore(f => f.Choice);
        feedback
            .HasOne<Unit>()
            .WithMany()
            .HasForeignKey(f => f.UnitId)
            .OnDelete(DeleteBehavior.Restrict);
        feedback
            .HasMany(f => f.Batches)
            .WithOne()
            .HasForeignKey(b => b.FeedbackId)
            .OnDelete(DeleteBehavior.Cascade);
        // Two people who choose at once choose one after the other.
        feedback.HasIndex(f => f.UnitId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<FeedbackBatch> batch)
    {
        batch.ToTable("FeedbackBatches");
        // No id that is made of a time: a count tells none.
        batch.HasKey(b => new { b.FeedbackId, b.Number });
        batch.Ignore(b => b.IsEnough);
        batch.Property(b => b.Lines).InOneColumn();
        batch
            .HasMany(b => b.Marks)
            .WithOne()
            .HasForeignKey(m => new { m.FeedbackId, m.Batch })
            .OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<FeedbackMark> mark)
    {
        mark.ToTable("FeedbackMarks");
        mark.HasKey(m => new { m.MeetingId, m.PersonId });
        mark.HasOne<Meeting>()
            .WithMany()
            .HasForeignKey(m => m.MeetingId)
            .OnDelete(DeleteBehavior.Cascade);
        mark.HasOne<Person>()
            .WithMany()
            .HasForeignKey(m => m.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<NamedFeedback> named)
    {
        named.ToTable("NamedFeedback");
        named.HasKey(n => new { n.MeetingId, n.PersonId });
        named.Property(n => n.Lines).InOneColumn();
        named
            .HasOne<Meeting>()
            .WithMany()
            .HasForeignKey(n => n.MeetingId)
            .OnDelete(DeleteBehavior.Cascade);
        named
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(n => n.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<FeedbackTheme> theme)
    {
        theme.ToTable("FeedbackThemes");
        theme.Property(t => t.Words).HasMaxLength(FeedbackTheme.Longest);
        theme.Property(t => t.Answer).HasMaxLength(FeedbackTheme.LongestAnswer);
        theme.Property(t => t.Earlier).InOneColumn();
        theme
            .HasOne<Unit>()
            .WithMany()
            .HasForeignKey(t => t.UnitId)
            .OnDelete(DeleteBehavior.Restrict);
        theme
            .HasOne<Meeting>()
            .WithMany()
            .HasForeignKey(t => t.MeetingId)
            .OnDelete(DeleteBehavior.Cascade);
        theme
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(t => t.ById)
            .OnDelete(DeleteBehavior.Restrict);
        theme.HasIndex(t => new { t.UnitId, t.Number }).IsUnique();
        // What opens a meeting: what is open, and what ended since the last one.
        theme.HasIndex(t => new { t.UnitId, t.EndedAt });
    }
}

internal sealed class ThinkingMapConfiguration : IEntityTypeConfiguration<ThinkingMap>
{
    public void Configure(EntityTypeBuilder<ThinkingMap> map)
    {
        map.ToTable("ThinkingMaps");
        map.Ignore(m => m.IsOpen);
        map.Property(m => m.Title).HasMaxLength(ThinkingMap.LongestTitle);
        map.Property(m => m.Question).HasMaxLength(ThinkingMap.LongestLine);
        map.Property(m => m.Branches).InOneColumn();
        map.HasOne<Unit>()
            .WithMany()
            .HasForeignKey(m => m.UnitId)
            .OnDelete(DeleteBehavior.Restrict);
        map.HasOne<Person>()
            .WithMany()
            .HasForeignKey(m => m.BegunById)
            .OnDelete(DeleteBehavior.Restrict);
        map.HasIndex(m => new { m.UnitId, m.Number }).IsUnique();
    }
}
