using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;

namespace Throughline.Data.Teams;

internal sealed class FoundingTextConfiguration
    : IEntityTypeConfiguration<FoundingText>,
        IEntityTypeConfiguration<FoundingPart>,
        IEntityTypeConfiguration<FoundingInput>,
        IEntityTypeConfiguration<FoundingEdition>,
        IEntityTypeConfiguration<FoundingEditionPart>,
        IEntityTypeConfiguration<FoundingPresence>,
        IEntityTypeConfiguration<FoundingSignature>
{
    public void Configure(EntityTypeBuilder<FoundingText> text)
    {
        text.ToTable("FoundingTexts");
        text.Ignore(t => t.Draft);
        text.Ignore(t => t.Current);
        text.HasOne<Unit>()
            .WithMany()
            .HasForeignKey(t => t.UnitId)
            .OnDelete(DeleteBehavior.Restrict);
        text.HasMany(t => t.Parts)
            .WithOne()
            .HasForeignKey(p => p.TextId)
            .OnDelete(DeleteBehavior.Cascade);
        text.HasMany(t => t.Editions)
            .WithOne()
            .HasForeignKey(e => e.TextId)
            .OnDelete(DeleteBehavior.Cascade);
        text.HasMany<FoundingInput>()
            .WithOne()
            .HasForeignKey(i => i.TextId)
            .OnDelete(DeleteBehavior.Cascade);
        // Two people who begin a draft at once begin one.
        text.HasIndex(t => new { t.UnitId, t.Kind }).IsUnique();
        text.HasIndex(t => new { t.DistrictId, t.RevisitOn });
        text.HasIndex(t => new { t.DistrictId, t.InputUntil });
    }

    public void Configure(EntityTypeBuilder<FoundingPart> part)
    {
        part.ToTable("FoundingParts");
        part.Property(p => p.Words).HasMaxLength(FoundingPart.Longest);
    }

    public void Configure(EntityTypeBuilder<FoundingInput> input)
    {
        input.ToTable("FoundingInputs");
        input.Property(i => i.Words).HasMaxLength(FoundingInput.Longest);
        input.Property(i => i.Why).HasMaxLength(FoundingInput.LongestWhy);
        input
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(i => i.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<FoundingEdition> edition)
    {
        edition.ToTable("FoundingEditions");
        edition.HasIndex(e => new { e.TextId, e.Number }).IsUnique();
        edition
            .HasMany(e => e.Parts)
            .WithOne()
            .HasForeignKey(p => p.EditionId)
            .OnDelete(DeleteBehavior.Cascade);
        edition
            .HasMany(e => e.Present)
            .WithOne()
            .HasForeignKey(p => p.EditionId)
            .OnDelete(DeleteBehavior.Cascade);
        edition
            .HasMany(e => e.Signatures)
            .WithOne()
            .HasForeignKey(s => s.EditionId)
            .OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<FoundingEditionPart> part)
    {
        part.ToTable("FoundingEditionParts");
        part.HasKey(p => new { p.EditionId, p.Place });
        part.Property(p => p.Words).HasMaxLength(FoundingPart.Longest);
    }

    public void Configure(EntityTypeBuilder<FoundingPresence> presence)
    {
        presence.ToTable("FoundingPresences");
        presence.HasKey(p => new { p.EditionId, p.PersonId });
        presence
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(p => p.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<FoundingSignature> signature)
    {
        signature.ToTable("FoundingSignatures");
        signature.HasKey(s => new { s.EditionId, s.PersonId });
        signature
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(s => s.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
