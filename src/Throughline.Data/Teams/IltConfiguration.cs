using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;

namespace Throughline.Data.Teams;

internal sealed class IltConfiguration
    : IEntityTypeConfiguration<Ilt>,
        IEntityTypeConfiguration<IltMembership>,
        IEntityTypeConfiguration<NormsKeeperTerm>
{
    public void Configure(EntityTypeBuilder<Ilt> ilt)
    {
        ilt.ToTable("Ilts");
        // Worked out from the memberships; the store would take it for a second relationship.
        ilt.Ignore(i => i.Sitting);
        ilt.Property(i => i.RaisedBecause).HasMaxLength(Ilt.LongestReason);
        ilt.HasMany(i => i.NormsKeepers)
            .WithOne()
            .HasForeignKey(t => t.IltId)
            .OnDelete(DeleteBehavior.Cascade);
        ilt.HasOne<Unit>()
            .WithOne()
            .HasForeignKey<Ilt>(i => i.UnitId)
            .OnDelete(DeleteBehavior.Restrict);
        ilt.HasMany(i => i.Memberships)
            .WithOne()
            .HasForeignKey(m => m.IltId)
            .OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<IltMembership> membership)
    {
        membership.ToTable("IltMemberships");
        membership
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(m => m.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
        membership
            .HasOne<InstructionalTeam>()
            .WithMany()
            .HasForeignKey(m => m.SpeaksForTeamId)
            .OnDelete(DeleteBehavior.Restrict);
        membership.HasIndex(m => new { m.PersonId, m.Until });
        membership.HasIndex(m => new { m.UnitId, m.Until });
    }

    public void Configure(EntityTypeBuilder<NormsKeeperTerm> term)
    {
        term.ToTable("NormsKeeperTerms");
        term.HasOne<Person>()
            .WithMany()
            .HasForeignKey(t => t.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
        term.HasIndex(t => new { t.UnitId, t.Until });
    }
}
