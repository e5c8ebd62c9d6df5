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
        var other => throw JsonFields.NotSupported("pre-tokenizer", other),
    };

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
