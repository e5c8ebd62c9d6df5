using System.Text.Encodings.Web;
using System.Text.Json;

namespace TextSeg.Engine;

/// <summary>How facts are written into the database and to users: names in camel case, every script readable.</summary>
public static class StoredJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
