using TextSeg.Nlp.Tokenizers;

namespace TextSeg.Nlp.Tests.Tokenizers;

/// <summary>Small tokenizer.json texts, put together from the parts a test is about.</summary>
internal static class TokenizerJson
{
    /// <summary>A model in which every piece is unknown and shown as it stands, so that a test sees the pieces.</summary>
    public const string PieceModel = """{"type":"Unigram","unk_id":0,"vocab":[["<unk>",0.0]],"byte_fallback":false}""";

    public static Tokenizer Load(
        string model = PieceModel,
        string normalizer = "null",
        string preTokenizer = "null",
        string postProcessor = "null",
        string addedTokens = "[]",
        string truncation = "null",
        string padding = "null") => Tokenizer.FromJson($$"""
            {"version":"1.0","truncation":{{truncation}},"padding":{{padding}},"added_tokens":{{addedTokens}},
            "normalizer":{{normalizer}},"pre_tokenizer":{{preTokenizer}},"post_processor":{{postProcessor}},"model":{{model}}}
            """);

    /// <summary>What a normalizer makes of a text.</summary>
    public static string Normalize(string normalizer, string text) => string.Concat(Load(normalizer: normalizer).Encode(text).Tokens);

    /// <summary>The pieces a pre-tokenizer cuts, and what each covers of the text.</summary>
    public static (string[] Pieces, TextSpan[] Offsets) Cut(string preTokenizer, string text)
    {
        var result = Load(preTokenizer: preTokenizer).Encode(text);
        return (result.Tokens, result.Offsets);
    }

    /// <summary>A WordLevel model whose tokens have the ids 0, 1, 2 …; the first is the unknown token.</summary>
    public static string WordLevel(params string[] tokens) =>
        $$"""{"type":"WordLevel","unk_token":"{{tokens[0]}}","vocab":{ {{string.Join(',', tokens.Select((token, id) => $"\"{token}\":{id}"))}} } }""";
}
