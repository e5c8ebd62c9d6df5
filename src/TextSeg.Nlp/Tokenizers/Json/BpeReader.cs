using System.Text.Json;
using TextSeg.Nlp.Tokenizers.TokenModels;

namespace TextSeg.Nlp.Tokenizers.Json;

/// <summary>The BPE model of a tokenizer.json.</summary>
internal static class BpeReader
{
    public static BpeModel Read(JsonElement model, Vocabulary vocabulary)
    {
        if (model.Component("dropout") is { ValueKind: JsonValueKind.Number } dropout && dropout.GetDouble() > 0)
        {
            throw JsonFields.NotSupported("model option", "BPE dropout");
        }

        var options = new BpeOptions(
            model.TextOrNull("unk_token"),
            model.TextOrNull("continuing_subword_prefix"),
            model.TextOrNull("end_of_word_suffix"),
            model.Flag("fuse_unk", false),
            model.Flag("byte_fallback", false),
            model.Flag("ignore_merges", false));
        return new BpeModel(vocabulary, new BpeMerges(vocabulary, model.List("merges").Select(Merge), options.ContinuingPrefix), options);
    }

    /// <summary>A merge is "a b", or ["a", "b"] where tokens may hold spaces.</summary>
    private static (string Left, string Right) Merge(JsonElement merge)
    {
        var parts = merge.ValueKind == JsonValueKind.Array
            ? [.. merge.EnumerateArray().Select(part => part.GetString()!)]
            : merge.GetString()!.Split(' ');
        return parts.Length == 2
            ? (parts[0], parts[1])
            : throw new InvalidDataException("A BPE merge in tokenizer.json is not two tokens. Export the tokenizer again.");
    }
}
