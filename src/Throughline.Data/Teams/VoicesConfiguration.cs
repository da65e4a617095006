using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;

namespace Throughline.Data.Teams;

internal sealed class VoicesConfiguration
    : IEntityTypeConfiguration<StudentGroup>,
        IEntityTypeConfiguration<OtherTeam>,
        IEntityTypeConfiguration<ResponsibilityEdition>,
        IEntityTypeConfiguration<ResponsibilityAcceptance>
{
    public void Configure(EntityTypeBuilder<StudentGroup> group)
    {
        group.ToTable("StudentGroups");
        group.Property(g => g.Name).HasMaxLength(StudentGroup.LongestName);
        group
            .HasOne<Unit>()
            .WithMany()
            .HasForeignKey(g => g.UnitId)
            .OnDelete(DeleteBehavior.Restrict);
        group
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(g => g.SpeakerId)
            .OnDelete(DeleteBehavior.Restrict);
        group.HasIndex(g => new { g.UnitId, g.Name }).IsUnique().HasFilter("\"RemovedAt\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<OtherTeam> team)
    {
        team.ToTable("OtherTeams");
        team.Property(t => t.Name).HasMaxLength(OtherTeam.LongestName);
        team.Property(t => t.Handles).HasMaxLength(OtherTeam.LongestHandles);
        team.Property(t => t.Contact).HasMaxLength(OtherTeam.LongestContact);
        team.Property(t => t.Email).HasMaxLength(OtherTeam.LongestEmail);
        team.HasOne<Unit>()
            .WithMany()
            .HasForeignKey(t => t.UnitId)
            .OnDelete(DeleteBehavior.Restrict);
        team.HasIndex(t => new { t.UnitId, t.Name })
            .IsUnique()
            .HasFilter("\"DissolvedAt\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<ResponsibilityEdition> edition)
    {
        edition.ToTable("ResponsibilityEditions");
        edition.Ignore(e => e.AsResponsibilities);
        edition
            .Property(e => e.Lines)
            .HasMaxLength((ResponsibilityEdition.LongestItem + 1) * ResponsibilityEdition.Most);
        edition
            .HasOne<Unit>()
            .WithMany()
            .HasForeignKey(e => e.UnitId)
            .OnDelete(DeleteBehavior.Restrict);
        // Two people who adjust the same list at once: the second sees the first's.
        edition
            .HasIndex(e => new
            {
                e.UnitId,
                e.Kind,
                e.Edition,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<ResponsibilityAcceptance> acceptance)
    {
        acceptance.ToTable("ResponsibilityAcceptances");
        acceptance.HasKey(a => new
        {
            a.UnitId,
            a.PersonId,
            a.Kind,
            a.Edition,
        });
        acceptance
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(a => a.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
