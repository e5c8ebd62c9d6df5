using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TextSeg.Nlp.ModelFiles;

/// <summary>How model.json is written. Not by generated code: that forgets the defaults of properties that a card leaves out.</summary>
internal static class ModelCardJson
{
    /// <summary>Text outside ASCII stays readable in the file.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        ReadCommentHandling = JsonCommentHandling.Skip,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
