using CsvHelper;

namespace TextSeg.Engine.Sources.Tables;

/// <summary>Splits one whole record into its fields; a quote inside an unquoted field is taken as it stands.</summary>
internal static class CsvFields
{
    private static readonly Dictionary<char, CsvReaderOptions> Options = new[] { ',', '\t', ';', '|' }.ToDictionary(
        delimiter => delimiter,
        delimiter => CsvReaderOptions.Default with { Separator = delimiter, HasHeader = false, BufferSize = 4096 });

    public static string[] Split(string record, char delimiter)
    {
        using var reader = CsvReader.FromText(record, Options[delimiter]);
        return reader.Read() ? reader.Current.ToArray() : [];
    }
}
