using System.Text;
using System.Text.Json;
using TextSeg.Nlp.Tokenizers.Normalizers;

namespace TextSeg.Nlp.Tokenizers.Json;

/// <summary>Normalizers by their names in tokenizer.json.</summary>
internal static class NormalizerReader
{
    public static Normalizer Read(JsonElement normalizer) => normalizer.Kind() switch
    {
        "Sequence" => new SequenceNormalizer([.. normalizer.List("normalizers").Select(Read)]),
        "BertNormalizer" => BertNormalizer.Create(
            normalizer.Flag("clean_text", true),
            normalizer.Flag("handle_chinese_chars", true),
            normalizer.FlagOrNull("strip_accents"),
            normalizer.Flag("lowercase", true)),
        "NFC" => new UnicodeNormalizer(NormalizationForm.FormC),
        "NFD" => new UnicodeNormalizer(NormalizationForm.FormD),
        "NFKC" => new UnicodeNormalizer(NormalizationForm.FormKC),
        "NFKD" => new UnicodeNormalizer(NormalizationForm.FormKD),
        "Lowercase" => new LowercaseNormalizer(),
        "StripAccents" => CharacterFilter.StripAccents(),
        "Nmt" => CharacterFilter.Nmt(),
        "Strip" => new StripNormalizer(normalizer.Flag("strip_left", true), normalizer.Flag("strip_right", true)),
        "Prepend" => new PrependNormalizer(normalizer.Text("prepend")),
        "Replace" => new ReplaceNormalizer(PatternReader.Read(normalizer), normalizer.Text("content")),
        "Precompiled" => normalizer.TextOrNull("precompiled_charsmap") is { } map ? new PrecompiledNormalizer(map) : new SequenceNormalizer([]),
        var other => throw JsonFields.NotSupported("normalizer", other),
    };
}
