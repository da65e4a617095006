using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughline.Domain.Assessments;
using Throughline.Domain.Units;

namespace Throughline.Data.Assessments;

internal sealed class PulseConfiguration
    : IEntityTypeConfiguration<Pulse>,
        IEntityTypeConfiguration<PulseInvitation>,
        IEntityTypeConfiguration<PulseTally>
{
    public void Configure(EntityTypeBuilder<Pulse> pulse)
    {
        pulse.ToTable("Pulses");
        pulse.Ignore(p => p.Questions);
        pulse
            .HasOne<Unit>()
            .WithMany()
            .HasForeignKey(p => p.UnitId)
            .OnDelete(DeleteBehavior.Restrict);
        pulse
            .HasMany(p => p.Invitations)
            .WithOne()
            .HasForeignKey(i => i.PulseId)
            .OnDelete(DeleteBehavior.Cascade);
        pulse
            .HasMany(p => p.Tallies)
            .WithOne()
            .HasForeignKey(t => t.PulseId)
            .OnDelete(DeleteBehavior.Cascade);
        pulse.HasIndex(p => new { p.UnitId, p.Number }).IsUnique();
        // Two people who open one at the same moment open one.
        pulse.HasIndex(p => p.UnitId).IsUnique().HasFilter("\"ClosedAt\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<PulseInvitation> invitation)
    {
        invitation.ToTable("PulseInvitations");
        invitation.HasKey(i => new { i.PulseId, i.PersonId });
        invitation
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(i => i.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
        invitation.HasIndex(i => new { i.PersonId, i.HasAnswered });
    }

    public void Configure(EntityTypeBuilder<PulseTally> tally)
    {
        tally.ToTable("PulseTallies");
        tally.HasKey(t => new { t.PulseId, t.Choice });
        tally.Property(t => t.Choice).HasMaxLength(PulseTally.LongestChoice);
    }
}
