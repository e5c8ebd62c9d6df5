using System.Text;
using System.Text.Json;
using TextSeg.Nlp.Tokenizers.PreTokenizers;

namespace TextSeg.Nlp.Tokenizers.Json;

/// <summary>Pre-tokenizers by their names in tokenizer.json.</summary>
internal static class PreTokenizerReader
{
    public static PreTokenizer Read(JsonElement preTokenizer) => preTokenizer.Kind() switch
    {
        "Sequence" => new SequencePreTokenizer([.. preTokenizer.List("pretokenizers").Select(Read)]),
        "BertPreTokenizer" => new BertPreTokenizer(),
        "Metaspace" => Metaspace(preTokenizer),
        "Whitespace" => new WhitespacePreTokenizer(),
        "WhitespaceSplit" => CharacterPreTokenizer.WhitespaceSplit(),
        "Punctuation" => CharacterPreTokenizer.Punctuation(Behavior(preTokenizer.TextOrNull("behavior") ?? "Isolated")),
        "Digits" => CharacterPreTokenizer.Digits(preTokenizer.Flag("individual_digits", false)),
        "CharDelimiterSplit" => CharacterPreTokenizer.Delimiter(Rune.GetRuneAt(preTokenizer.Text("delimiter"), 0)),
        "Split" => new PatternPreTokenizer(
            PatternReader.Read(preTokenizer),
            Behavior(preTokenizer.Text("behavior")),
            preTokenizer.Flag("invert", false)),
        "ByteLevel" => new ByteLevelPreTokenizer(preTokenizer.Flag("add_prefix_space", true), preTokenizer.Flag("use_regex", true)),
        var other => throw JsonFields.NotSupported("pre-tokenizer", other),
    };

    private static SplitBehavior Behavior(string name) =>
        Enum.TryParse<SplitBehavior>(name, out var behavior) ? behavior : throw JsonFields.NotSupported("split behavior", name);

    private static MetaspacePreTokenizer Metaspace(JsonElement metaspace)
    {
        var mark = metaspace.Text("replacement");
        if (mark.Length != 1)
        {
            throw JsonFields.NotSupported("Metaspace replacement", mark);
        }

        var scheme = metaspace.TextOrNull("prepend_scheme") switch
        {
            null => metaspace.Flag("add_prefix_space", true) ? PrependScheme.Always : PrependScheme.Never,
            "always" => PrependScheme.Always,
            "first" => PrependScheme.First,
            "never" => PrependScheme.Never,
            var other => throw JsonFields.NotSupported("Metaspace prepend scheme", other),
        };
        return new MetaspacePreTokenizer(mark[0], scheme, metaspace.Flag("split", true));
    }
}
