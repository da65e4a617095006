using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Throughline.Domain.Shared;

namespace Throughline.Data.Saving;

/// <summary>A column of a table as the model maps it: reads from a row what the engine is to be given.</summary>
internal sealed class StoredColumn(IProperty property, StoreObjectIdentifier table)
{
    private readonly bool isVersion =
        property.Name == nameof(IVersioned.Version)
        && typeof(IVersioned).IsAssignableFrom(property.DeclaringType.ClrType);

    /// <summary>The columns of an entity's table, those of its complex properties included.</summary>
    public static List<StoredColumn> Of(IEntityType type)
    {
        var table = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
        return [.. type.GetFlattenedProperties().Select(p => new StoredColumn(p, table))];
    }

    public string Name { get; } = property.GetColumnName(table)!;

    /// <summary>The value as it is stored, null for none.</summary>
    public object? Of(object row)
    {
        var value = property.GetGetter().GetClrValueUsingContainingEntity(row);
        return property.GetTypeMapping().Converter is { } converter
            ? converter.ConvertToProvider(value)
            : value;
    }

    /// <summary>The same for a row that was never saved: its version becomes what the first save would have made of it.</summary>
    public object? OfNew(object row) => isVersion ? (int)Of(row)! + 1 : Of(row);
}
