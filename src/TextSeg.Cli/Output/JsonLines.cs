using System.Text.Json;

namespace TextSeg.Cli.Output;

/// <summary>Writes one JSON object a line, in UTF-8.</summary>
internal static class JsonLines
{
    public static void Write<T>(Stream stream, T value)
    {
        JsonSerializer.Serialize(stream, value, JsonOutput.Line);
        stream.WriteByte((byte)'\n');
    }
}
