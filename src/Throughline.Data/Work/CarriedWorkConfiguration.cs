using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughline.Domain.Meetings;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Data.Work;

/// <summary>Action steps, to-dos and rocks lie in tables of their own that are alike.</summary>
internal sealed class CarriedWorkConfiguration
    : IEntityTypeConfiguration<ActionStep>,
        IEntityTypeConfiguration<ActionNote>,
        IEntityTypeConfiguration<ToDo>,
        IEntityTypeConfiguration<ToDoNote>,
        IEntityTypeConfiguration<Rock>,
        IEntityTypeConfiguration<RockNote>,
        IEntityTypeConfiguration<RockMilestone>
{
    public void Configure(EntityTypeBuilder<ActionStep> step)
    {
        step.ToTable("ActionSteps");
        Carried(step);
        Noted(step.HasMany(s => s.Notes).WithOne());
    }

    public void Configure(EntityTypeBuilder<ActionNote> note) => Note(note, "ActionNotes");

    public void Configure(EntityTypeBuilder<ToDo> toDo)
    {
        toDo.ToTable("ToDos");
        Carried(toDo);
        Noted(toDo.HasMany(t => t.Notes).WithOne());
        // Read back at the close of the meeting at which they were taken.
        toDo.HasOne<Meeting>()
            .WithMany()
            .HasForeignKey(t => t.MeetingId)
            .OnDelete(DeleteBehavior.Restrict);
        toDo.HasIndex(t => t.MeetingId).HasFilter("\"MeetingId\" IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<ToDoNote> note) => Note(note, "ToDoNotes");

    public void Configure(EntityTypeBuilder<Rock> rock)
    {
        rock.ToTable("Rocks");
        Carried(rock);
        rock.Ignore(r => r.IsOffTrack);
        Noted(rock.HasMany(r => r.Notes).WithOne());
        rock.HasMany(r => r.Milestones)
            .WithOne()
            .HasForeignKey(m => m.RockId)
            .OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<RockNote> note)
    {
        Note(note, "RockNotes");
        note.HasOne<Meeting>()
            .WithMany()
            .HasForeignKey(n => n.MeetingId)
            .OnDelete(DeleteBehavior.Restrict);
        note.HasIndex(n => n.MeetingId).HasFilter("\"MeetingId\" IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<RockMilestone> milestone)
    {
        milestone.ToTable("RockMilestones");
        milestone.Property(m => m.Title).HasMaxLength(RockMilestone.LongestTitle);
    }

    private static void Carried<T>(EntityTypeBuilder<T> work)
        where T : CarriedWork
    {
        work.Ignore(w => w.IsOpen);
        work.Property(w => w.Title).HasMaxLength(CarriedWork.LongestTitle);
        work.Property(w => w.Why).HasMaxLength(CarriedWork.LongestWhy);
        work.HasOne<Unit>()
            .WithMany()
            .HasForeignKey(w => w.UnitId)
            .OnDelete(DeleteBehavior.Restrict);
        work.HasOne<Person>()
            .WithMany()
            .HasForeignKey(w => w.OwnerId)
            .OnDelete(DeleteBehavior.Restrict);
        work.HasIndex(w => new { w.UnitId, w.Number }).IsUnique();
        // The unit's list: open ones first by day. My day: what a person has still to do.
        work.HasIndex(w => new
        {
            w.UnitId,
            w.EndedAt,
            w.DueOn,
        });
        work.HasIndex(w => new { w.OwnerId, w.EndedAt });
    }

    private static void Noted<T, TNote>(ReferenceCollectionBuilder<T, TNote> notes)
        where T : CarriedWork
        where TNote : WorkNote =>
        notes.HasForeignKey(n => n.WorkId).OnDelete(DeleteBehavior.Cascade);

    private static void Note<T>(EntityTypeBuilder<T> note, string table)
        where T : WorkNote
    {
        note.ToTable(table);
        note.Property(n => n.Words).HasMaxLength(WorkNote.Longest);
        note.HasIndex(n => new { n.WorkId, n.Id });
    }
}
