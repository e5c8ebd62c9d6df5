using System.Text.Json;

namespace TextSeg.Nlp.ModelFiles;

/// <summary>Reads single properties of JSON files in a folder; a missing file or property is null.</summary>
/// <param name="folder">Absolute.</param>
internal sealed class FolderJson(string folder)
{
    public double? ReadNumber(string file, string property) =>
        ReadProperty(file, property) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;

    public bool ReadFlag(string file, string property) => ReadProperty(file, property) is { ValueKind: JsonValueKind.True };

    /// <exception cref="InvalidModelException">The file is not JSON.</exception>
    public JsonElement? ReadProperty(string file, string property)
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(property, out var value) ? value.Clone() : null;
        }
        catch (JsonException fault)
        {
            throw new InvalidModelException($"{path} is not valid JSON: {fault.Message}", fault);
        }
    }
}
