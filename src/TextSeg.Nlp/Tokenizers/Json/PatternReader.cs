using System.Text.Json;
using TextSeg.Nlp.Tokenizers.Pieces;

namespace TextSeg.Nlp.Tokenizers.Json;

/// <summary>The field "pattern": a plain string or a regular expression.</summary>
internal static class PatternReader
{
    public static TextPattern Read(JsonElement component)
    {
        var pattern = component.Component("pattern") is { ValueKind: JsonValueKind.Object } found ? found : default;
        if (pattern.ValueKind == JsonValueKind.Object && pattern.TextOrNull("String") is { } plain)
        {
            return TextPattern.Plain(plain);
        }

        return pattern.ValueKind == JsonValueKind.Object && pattern.TextOrNull("Regex") is { } expression
            ? TextPattern.Expression(expression)
            : throw new InvalidDataException($"The {component.Kind()} in tokenizer.json has a pattern that is neither a String nor a Regex. Export the tokenizer again.");
    }
}
