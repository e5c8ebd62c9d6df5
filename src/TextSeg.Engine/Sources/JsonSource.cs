using TextSeg.Engine.Sources.Decoding;
using TextSeg.Engine.Sources.Tables;

namespace TextSeg.Engine.Sources;

/// <summary>Posts in JSON: one object a line, an array of objects, or an object that holds such an array.</summary>
public sealed class JsonSource(InputFile file, SourceOptions options, TimeProvider clock) : TableSource(file, options, clock)
{
    private protected override Table OpenTable(LineReader lines, string head, char newline) =>
        JsonTable.Open(lines, JsonShapes.Guess(head) ?? JsonShape.Lines, Options.SampleRows, Options.MaxRecordCharacters);
}
