using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Data.Links;

internal sealed class ThingConfiguration
    : IEntityTypeConfiguration<Thing>,
        IEntityTypeConfiguration<ThingLink>
{
    public void Configure(EntityTypeBuilder<Thing> thing)
    {
        thing.ToTable("Things");
        thing.Property(t => t.Title).HasMaxLength(Thing.LongestTitle);
        thing
            .HasOne<Unit>()
            .WithMany()
            .HasForeignKey(t => t.UnitId)
            .OnDelete(DeleteBehavior.Restrict);
        thing
            .HasOne<Thing>()
            .WithMany()
            .HasForeignKey(t => t.PartOfId)
            .OnDelete(DeleteBehavior.Restrict);
        thing
            .HasIndex(t => new
            {
                t.UnitId,
                t.Kind,
                t.Number,
            })
            .IsUnique()
            .HasFilter("\"PartOfId\" IS NULL");
        thing
            .HasIndex(t => new
            {
                t.PartOfId,
                t.Kind,
                t.Number,
            })
            .IsUnique()
            // With those that stand alone in it, SQLite would look here for a unit's next number: through the whole district.
            .HasFilter("\"PartOfId\" IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<ThingLink> link)
    {
        link.ToTable("ThingLinks");
        link.HasKey(l => new
        {
            l.ThingId,
            l.OriginId,
            l.Kind,
        });
        link.HasOne<Thing>()
            .WithMany()
            .HasForeignKey(l => l.ThingId)
            .OnDelete(DeleteBehavior.Restrict);
        link.HasOne<Thing>()
            .WithMany()
            .HasForeignKey(l => l.OriginId)
            .OnDelete(DeleteBehavior.Restrict);
        // Down the line: what came from this, in the order in which it came.
        link.HasIndex(l => new { l.OriginId, l.ThingId });
    }

    /// <summary>Each linkable thing is the same row as its thing, so the one is never there without the other.</summary>
    public static void Tie(ModelBuilder model)
    {
        foreach (
            var type in model
                .Model.GetEntityTypes()
                .Select(e => e.ClrType)
                .Where(t => typeof(ILinkable).IsAssignableFrom(t))
                .ToList()
        )
        {
            model
                .Entity(type)
                .HasOne(typeof(Thing))
                .WithOne()
                .HasForeignKey(type, nameof(ILinkable.Id))
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
