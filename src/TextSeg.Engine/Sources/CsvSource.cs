using TextSeg.Engine.Sources.Decoding;
using TextSeg.Engine.Sources.Tables;

namespace TextSeg.Engine.Sources;

/// <summary>Posts in delimited text: CSV, TSV, semicolons or bars, with or without column names, or plain lines of text.</summary>
public sealed class CsvSource(InputFile file, SourceOptions options, TimeProvider clock) : TableSource(file, options, clock)
{
    private protected override Table OpenTable(LineReader lines, string head, char newline) =>
        CsvTable.Open(lines, head, newline, Options.MaxRecordCharacters);
}
