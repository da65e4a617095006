using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughline.Domain.Meetings;
using Throughline.Domain.Units;

namespace Throughline.Data.Meetings;

internal sealed class MinutesConfiguration
    : IEntityTypeConfiguration<MinutesEdition>,
        IEntityTypeConfiguration<MinutesRedaction>,
        IEntityTypeConfiguration<MinutesDraftSent>
{
    public void Configure(EntityTypeBuilder<MinutesEdition> edition)
    {
        edition.ToTable("MinutesEditions");
        edition.Property(e => e.Fingerprint).HasMaxLength(64);
        edition.Property(e => e.ReopenReason).HasMaxLength(MinutesEdition.LongestReason);
        edition.Ignore(e => e.IsIntact);
        // A record outlives the wish to be rid of its meeting.
        edition
            .HasOne<Meeting>()
            .WithMany()
            .HasForeignKey(e => e.MeetingId)
            .OnDelete(DeleteBehavior.Restrict);
        edition
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(e => e.ConfirmedById)
            .OnDelete(DeleteBehavior.Restrict);
        edition
            .HasMany(e => e.Redactions)
            .WithOne()
            .HasForeignKey(r => r.EditionId)
            .OnDelete(DeleteBehavior.Cascade);
        edition.HasIndex(e => new { e.MeetingId, e.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<MinutesRedaction> redaction)
    {
        redaction.ToTable("MinutesRedactions");
        redaction.Property(r => r.Ground).HasMaxLength(MinutesRedaction.Longest);
        redaction.Property(r => r.Places).InOneColumn();
    }

    public void Configure(EntityTypeBuilder<MinutesDraftSent> draft)
    {
        draft.ToTable("MinutesDraftsSent");
        draft.HasKey(d => d.MeetingId);
        draft
            .HasOne<Meeting>()
            .WithOne()
            .HasForeignKey<MinutesDraftSent>(d => d.MeetingId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
