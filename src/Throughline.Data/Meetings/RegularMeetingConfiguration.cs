using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughline.Domain.Meetings;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Data.Meetings;

internal sealed class RegularMeetingConfiguration
    : IEntityTypeConfiguration<RegularMeeting>,
        IEntityTypeConfiguration<RegularMeetingChange>
{
    public void Configure(EntityTypeBuilder<RegularMeeting> meeting)
    {
        meeting.ToTable("RegularMeetings");
        meeting.Ignore(m => m.IsHeld);
        meeting.Ignore(m => m.TimesInFourWeeks);
        meeting.Ignore(m => m.PersonMinutes);
        meeting.Property(m => m.Name).HasMaxLength(RegularMeeting.LongestName);
        meeting.Property(m => m.Purpose).HasMaxLength(RegularMeeting.LongestText);
        meeting.Property(m => m.Who).HasMaxLength(RegularMeeting.LongestText);
        meeting.Property(m => m.Teams).InOneColumn();
        meeting.Property(m => m.Topics).InOneColumn();
        meeting
            .HasOne<Unit>()
            .WithMany()
            .HasForeignKey(m => m.UnitId)
            .OnDelete(DeleteBehavior.Restrict);
        meeting
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(m => m.ListedById)
            .OnDelete(DeleteBehavior.Restrict);
        meeting
            .HasMany(m => m.Changes)
            .WithOne()
            .HasForeignKey(c => c.MeetingId)
            .OnDelete(DeleteBehavior.Cascade);
        meeting.HasIndex(m => new { m.UnitId, m.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RegularMeetingChange> change)
    {
        change.ToTable("RegularMeetingChanges");
        change.Ignore(c => c.IsOpen);
        change.Property(c => c.Reason).HasMaxLength(RegularMeeting.LongestText);
        change.Property(c => c.DecidedBy).HasMaxLength(RegularMeeting.LongestName);
        change
            .HasOne<RegularMeeting>()
            .WithMany()
            .HasForeignKey(c => c.IntoId)
            .OnDelete(DeleteBehavior.Restrict);
        change
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(c => c.ProposedById)
            .OnDelete(DeleteBehavior.Restrict);
        change
            .HasOne<Decision>()
            .WithMany()
            .HasForeignKey(c => c.DecisionId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
