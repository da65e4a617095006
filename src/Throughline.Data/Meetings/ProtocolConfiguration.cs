using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Throughline.Domain.Meetings;
using Throughline.Domain.Units;

namespace Throughline.Data.Meetings;

internal sealed class ProtocolConfiguration
    : IEntityTypeConfiguration<TeamProtocol>,
        IEntityTypeConfiguration<ProtocolRun>,
        IEntityTypeConfiguration<ProtocolFinding>
{
    public void Configure(EntityTypeBuilder<TeamProtocol> protocol)
    {
        protocol.ToTable("TeamProtocols");
        protocol.Ignore(p => p.Words);
        protocol.Property(p => p.Slug).HasMaxLength(Slug.Longest);
        protocol.Property(p => p.Title).HasMaxLength(Protocol.LongestTitle);
        protocol.Property(p => p.Purpose).HasMaxLength(Protocol.LongestText);
        protocol.Property(p => p.GroupSize).HasMaxLength(Protocol.LongestGroupSize);
        protocol.Property(p => p.Roles).HasMaxLength(Protocol.LongestText);
        protocol.Property(p => p.Bring).HasMaxLength(Protocol.LongestText);
        protocol.Property(p => p.BegunFrom).HasMaxLength(Protocol.LongestTitle);
        protocol.Property(p => p.Steps).InOneColumn();
        protocol
            .HasOne<Unit>()
            .WithMany()
            .HasForeignKey(p => p.UnitId)
            .OnDelete(DeleteBehavior.Restrict);
        protocol.HasIndex(p => new { p.UnitId, p.Slug }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ProtocolRun> run)
    {
        run.ToTable("ProtocolRuns");
        run.Ignore(r => r.HasBegun);
        run.Ignore(r => r.Now);
        run.Ignore(r => r.IsPaused);
        run.Ignore(r => r.Minutes);
        run.Property(r => r.Slug).HasMaxLength(Slug.Longest);
        run.Property(r => r.Title).HasMaxLength(Protocol.LongestTitle);
        run.Property(r => r.Bring).HasMaxLength(Protocol.LongestText);
        run.Property(r => r.Steps).InOneColumn();
        run.HasOne<AgendaItem>()
            .WithMany()
            .HasForeignKey(r => r.ItemId)
            .OnDelete(DeleteBehavior.Cascade);
        run.HasIndex(r => r.ItemId).IsUnique();
        run.HasIndex(r => r.UnitId);
    }

    public void Configure(EntityTypeBuilder<ProtocolFinding> finding)
    {
        finding.ToTable("ProtocolFindings");
        finding.Property(f => f.Words).HasMaxLength(ProtocolFinding.Longest);
        finding
            .HasOne<Meeting>()
            .WithMany()
            .HasForeignKey(f => f.MeetingId)
            .OnDelete(DeleteBehavior.Restrict);
        finding
            .HasOne<AgendaItem>()
            .WithMany()
            .HasForeignKey(f => f.ItemId)
            .OnDelete(DeleteBehavior.Restrict);
        finding
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(f => f.ById)
            .OnDelete(DeleteBehavior.Restrict);
        finding.HasIndex(f => new { f.MeetingId, f.Number }).IsUnique();
        finding.HasIndex(f => f.ItemId);
    }
}
