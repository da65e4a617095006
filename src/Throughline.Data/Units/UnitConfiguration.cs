using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughline.Domain.Units;

namespace Throughline.Data.Units;

internal sealed class UnitConfiguration
    : IEntityTypeConfiguration<Unit>,
        IEntityTypeConfiguration<UnitAddress>,
        IEntityTypeConfiguration<SchoolYear>,
        IEntityTypeConfiguration<CalendarDay>
{
    public void Configure(EntityTypeBuilder<Unit> unit)
    {
        unit.ToTable("Units");
        unit.Property(u => u.Name).HasMaxLength(120);
        unit.Property(u => u.SearchText).HasMaxLength(120);
        unit.Property(u => u.Slug).HasMaxLength(Slug.Longest);
        unit.Property(u => u.TimeZoneId).HasMaxLength(60);
        unit.Property(u => u.SourcedId).HasMaxLength(256);
        unit.ComplexProperty(
            u => u.Words,
            words =>
            {
                words.Property(w => w.Plan).HasMaxLength(60).HasColumnName("PlanWord");
                words.Property(w => w.PlanShort).HasMaxLength(60).HasColumnName("PlanShortWord");
                words.Property(w => w.Leader).HasMaxLength(60).HasColumnName("LeaderWord");
            }
        );
        unit.ComplexProperty(
            u => u.Hours,
            hours =>
            {
                hours.Property(h => h.From).HasColumnName("ContractFrom");
                hours.Property(h => h.Until).HasColumnName("ContractUntil");
            }
        );
        unit.HasMany(u => u.Addresses)
            .WithOne()
            .HasForeignKey(a => a.UnitId)
            .OnDelete(DeleteBehavior.Cascade);
        unit.HasIndex(u => u.Slug).IsUnique();
        unit.HasIndex(u => new { u.DistrictId, u.SourcedId }).IsUnique();
        unit.HasIndex(u => new
        {
            u.DistrictId,
            u.Kind,
            u.SearchText,
        });
    }

    public void Configure(EntityTypeBuilder<UnitAddress> address)
    {
        address.ToTable("UnitAddresses");
        address.HasKey(a => a.Slug);
        address.Property(a => a.Slug).HasMaxLength(Slug.Longest);
    }

    public void Configure(EntityTypeBuilder<SchoolYear> year)
    {
        year.ToTable("SchoolYears");
        year.Property(y => y.Name).HasMaxLength(40);
        year.Property(y => y.SourcedId).HasMaxLength(256);
        year.HasIndex(y => new { y.DistrictId, y.FirstDay });
        year.HasIndex(y => new { y.DistrictId, y.SourcedId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<CalendarDay> day)
    {
        day.ToTable("CalendarDays");
        day.Property(d => d.Label).HasMaxLength(80);
        day.HasIndex(d => new { d.UnitId, d.Day }).IsUnique();
        day.HasOne<Unit>()
            .WithMany()
            .HasForeignKey(d => d.UnitId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
