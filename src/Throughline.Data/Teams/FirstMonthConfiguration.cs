using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;

namespace Throughline.Data.Teams;

internal sealed class FirstMonthConfiguration : IEntityTypeConfiguration<FirstMonthSkip>
{
    public void Configure(EntityTypeBuilder<FirstMonthSkip> skip)
    {
        skip.ToTable("FirstMonthSkips");
        skip.HasOne<Unit>()
            .WithMany()
            .HasForeignKey(s => s.UnitId)
            .OnDelete(DeleteBehavior.Restrict);
        skip.HasOne<Person>()
            .WithMany()
            .HasForeignKey(s => s.ById)
            .OnDelete(DeleteBehavior.Restrict);
        // Two people who skip the same step at once skip it once.
        skip.HasIndex(s => new { s.UnitId, s.Step }).IsUnique();
    }
}
