using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;

namespace Throughline.Data.Platform;

/// <summary>A key that protects cookies and links. In the database, so that every node reads the others' cookies and a restart signs nobody out.</summary>
public sealed class DataProtectionKey
{
    public int Id { get; init; }
    public string Xml { get; init; } = "";
}

internal sealed class DataProtectionKeyConfiguration : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> key) =>
        key.ToTable("DataProtectionKeys");
}

/// <summary>Reads and stores the keys; the package that would do this is not to be had.</summary>
public sealed class DataProtectionKeyStore(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<ThroughlineDb>();
        return
        [
            .. db.Set<DataProtectionKey>()
                .AsNoTracking()
                .Select(k => k.Xml)
                .ToList()
                .Select(XElement.Parse),
        ];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<ThroughlineDb>();
        db.Add(new DataProtectionKey { Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
