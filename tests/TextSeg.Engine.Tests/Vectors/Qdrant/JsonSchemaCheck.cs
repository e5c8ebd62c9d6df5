using System.Text.Json;

namespace TextSeg.Engine.Tests.Vectors.Qdrant;

/// <summary>
/// The part of OpenAPI 3.0's schemas that Qdrant's document uses. Stricter in one thing: a field that the schema does not name is a fault, because the server
/// passes over misspelt fields without a word.
/// </summary>
internal sealed class JsonSchemaCheck(JsonElement root)
{
    /// <summary>Every fault of a value, with the place where it is.</summary>
    public IReadOnlyList<string> Faults(JsonElement schema, JsonElement value, string place)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Faults(Resolve(reference.GetString()!), value, place);
        }

        if (value.ValueKind == JsonValueKind.Null)
        {
            return schema.TryGetProperty("nullable", out var nullable) && nullable.GetBoolean() || AnyOf(schema, value, place) is { Count: 0 } ? [] : [$"{place} is null"];
        }

        if (AnyOf(schema, value, place) is { } faults)
        {
            return faults;
        }

        if (schema.TryGetProperty("enum", out var allowed) && (value.ValueKind != JsonValueKind.String || !allowed.EnumerateArray().Any(one => one.ValueEquals(value.GetString()))))
        {
            return [$"{place} is {value}, which is none of the allowed"];
        }

        return schema.TryGetProperty("type", out var type) ? OfType(type.GetString()!, schema, value, place) : [$"{place} has a schema without a type"];
    }

    private IReadOnlyList<string>? AnyOf(JsonElement schema, JsonElement value, string place)
    {
        if (!schema.TryGetProperty("anyOf", out var branches) && !schema.TryGetProperty("oneOf", out branches))
        {
            return null;
        }

        var all = branches.EnumerateArray().Select(branch => Faults(branch, value, place)).ToArray();
        return all.FirstOrDefault(faults => faults.Count == 0) ?? [$"{place} fits nothing: {string.Join("; or ", all.Select(faults => string.Join(", ", faults)))}"];
    }

    private IReadOnlyList<string> OfType(string type, JsonElement schema, JsonElement value, string place) => (type, value.ValueKind) switch
    {
        ("object", JsonValueKind.Object) => OfObject(schema, value, place),
        ("array", JsonValueKind.Array) => OfArray(schema, value, place),
        ("string", JsonValueKind.String) => schema.TryGetProperty("format", out var format) && format.GetString() == "uuid" && !value.TryGetGuid(out _) ? [$"{place} is no UUID"] : [],
        ("boolean", JsonValueKind.True or JsonValueKind.False) => [],
        ("integer", JsonValueKind.Number) when value.TryGetInt64(out _) || value.TryGetUInt64(out _) => InRange(schema, value, place),
        ("number", JsonValueKind.Number) => InRange(schema, value, place),
        _ => [$"{place} is {value.ValueKind}, not {type}"],
    };

    private List<string> OfObject(JsonElement schema, JsonElement value, string place)
    {
        var faults = new List<string>();
        var isOpen = schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind != JsonValueKind.False;
        var known = schema.TryGetProperty("properties", out var properties);
        foreach (var field in value.EnumerateObject())
        {
            if (known && properties.TryGetProperty(field.Name, out var form))
            {
                faults.AddRange(Faults(form, field.Value, $"{place}.{field.Name}"));
            }
            else if (!isOpen)
            {
                faults.Add($"{place}.{field.Name} is not known");
            }
            else if (others.ValueKind == JsonValueKind.Object)
            {
                faults.AddRange(Faults(others, field.Value, $"{place}.{field.Name}"));
            }
        }

        if (schema.TryGetProperty("required", out var required))
        {
            faults.AddRange(required.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{place}.{name} is missing"));
        }

        return faults;
    }

    private List<string> OfArray(JsonElement schema, JsonElement value, string place)
    {
        var faults = value.EnumerateArray().SelectMany((item, index) => Faults(schema.GetProperty("items"), item, $"{place}[{index}]")).Take(5).ToList();
        if (schema.TryGetProperty("uniqueItems", out var unique) && unique.GetBoolean() && value.EnumerateArray().Select(item => item.GetRawText()).Distinct().Count() != value.GetArrayLength())
        {
            faults.Add($"{place} has an item twice");
        }

        if (schema.TryGetProperty("minItems", out var least) && value.GetArrayLength() < least.GetInt32())
        {
            faults.Add($"{place} has too few items");
        }

        return faults;
    }

    private static IReadOnlyList<string> InRange(JsonElement schema, JsonElement value, string place) =>
        (schema.TryGetProperty("minimum", out var least) && value.GetDouble() < least.GetDouble()) || (schema.TryGetProperty("maximum", out var most) && value.GetDouble() > most.GetDouble())
            ? [$"{place} is {value}, out of range"]
            : [];

    private JsonElement Resolve(string reference) => reference.Split('/').Skip(1).Aggregate(root, (place, part) => place.GetProperty(part));
}
