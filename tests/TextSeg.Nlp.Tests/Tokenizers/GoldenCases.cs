using System.IO.Compression;
using System.Text.Json;

namespace TextSeg.Nlp.Tests.Tokenizers;

/// <summary>One text and what the Hugging Face library answers for it; a pair has no tokens and offsets.</summary>
internal sealed record GoldenCase(string Text, string? Pair, int[] Ids, string[]? Tokens, int[] TypeIds, int[]? Mask, TextSpan[]? Offsets);

internal static class GoldenCases
{
    public static IReadOnlyList<GoldenCase> Read(string folder)
    {
        using var file = File.OpenRead(SharedFiles.PathOrSkip($"models/tokenizer-cases/{folder}/cases.jsonl.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        var cases = new List<GoldenCase>();
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            cases.Add(Read(json.RootElement));
        }

        return cases;
    }

    private static GoldenCase Read(JsonElement json) => new(
        json.GetProperty("text").GetString()!,
        json.TryGetProperty("pair", out var pair) ? pair.GetString() : null,
        Numbers(json.GetProperty("ids")),
        json.TryGetProperty("tokens", out var tokens) ? [.. tokens.EnumerateArray().Select(token => token.GetString()!)] : null,
        Numbers(json.GetProperty("type_ids")),
        json.TryGetProperty("attention_mask", out var mask) ? Numbers(mask) : null,
        json.TryGetProperty("offsets", out var offsets) ? [.. offsets.EnumerateArray().Select(span => new TextSpan(span[0].GetInt32(), span[1].GetInt32()))] : null);

    private static int[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(number => number.GetInt32())];
}
