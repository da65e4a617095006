using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Data.Work;

internal sealed class RaisedMatterConfiguration
    : IEntityTypeConfiguration<RaisedMatter>,
        IEntityTypeConfiguration<MatterStep>
{
    public void Configure(EntityTypeBuilder<RaisedMatter> matter)
    {
        matter.ToTable("RaisedMatters");
        matter.Property(m => m.Title).HasMaxLength(Issue.LongestTitle);
        matter.Property(m => m.About).HasMaxLength(Issue.LongestAbout);
        matter
            .HasOne<Unit>()
            .WithMany()
            .HasForeignKey(m => m.UnitId)
            .OnDelete(DeleteBehavior.Restrict);
        matter
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(m => m.SenderId)
            .OnDelete(DeleteBehavior.Restrict);
        matter
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(m => m.HolderId)
            .OnDelete(DeleteBehavior.Restrict);
        matter
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(m => m.RepresentativeId)
            .OnDelete(DeleteBehavior.Restrict);
        matter
            .HasOne<InstructionalTeam>()
            .WithMany()
            .HasForeignKey(m => m.TeamId)
            .OnDelete(DeleteBehavior.Restrict);
        matter
            .HasOne<Issue>()
            .WithMany()
            .HasForeignKey(m => m.IssueId)
            .OnDelete(DeleteBehavior.Restrict);
        matter.HasMany(m => m.Steps).WithOne().HasForeignKey(s => s.MatterId);
        // What its sender reads, newest first; what waits in a unit; what waits for a person.
        matter.HasIndex(m => new { m.SenderId, m.Id });
        matter.HasIndex(m => new { m.UnitId, m.Status });
        matter.HasIndex(m => new { m.HolderId, m.Status });
    }

    public void Configure(EntityTypeBuilder<MatterStep> step)
    {
        step.ToTable("MatterSteps");
        step.Property(s => s.Words).HasMaxLength(Issue.LongestAbout);
        step.HasIndex(s => new { s.MatterId, s.Id });
    }
}
