using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace TextSeg.Engine.Storage.PostgreSql;

/// <summary>Values as PostgreSQL takes them: few types, so that a statement is prepared once; a null keeps the type of the value before it.</summary>
internal static class ParameterValue
{
    // What PostgreSQL cannot keep in a text. The cleaner drops both, so the prose is the same as in SQLite.
    private const char Nothing = '\0';
    private const char Substitute = '\u001A';

    public static void Set(NpgsqlParameter parameter, object? value)
    {
        switch (value)
        {
            case null:
                parameter.Value = DBNull.Value;
                break;
            case string text:
                (parameter.NpgsqlDbType, parameter.Value) = (NpgsqlDbType.Text, Storable(text));
                break;
            case double or float:
                (parameter.NpgsqlDbType, parameter.Value) = (NpgsqlDbType.Double, Convert.ToDouble(value, CultureInfo.InvariantCulture));
                break;
            case bool truth:
                (parameter.NpgsqlDbType, parameter.Value) = (NpgsqlDbType.Bigint, truth ? 1L : 0L);
                break;
            default:
                (parameter.NpgsqlDbType, parameter.Value) = (NpgsqlDbType.Bigint, Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    /// <summary>A text as PostgreSQL can keep it.</summary>
    public static string Storable(string text)
    {
        text = text.Contains(Nothing) ? text.Replace(Nothing, Substitute) : text;
        return text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)) : text;
    }
}
