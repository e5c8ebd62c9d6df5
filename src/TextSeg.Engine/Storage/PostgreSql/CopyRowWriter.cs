using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace TextSeg.Engine.Storage.PostgreSql;

/// <summary>Rows by COPY, which needs no answer for each.</summary>
internal sealed class CopyRowWriter(NpgsqlConnection connection, string table, IReadOnlyList<ColumnShape> columns) : RowWriter
{
    private readonly NpgsqlBinaryImporter _copy = connection.BeginBinaryImport($"COPY {table} ({string.Join(", ", columns.Select(column => column.Name))}) FROM STDIN (FORMAT BINARY)");

    public override void Write(params ReadOnlySpan<object?> values)
    {
        _copy.StartRow();
        for (var place = 0; place < values.Length; place++)
        {
            Write(columns[place].Kind, values[place]);
        }
    }

    public override void Complete() => _copy.Complete();

    public override void Dispose() => _copy.Dispose();

    private void Write(ColumnKind kind, object? value)
    {
        switch (kind)
        {
            case var _ when value is null:
                _copy.WriteNull();
                break;
            case ColumnKind.Whole:
                _copy.Write(Convert.ToInt32(value, CultureInfo.InvariantCulture), NpgsqlDbType.Integer);
                break;
            case ColumnKind.LongWhole:
                _copy.Write(Convert.ToInt64(value, CultureInfo.InvariantCulture), NpgsqlDbType.Bigint);
                break;
            case ColumnKind.Real:
                _copy.Write(Convert.ToDouble(value, CultureInfo.InvariantCulture), NpgsqlDbType.Double);
                break;
            default:
                _copy.Write(ParameterValue.Storable((string)value), NpgsqlDbType.Text);
                break;
        }
    }
}
