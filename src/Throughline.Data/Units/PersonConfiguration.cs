using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughline.Domain.Units;

namespace Throughline.Data.Units;

internal sealed class PersonConfiguration
    : IEntityTypeConfiguration<Person>,
        IEntityTypeConfiguration<RoleAssignment>,
        IEntityTypeConfiguration<TeachingLoad>,
        IEntityTypeConfiguration<InstructionalTeam>,
        IEntityTypeConfiguration<InstructionalTeamMember>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("People");
        person.Ignore(p => p.FullName);
        person.Ignore(p => p.IsReviewer);
        person.Property(p => p.GivenName).HasMaxLength(80);
        person.Property(p => p.FamilyName).HasMaxLength(80);
        person.Property(p => p.Email).HasMaxLength(254);
        person.Property(p => p.SearchText).HasMaxLength(420);
        person.Property(p => p.SourcedId).HasMaxLength(256);
        person.HasIndex(p => new { p.DistrictId, p.Email }).IsUnique();
        person.HasIndex(p => new { p.DistrictId, p.SourcedId }).IsUnique();
        person.HasIndex(p => new { p.DistrictId, p.SearchText });
    }

    public void Configure(EntityTypeBuilder<RoleAssignment> role)
    {
        role.ToTable("RoleAssignments");
        role.HasOne<Person>()
            .WithMany()
            .HasForeignKey(r => r.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
        role.HasOne<Unit>()
            .WithMany()
            .HasForeignKey(r => r.UnitId)
            .OnDelete(DeleteBehavior.Restrict);
        // Two people who give the same role at once make one.
        role.HasIndex(r => new
            {
                r.PersonId,
                r.UnitId,
                r.Role,
            })
            .IsUnique()
            .HasFilter("\"Status\" <> 3");
        role.HasIndex(r => new { r.PersonId, r.Status });
        role.HasIndex(r => new
        {
            r.UnitId,
            r.Status,
            r.Role,
        });
    }

    public void Configure(EntityTypeBuilder<TeachingLoad> load)
    {
        load.ToTable("TeachingLoads");
        load.Property(l => l.Grades).HasMaxLength(TeachingLoad.LongestGrades);
        load.Property(l => l.Subjects).HasMaxLength(TeachingLoad.LongestSubjects);
        load.HasOne<Person>()
            .WithMany()
            .HasForeignKey(l => l.PersonId)
            .OnDelete(DeleteBehavior.Cascade);
        load.HasOne<Unit>()
            .WithMany()
            .HasForeignKey(l => l.UnitId)
            .OnDelete(DeleteBehavior.Cascade);
        load.HasIndex(l => new { l.PersonId, l.UnitId }).IsUnique();
        load.HasIndex(l => l.UnitId);
    }

    public void Configure(EntityTypeBuilder<InstructionalTeam> team)
    {
        team.ToTable("InstructionalTeams");
        team.Property(t => t.Name).HasMaxLength(80);
        team.HasOne<Unit>()
            .WithMany()
            .HasForeignKey(t => t.UnitId)
            .OnDelete(DeleteBehavior.Restrict);
        team.HasMany(t => t.Members)
            .WithOne()
            .HasForeignKey(m => m.TeamId)
            .OnDelete(DeleteBehavior.Cascade);
        team.HasIndex(t => new { t.UnitId, t.Name })
            .IsUnique()
            .HasFilter("\"DissolvedAt\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<InstructionalTeamMember> member)
    {
        member.ToTable("InstructionalTeamMembers");
        member.HasKey(m => new { m.TeamId, m.PersonId });
        member
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(m => m.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
        member.HasIndex(m => m.PersonId);
    }
}
