using System.Text.Json;

namespace TextSeg.Testing.Qdrant;

/// <summary>A point of a fake collection.</summary>
/// <param name="Vectors">Named vectors; perhaps none.</param>
internal sealed record FakePoint(ulong Id, Dictionary<string, float[]> Vectors, Dictionary<string, JsonElement> Payload);
