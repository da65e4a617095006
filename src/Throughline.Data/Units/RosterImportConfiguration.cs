using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughline.Domain.Units.Roster;

namespace Throughline.Data.Units;

internal sealed class RosterImportConfiguration : IEntityTypeConfiguration<RosterImport>
{
    public void Configure(EntityTypeBuilder<RosterImport> import)
    {
        import.ToTable("RosterImports");
        import.Property(i => i.FileName).HasMaxLength(120);
        import.Property(i => i.Outcome).HasMaxLength(1000);
        // The history is read newest first; ids rise with time.
        import.HasIndex(i => new { i.DistrictId, i.Id });
    }
}
