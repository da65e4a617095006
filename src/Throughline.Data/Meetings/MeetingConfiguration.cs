using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Throughline.Domain.Meetings;
using Throughline.Domain.Units;

namespace Throughline.Data.Meetings;

internal sealed class MeetingConfiguration
    : IEntityTypeConfiguration<Meeting>,
        IEntityTypeConfiguration<AgendaItem>,
        IEntityTypeConfiguration<MeetingRole>,
        IEntityTypeConfiguration<Attendance>
{
    public void Configure(EntityTypeBuilder<Meeting> meeting)
    {
        meeting.ToTable("Meetings");
        meeting.Ignore(m => m.HasAgenda);
        meeting.Ignore(m => m.PlannedMinutes);
        meeting.Ignore(m => m.SecondsNotInstructional);
        meeting.Ignore(m => m.CurrentStop);
        meeting.Ignore(m => m.Present);
        meeting.Ignore(m => m.WhyMinutesStand);
        meeting.Property(m => m.Place).HasMaxLength(MeetingSeries.LongestPlace);
        meeting.Property(m => m.Link).HasMaxLength(MeetingSeries.LongestLink);
        meeting.Property(m => m.CancelReason).HasMaxLength(Meeting.LongestReason);
        meeting.Property(m => m.Sections).InOneColumn();
        meeting
            .HasOne<Unit>()
            .WithMany()
            .HasForeignKey(m => m.UnitId)
            .OnDelete(DeleteBehavior.Restrict);
        meeting
            .HasOne<MeetingSeries>()
            .WithMany()
            .HasForeignKey(m => m.SeriesId)
            .OnDelete(DeleteBehavior.Restrict);
        meeting
            .HasMany(m => m.Items)
            .WithOne()
            .HasForeignKey(i => i.MeetingId)
            .OnDelete(DeleteBehavior.Cascade);
        meeting
            .HasMany(m => m.Roles)
            .WithOne()
            .HasForeignKey(r => r.MeetingId)
            .OnDelete(DeleteBehavior.Cascade);
        meeting
            .HasMany(m => m.Attendances)
            .WithOne()
            .HasForeignKey(a => a.MeetingId)
            .OnDelete(DeleteBehavior.Cascade);
        meeting.HasIndex(m => new { m.UnitId, m.Number }).IsUnique();
        // The list and the next meeting: by day, whatever their number.
        meeting.HasIndex(m => new { m.UnitId, m.Day });
        // Of all units: the daily mail looks for those of the last and the next days.
        meeting.HasIndex(m => new { m.DistrictId, m.Day });
    }

    public void Configure(EntityTypeBuilder<AgendaItem> item)
    {
        item.ToTable("AgendaItems");
        item.Property(i => i.Title).HasMaxLength(AgendaItem.LongestTitle);
        item.Property(i => i.ReadFirst).HasMaxLength(AgendaItem.LongestText);
        item.Property(i => i.Bring).HasMaxLength(AgendaItem.LongestText);
        item.Property(i => i.Questions).HasMaxLength(AgendaItem.LongestText);
        item.HasOne<Person>()
            .WithMany()
            .HasForeignKey(i => i.BroughtById)
            .OnDelete(DeleteBehavior.Restrict);
        item.HasIndex(i => new { i.MeetingId, i.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<MeetingRole> role)
    {
        role.ToTable("MeetingRoles");
        role.HasKey(r => new { r.MeetingId, r.Kind });
        role.HasOne<Person>()
            .WithMany()
            .HasForeignKey(r => r.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Attendance> attendance)
    {
        attendance.ToTable("Attendances");
        attendance.HasKey(a => new { a.MeetingId, a.PersonId });
        attendance
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(a => a.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SeriesConfiguration
    : IEntityTypeConfiguration<MeetingSeries>,
        IEntityTypeConfiguration<AgendaTemplate>
{
    public void Configure(EntityTypeBuilder<MeetingSeries> series)
    {
        series.ToTable("MeetingSeries");
        series.Ignore(s => s.Rhythm);
        series.Property(s => s.Place).HasMaxLength(MeetingSeries.LongestPlace);
        series.Property(s => s.Link).HasMaxLength(MeetingSeries.LongestLink);
        series
            .HasOne<Unit>()
            .WithMany()
            .HasForeignKey(s => s.UnitId)
            .OnDelete(DeleteBehavior.Restrict);
        series.HasIndex(s => s.UnitId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AgendaTemplate> template)
    {
        template.ToTable("AgendaTemplates");
        template.Ignore(t => t.Minutes);
        template.Property(t => t.Name).HasMaxLength(AgendaTemplate.LongestName);
        template.Property(t => t.Sections).InOneColumn();
        template
            .HasOne<Unit>()
            .WithMany()
            .HasForeignKey(t => t.UnitId)
            .OnDelete(DeleteBehavior.Restrict);
        template.HasIndex(t => new { t.UnitId, t.Edition }).IsUnique();
    }
}

internal sealed class MeetingNoteConfiguration
    : IEntityTypeConfiguration<MeetingNote>,
        IEntityTypeConfiguration<KeptText>
{
    public void Configure(EntityTypeBuilder<MeetingNote> note)
    {
        note.ToTable("MeetingNotes");
        note.Property(n => n.Words).HasMaxLength(MeetingNote.Longest);
        // Two writers who read the same edition at once: one of them is told, and tries again as the later one.
        note.Property(n => n.Edition).IsConcurrencyToken();
        note.HasOne<Meeting>()
            .WithMany()
            .HasForeignKey(n => n.MeetingId)
            .OnDelete(DeleteBehavior.Cascade);
        note.HasMany(n => n.Kept)
            .WithOne()
            .HasForeignKey(k => k.NoteId)
            .OnDelete(DeleteBehavior.Cascade);
        note.HasIndex(n => new
            {
                n.MeetingId,
                n.Section,
                n.Item,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<KeptText> text)
    {
        text.ToTable("KeptTexts");
        text.Property(t => t.Words).HasMaxLength(MeetingNote.Longest);
    }
}

internal sealed class CalendarFeedConfiguration : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> feed)
    {
        feed.ToTable("CalendarFeeds");
        feed.Property(f => f.KeyHash).HasMaxLength(32);
        feed.HasOne<Person>()
            .WithMany()
            .HasForeignKey(f => f.PersonId)
            .OnDelete(DeleteBehavior.Cascade);
        feed.HasOne<Unit>()
            .WithMany()
            .HasForeignKey(f => f.UnitId)
            .OnDelete(DeleteBehavior.Restrict);
        feed.HasIndex(f => f.KeyHash).IsUnique();
    }
}
