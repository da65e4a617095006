using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughline.Domain.Assessments;

namespace Throughline.Data.Assessments;

internal sealed class RatingConfiguration
    : IEntityTypeConfiguration<Rating>,
        IEntityTypeConfiguration<RatingNote>,
        IEntityTypeConfiguration<RatingHistory>
{
    public void Configure(EntityTypeBuilder<Rating> rating)
    {
        rating.ToTable("Ratings");
        rating.HasKey(r => new
        {
            r.RoundId,
            r.PersonId,
            r.ItemKey,
        });
        rating.Property(r => r.ItemKey).HasMaxLength(InstrumentLimits.Key);
        rating.Property(r => r.Version).IsConcurrencyToken();
        rating.Ignore(r => r.Answer);
        BelongsToRater(rating);
    }

    public void Configure(EntityTypeBuilder<RatingNote> note)
    {
        note.ToTable("RatingNotes");
        note.HasKey(n => new
        {
            n.RoundId,
            n.PersonId,
            n.ItemKey,
        });
        note.Property(n => n.ItemKey).HasMaxLength(InstrumentLimits.Key);
        note.Property(n => n.Text).HasMaxLength(RatingNote.Longest);
        note.Property(n => n.PublishedText).HasMaxLength(RatingNote.Longest);
        note.Property(n => n.Version).IsConcurrencyToken();
        note.Ignore(n => n.Note);
        BelongsToRater(note);
    }

    public void Configure(EntityTypeBuilder<RatingHistory> history)
    {
        history.ToTable("RatingHistory");
        history.Property(h => h.ItemKey).HasMaxLength(InstrumentLimits.Key);
        history.Ignore(h => h.Answer);
        history.HasIndex(h => new { h.RoundId, h.Id });
        history
            .HasOne<Round>()
            .WithMany()
            .HasForeignKey(h => h.RoundId)
            .OnDelete(DeleteBehavior.Cascade);
    }

    private static void BelongsToRater<T>(EntityTypeBuilder<T> answer)
        where T : class =>
        answer
            .HasOne<RoundRater>()
            .WithMany()
            .HasForeignKey(nameof(Rating.RoundId), nameof(Rating.PersonId))
            .OnDelete(DeleteBehavior.Restrict);
}
