using System.IO.Compression;
using System.Text.Json;

namespace TextSeg.Nlp.Tests.Encoders;

/// <summary>Texts with the vectors that another program computed, one text a call.</summary>
internal static class GoldenVectors
{
    public static (string[] Texts, float[][] Vectors) Read(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var texts = new List<string>();
        var vectors = new List<float[]>();
        while (reader.ReadLine() is { } line)
        {
            using var row = JsonDocument.Parse(line);
            texts.Add(row.RootElement.GetProperty("text").GetString()!);
            vectors.Add([.. row.RootElement.GetProperty("vector").EnumerateArray().Select(n => n.GetSingle())]);
        }

        return ([.. texts], [.. vectors]);
    }
}
