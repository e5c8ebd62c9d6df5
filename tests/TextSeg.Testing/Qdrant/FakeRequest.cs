using System.Text.Json;

namespace TextSeg.Testing.Qdrant;

/// <summary>A request as it came to the fake server.</summary>
public sealed record FakeRequest(string Method, string Path, IReadOnlyDictionary<string, string> Query, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>The body as JSON; null where there is none.</summary>
    public JsonElement? Json() => Body.Length == 0 ? null : JsonDocument.Parse(Body).RootElement;
}

/// <summary>What the fake server answers.</summary>
/// <param name="Body">JSON or a line of text; null for an empty body.</param>
public sealed record FakeAnswer(int Status, string? Body)
{
    public string? RetryAfter { get; init; }

    /// <summary>Closes the connection in place of answering.</summary>
    public bool IsLost { get; init; }

    public static FakeAnswer Lost { get; } = new(0, null) { IsLost = true };

    public static FakeAnswer Good(object? result) => new(200, JsonSerializer.Serialize(new { result, status = "ok", time = 0.001 }));

    public static FakeAnswer Bad(int status, string error) => new(status, JsonSerializer.Serialize(new { status = new { error }, time = 0.0 }));
}
