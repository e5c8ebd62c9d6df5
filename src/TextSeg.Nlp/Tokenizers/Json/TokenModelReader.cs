using System.Text.Json;
using TextSeg.Nlp.Tokenizers.TokenModels;

namespace TextSeg.Nlp.Tokenizers.Json;

/// <summary>Models by their names in tokenizer.json; old files leave the name out and are known by their fields.</summary>
internal static class TokenModelReader
{
    public static TokenModel Read(JsonElement model) => (model.TextOrNull("type") ?? Guess(model)) switch
    {
        "WordPiece" => new WordPieceModel(
            VocabularyOf(model),
            model.TextOrNull("unk_token") ?? "[UNK]",
            model.TextOrNull("continuing_subword_prefix") ?? "##",
            model.NumberOrNull("max_input_chars_per_word") ?? 100),
        "Unigram" => Unigram(model),
        "BPE" => BpeReader.Read(model, VocabularyOf(model)),
        "WordLevel" => new WordLevelModel(VocabularyOf(model), model.TextOrNull("unk_token") ?? "<unk>"),
        var other => throw JsonFields.NotSupported("model", other),
    };

    private static string Guess(JsonElement model) =>
        model.Component("merges") is not null ? "BPE" :
        model.Component("vocab") is { ValueKind: JsonValueKind.Array } ? "Unigram" :
        model.Component("continuing_subword_prefix") is not null ? "WordPiece" : "WordLevel";

    private static Vocabulary VocabularyOf(JsonElement model) =>
        new(model.Map("vocab").Select(token => KeyValuePair.Create(token.Name, token.Value.GetInt32())));

    private static UnigramModel Unigram(JsonElement model)
    {
        var pieces = model.List("vocab").Select(piece => (Token: piece[0].GetString() ?? "", Score: piece[1].GetDouble())).ToArray();
        var unknown = model.NumberOrNull("unk_id");
        if (pieces.Length == 0 || unknown >= pieces.Length || unknown < 0)
        {
            throw new InvalidDataException("The Unigram model in tokenizer.json has no tokens, or its unk_id is not one of them. Export the tokenizer again.");
        }

        var vocabulary = new Vocabulary(pieces.Select((piece, id) => KeyValuePair.Create(piece.Token, id)));
        return new UnigramModel(vocabulary, [.. pieces.Select(piece => piece.Score)], unknown, model.Flag("byte_fallback", false));
    }
}
