using System.Text.Json;
using TextSeg.Nlp.Tokenizers.PostProcessors;

namespace TextSeg.Nlp.Tokenizers.Json;

/// <summary>Post-processors by their names in tokenizer.json.</summary>
internal static class PostProcessorReader
{
    public static PostProcessor Read(JsonElement processor) => processor.Kind() switch
    {
        "Sequence" => new SequencePostProcessor([.. processor.List("processors").Select(Read)]),
        "TemplateProcessing" => Template(processor),
        "BertProcessing" => Bert(Special(processor, "cls"), Special(processor, "sep")),
        "RobertaProcessing" => Roberta(processor, Special(processor, "cls"), Special(processor, "sep")),
        "ByteLevel" => processor.Flag("trim_offsets", true)
            ? new OffsetTrimmer(processor.Flag("add_prefix_space", true))
            : new SequencePostProcessor([]),
        var other => throw JsonFields.NotSupported("post-processor", other),
    };

    private static TemplatePostProcessor Template(JsonElement processor)
    {
        var special = processor.Map("special_tokens").ToDictionary(
            token => token.Name,
            token => (IReadOnlyList<(int, string)>)[.. token.Value.List("ids").Zip(token.Value.List("tokens"), (id, text) => (id.GetInt32(), text.GetString() ?? ""))]);
        return new TemplatePostProcessor(
            [.. processor.List("single").Select(part => Part(part, special))],
            [.. processor.List("pair").Select(part => Part(part, special))]);
    }

    private static TemplatePart Part(JsonElement part, Dictionary<string, IReadOnlyList<(int, string)>> special)
    {
        if (part.Component("Sequence") is { } sequence)
        {
            return Text(sequence.Text("id") == "B" ? 1 : 0, sequence.Number("type_id"));
        }

        var token = part.Component("SpecialToken") ?? throw new InvalidDataException("A template in tokenizer.json has a part that is neither a Sequence nor a SpecialToken. Export the tokenizer again.");
        return special.TryGetValue(token.Text("id"), out var tokens)
            ? new TemplatePart(null, token.Number("type_id"), tokens)
            : throw new InvalidDataException($"The template in tokenizer.json uses '{token.Text("id")}', which its special_tokens lack. Export the tokenizer again.");
    }

    private static TemplatePostProcessor Bert(TemplatePart cls, TemplatePart sep) => new(
        [cls, Text(0, 0), sep],
        [cls, Text(0, 0), sep, Text(1, 1), sep with { TypeId = 1 }]);

    private static PostProcessor Roberta(JsonElement processor, TemplatePart cls, TemplatePart sep)
    {
        var template = new TemplatePostProcessor([cls, Text(0, 0), sep], [cls, Text(0, 0), sep, sep, Text(1, 0), sep]);
        return processor.Flag("trim_offsets", true)
            ? new SequencePostProcessor([new OffsetTrimmer(processor.Flag("add_prefix_space", true)), template])
            : template;
    }

    private static TemplatePart Text(int index, int typeId) => new(index, typeId, []);

    private static TemplatePart Special(JsonElement processor, string name)
    {
        var pair = processor.List(name).ToArray();
        return pair is [{ ValueKind: JsonValueKind.String } token, { ValueKind: JsonValueKind.Number } id]
            ? new TemplatePart(null, 0, [(id.GetInt32(), token.GetString()!)])
            : throw new InvalidDataException($"The field '{name}' in tokenizer.json is not a token with its id. Export the tokenizer again.");
    }
}
