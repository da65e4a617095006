using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughline.Domain.Sharing;
using Throughline.Domain.Units;

namespace Throughline.Data.Sharing;

internal sealed class StaffNewsConfiguration
    : IEntityTypeConfiguration<Win>,
        IEntityTypeConfiguration<PlannedTelling>,
        IEntityTypeConfiguration<ToldDay>,
        IEntityTypeConfiguration<StaffNote>
{
    public void Configure(EntityTypeBuilder<Win> win)
    {
        win.ToTable("Wins");
        win.Property(w => w.Words).HasMaxLength(Win.Longest);
        win.Property(w => w.TakenOutBecause).HasMaxLength(Win.LongestReason);
        At(win.HasOne<Unit>(), nameof(Win.UnitId));
        At(win.HasOne<InstructionalTeam>(), nameof(Win.TeamId));
        win.HasIndex(w => new { w.UnitId, w.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PlannedTelling> entry)
    {
        entry.ToTable("PlannedTellings");
        entry.Property(e => e.What).HasMaxLength(PlannedTelling.LongestWhat);
        entry.Property(e => e.AudienceWords).HasMaxLength(PlannedTelling.LongestOwnWords);
        entry.Property(e => e.ChannelWords).HasMaxLength(PlannedTelling.LongestOwnWords);
        At(entry.HasOne<Unit>(), nameof(PlannedTelling.UnitId));
        At(entry.HasOne<Person>(), nameof(PlannedTelling.WriterId));
        entry.HasMany(e => e.Told).WithOne().HasForeignKey(t => t.EntryId);
        entry.HasIndex(e => new { e.UnitId, e.Number }).IsUnique();
        // My day: what is near, of who writes it.
        entry.HasIndex(e => new { e.WriterId, e.ShownFrom });
    }

    public void Configure(EntityTypeBuilder<ToldDay> told)
    {
        told.ToTable("ToldDays");
        told.HasKey(t => new { t.EntryId, t.Laid });
    }

    public void Configure(EntityTypeBuilder<StaffNote> note)
    {
        note.ToTable("StaffNotes");
        note.Ignore(n => n.Kept);
        note.Ignore(n => n.WholeText);
        note.Property(n => n.Title).HasMaxLength(StaffNote.LongestTitle);
        note.Property(n => n.Opening).HasMaxLength(StaffNote.LongestWords);
        note.Property(n => n.SentBackBecause).HasMaxLength(StaffNote.LongestReason);
        note.Property(n => n.UnitName).HasMaxLength(120);
        note.Property(n => n.WrittenBy).HasMaxLength(200);
        note.Property(n => n.ApprovedBy).HasMaxLength(200);
        note.Property(n => n.Lines).InOneColumn();
        At(note.HasOne<Unit>(), nameof(StaffNote.UnitId));
        note.HasIndex(n => new { n.UnitId, n.Number }).IsUnique();
        // One at a time is written, and those that wait for their hour are few.
        note.HasIndex(n => n.UnitId)
            .IsUnique()
            .HasFilter("\"SentAt\" IS NULL")
            .HasDatabaseName("IX_StaffNotes_Open");
        note.HasIndex(n => n.GoesAt).HasFilter("\"SentAt\" IS NULL");
    }

    private static void At<T, TOther>(ReferenceNavigationBuilder<T, TOther> to, string key)
        where T : class
        where TOther : class => to.WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.Restrict);
}
