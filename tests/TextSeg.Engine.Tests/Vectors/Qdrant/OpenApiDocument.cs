using System.Text.Json;
using TextSeg.Testing.Qdrant;

namespace TextSeg.Engine.Tests.Vectors.Qdrant;

/// <summary>Holds requests against an OpenAPI 3.0 document: method, path, query and body; what the document does not know is a fault too.</summary>
internal sealed class OpenApiDocument(string file)
{
    private readonly JsonElement _root = JsonDocument.Parse(File.ReadAllText(file)).RootElement;

    /// <summary>The template of a request's path, as "PUT /collections/{collection_name}"; null where there is none.</summary>
    public string? OperationOf(FakeRequest request) => Operation(request) is ({ } template, _) ? $"{request.Method} {template}" : null;

    /// <summary>Every fault of a request; empty where it is as the document says.</summary>
    public IReadOnlyList<string> Faults(FakeRequest request)
    {
        if (Operation(request) is not (not null, var operation))
        {
            return [$"{request.Method} {request.Path} is not known"];
        }

        var faults = new List<string>();
        var parameters = operation.TryGetProperty("parameters", out var list) ? list.EnumerateArray().Where(one => one.GetProperty("in").GetString() == "query").ToArray() : [];
        foreach (var (name, text) in request.Query)
        {
            var parameter = parameters.FirstOrDefault(one => one.GetProperty("name").GetString() == name);
            faults.AddRange(parameter.ValueKind == JsonValueKind.Undefined ? [$"query {name} is not known"] : new JsonSchemaCheck(_root).Faults(parameter.GetProperty("schema"), AsJson(text), $"query {name}"));
        }

        faults.AddRange(BodyFaults(operation, request));
        return faults;
    }

    private IEnumerable<string> BodyFaults(JsonElement operation, FakeRequest request)
    {
        var takes = operation.TryGetProperty("requestBody", out var body);
        return (takes, request.Json()) switch
        {
            (false, null) => [],
            (true, { } json) => new JsonSchemaCheck(_root).Faults(body.GetProperty("content").GetProperty("application/json").GetProperty("schema"), json, "body"),
            _ => ["a body where none is taken, or none where one is needed"],
        };
    }

    private (string? Template, JsonElement Operation) Operation(FakeRequest request)
    {
        var parts = request.Path.Split('/');
        var matches = _root.GetProperty("paths").EnumerateObject()
            .Where(path => path.Name.Split('/') is var names && names.Length == parts.Length && names.Zip(parts, (name, part) => name == part || name.StartsWith('{')).All(same => same))
            .OrderBy(path => path.Name.Count(letter => letter == '{'));
        foreach (var path in matches)
        {
            if (path.Value.TryGetProperty(request.Method.ToLowerInvariant(), out var operation))
            {
                return (path.Name, operation);
            }
        }

        return default;
    }

    private static JsonElement AsJson(string text) =>
        (text is "true" or "false" || long.TryParse(text, out _) ? JsonDocument.Parse(text) : JsonDocument.Parse(JsonSerializer.Serialize(text))).RootElement;
}
