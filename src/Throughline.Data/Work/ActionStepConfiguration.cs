using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Data.Work;

internal sealed class ActionStepConfiguration
    : IEntityTypeConfiguration<ActionStep>,
        IEntityTypeConfiguration<ActionNote>
{
    public void Configure(EntityTypeBuilder<ActionStep> step)
    {
        step.ToTable("ActionSteps");
        step.Ignore(s => s.IsOpen);
        step.Property(s => s.Title).HasMaxLength(ActionStep.LongestTitle);
        step.Property(s => s.Why).HasMaxLength(ActionStep.LongestWhy);
        step.HasOne<Unit>()
            .WithMany()
            .HasForeignKey(s => s.UnitId)
            .OnDelete(DeleteBehavior.Restrict);
        step.HasOne<Person>()
            .WithMany()
            .HasForeignKey(s => s.OwnerId)
            .OnDelete(DeleteBehavior.Restrict);
        step.HasMany(s => s.Notes)
            .WithOne()
            .HasForeignKey(n => n.ActionStepId)
            .OnDelete(DeleteBehavior.Cascade);
        step.HasIndex(s => new { s.UnitId, s.Number }).IsUnique();
        // The unit's list: open ones first by day. My day: what a person has still to do.
        step.HasIndex(s => new
        {
            s.UnitId,
            s.EndedAt,
            s.DueOn,
        });
        step.HasIndex(s => new { s.OwnerId, s.EndedAt });
    }

    public void Configure(EntityTypeBuilder<ActionNote> note)
    {
        note.ToTable("ActionNotes");
        note.Property(n => n.Words).HasMaxLength(ActionNote.Longest);
        note.HasIndex(n => new { n.ActionStepId, n.Id });
    }
}
