using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TextSeg.Engine.Storage;

/// <summary>What a column holds.</summary>
internal enum ColumnKind
{
    Text,
    Whole,
    LongWhole,
    Real,
}

/// <summary>A column by its name in small letters, and what it holds.</summary>
internal sealed record ColumnShape(string Name, ColumnKind Kind);

/// <summary>A table of the model: its name and columns in small letters, the same in every database, and whether the database gives its rows their numbers.</summary>
internal sealed record TableShape(string Name, IReadOnlyList<ColumnShape> Columns, IReadOnlyList<string> Key, string? Numbered)
{
    /// <summary>The tables of a context, by name.</summary>
    public static IReadOnlyList<TableShape> Of(DbContext context) =>
        [.. context.Model.GetEntityTypes().Select(Of).OrderBy(table => table.Name, StringComparer.Ordinal)];

    private static TableShape Of(IEntityType entity)
    {
        var key = entity.FindPrimaryKey()!.Properties;
        return new TableShape(
            Small(entity.GetTableName()!),
            [.. entity.GetProperties().Select(property => new ColumnShape(Small(property.Name), KindOf(property)))],
            [.. key.Select(property => Small(property.Name))],
            key is [{ ValueGenerated: ValueGenerated.OnAdd } only] ? Small(only.Name) : null);
    }

    private static ColumnKind KindOf(IProperty property)
    {
        var type = property.GetProviderClrType() ?? property.GetValueConverter()?.ProviderClrType ?? property.ClrType;
        return Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) switch
        {
            TypeCode.Int64 => ColumnKind.LongWhole,
            TypeCode.Int32 or TypeCode.Boolean => ColumnKind.Whole,
            TypeCode.Double => ColumnKind.Real,
            _ => ColumnKind.Text,
        };
    }

    private static string Small(string name) => name.ToLowerInvariant();
}
