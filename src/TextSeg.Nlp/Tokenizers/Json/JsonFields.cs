using System.Text.Json;

namespace TextSeg.Nlp.Tokenizers.Json;

/// <summary>Reading fields of a component in tokenizer.json; a missing field has its default, a wrong one is said with its name.</summary>
internal static class JsonFields
{
    /// <summary>The component, or null where the file says none.</summary>
    public static JsonElement? Component(this JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>What kind of component it is.</summary>
    public static string Kind(this JsonElement component) => component.Text("type");

    public static string Text(this JsonElement component, string name) => component.TextOrNull(name) ?? throw Missing(name);

    public static string? TextOrNull(this JsonElement component, string name) => component.Component(name) is not { } value
        ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() : throw Wrong(name, "a text");

    public static bool Flag(this JsonElement component, string name, bool missing) => component.FlagOrNull(name) ?? missing;

    public static bool? FlagOrNull(this JsonElement component, string name) => component.Component(name) is not { } value
        ? null
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Wrong(name, "true or false");

    public static int Number(this JsonElement component, string name) => component.NumberOrNull(name) ?? throw Missing(name);

    public static int? NumberOrNull(this JsonElement component, string name) => component.Component(name) is not { } value
        ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : throw Wrong(name, "a whole number");

    public static IEnumerable<JsonElement> List(this JsonElement component, string name) =>
        (component.Component(name) ?? throw Missing(name)) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : throw Wrong(name, "a list");

    public static IEnumerable<JsonProperty> Map(this JsonElement component, string name) =>
        (component.Component(name) ?? throw Missing(name)) is { ValueKind: JsonValueKind.Object } map ? map.EnumerateObject() : throw Wrong(name, "an object");

    public static NotSupportedException NotSupported(string stage, string kind) =>
        new($"tokenizer.json asks for the {stage} '{kind}', which is not supported. Use a model whose tokenizer does without it.");

    private static InvalidDataException Missing(string name) => new($"tokenizer.json lacks the field '{name}' where it is needed. Export the tokenizer again.");

    private static InvalidDataException Wrong(string name, string wanted) => new($"The field '{name}' in tokenizer.json is not {wanted}. Export the tokenizer again.");
}
