using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Throughline.Data.Platform;

/// <summary>
/// A fact about the installation as a whole. It belongs to no district, so it can be read before one is entered.
/// </summary>
public sealed class Installation
{
    private const string Demo = "Demo";
    private const string Bench = "Bench";

    private Installation() { }

    /// <summary>Names the fact.</summary>
    public string Key { get; private set; } = "";

    public string Value { get; private set; } = "";

    /// <summary>
    /// True when the database holds the demo district.
    /// </summary>
    public static Task<bool> IsDemoAsync(ThroughlineDb db, CancellationToken cancel = default) =>
        db.Set<Installation>().AnyAsync(i => i.Key == Demo && i.Value == "true", cancel);

    /// <summary>
    /// True when everybody knows the passwords in the database, as those of the demo and of what is measured with: it is
    /// served on this machine alone.
    /// </summary>
    public static Task<bool> HasKnownPasswordsAsync(
        ThroughlineDb db,
        CancellationToken cancel = default
    ) =>
        db.Set<Installation>()
            .AnyAsync(i => (i.Key == Demo || i.Key == Bench) && i.Value == "true", cancel);

    /// <summary>Marks the database as holding what is measured with, with the next save.</summary>
    public static void MarkBench(ThroughlineDb db) =>
        db.Add(new Installation { Key = Bench, Value = "true" });

    /// <summary>Marks the database as holding the demo district, with the next save. The seed does so in its transaction.</summary>
    public static void MarkDemo(ThroughlineDb db) =>
        db.Add(new Installation { Key = Demo, Value = "true" });
}

internal sealed class InstallationConfiguration : IEntityTypeConfiguration<Installation>
{
    public void Configure(EntityTypeBuilder<Installation> installation)
    {
        installation.ToTable("Installation");
        installation.HasKey(i => i.Key);
        installation.Property(i => i.Key).HasMaxLength(60);
        installation.Property(i => i.Value).HasMaxLength(400);
    }
}
