using System.Text.Json;
using TextSeg.Nlp.Tokenizers.AddedTokens;
using TextSeg.Nlp.Tokenizers.Normalizers;
using TextSeg.Nlp.Tokenizers.Pieces;

namespace TextSeg.Nlp.Tokenizers.Json;

/// <summary>Builds a tokenizer from the content of a tokenizer.json (the serialization of Hugging Face tokenizers, version 1.0).</summary>
internal static class TokenizerReader
{
    public static Tokenizer Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"The file is not a tokenizer.json: {fault.Message} Export the tokenizer again.", fault);
        }
    }

    private static Tokenizer Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidDataException("The file is not a tokenizer.json: it holds no JSON object. Export the tokenizer again.");
        }

        var normalizer = root.Component("normalizer") is { } found ? NormalizerReader.Read(found) : null;
        var added = root.Component("added_tokens") is null ? [] : root.List("added_tokens").Select(AddedToken).ToArray();
        var pipeline = new TokenizerPipeline(
            new AddedTokenFinder(added.Where(token => !token.Normalized).Select(token => (token, token.Content))),
            normalizer,
            new AddedTokenFinder(added.Where(token => token.Normalized).Select(token => (token, Normalize(normalizer, token.Content)))),
            root.Component("pre_tokenizer") is { } preTokenizer ? PreTokenizerReader.Read(preTokenizer) : null,
            TokenModelReader.Read(root.Component("model") ?? throw new InvalidDataException("tokenizer.json has no model. Export the tokenizer again.")),
            root.Component("post_processor") is { } postProcessor ? PostProcessorReader.Read(postProcessor) : null);
        return new Tokenizer(
            pipeline,
            root.Component("truncation") is { } truncation ? Truncation(truncation) : null,
            root.Component("padding") is { } padding ? Padding(padding) : null);
    }

    private static AddedToken AddedToken(JsonElement token) => new(
        token.Number("id"),
        token.Text("content"),
        token.Flag("single_word", false),
        token.Flag("lstrip", false),
        token.Flag("rstrip", false),
        token.Flag("normalized", !token.Flag("special", false)));

    private static string Normalize(Normalizer? normalizer, string content)
    {
        var text = new PieceText();
        text.Load(content);
        normalizer?.Apply(text);
        return text.Text.Chars.ToString();
    }

    private static Truncation Truncation(JsonElement truncation) => new(
        truncation.Number("max_length"),
        truncation.TextOrNull("strategy") switch
        {
            null or "LongestFirst" => TruncationStrategy.LongestFirst,
            "OnlyFirst" => TruncationStrategy.OnlyFirst,
            "OnlySecond" => TruncationStrategy.OnlySecond,
            var other => throw JsonFields.NotSupported("truncation strategy", other),
        },
        truncation.TextOrNull("direction") == "Left");

    private static Padding Padding(JsonElement padding) => new(
        padding.Number("pad_id"),
        padding.Text("pad_token"),
        padding.NumberOrNull("pad_type_id") ?? 0,
        padding.Component("strategy") is { ValueKind: JsonValueKind.Object } strategy ? strategy.Number("Fixed") : null,
        padding.NumberOrNull("pad_to_multiple_of"),
        padding.TextOrNull("direction") == "Left");
}
