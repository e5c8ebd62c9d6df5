using System.Text.Json;

namespace TextSeg.Engine.Sources.Tables;

/// <summary>Turns a JSON object into named cells: objects within are flattened to <c>outer.inner</c>, lists of plain values are joined.</summary>
internal static class JsonFields
{
    private const int MaxDepth = 4;

    /// <exception cref="JsonException">The text is no JSON object.</exception>
    public static void Read(string json, Action<string, string?> add)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true });
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("not an object");
        }

        try
        {
            Flatten("", document.RootElement, 0, add);
        }
        catch (InvalidOperationException fault)
        {
            throw new JsonException("half of a surrogate pair", fault);
        }
    }

    private static void Flatten(string prefix, JsonElement element, int depth, Action<string, string?> add)
    {
        foreach (var property in element.EnumerateObject())
        {
            var name = prefix + property.Name;
            if (property.Value.ValueKind == JsonValueKind.Object && depth < MaxDepth)
            {
                Flatten(name + ".", property.Value, depth + 1, add);
            }
            else
            {
                add(name, Value(property.Value));
            }
        }
    }

    private static string? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Array when element.EnumerateArray().All(item => item.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)) =>
            string.Join(", ", element.EnumerateArray().Select(Value)),
        _ => element.GetRawText(),
    };
}
