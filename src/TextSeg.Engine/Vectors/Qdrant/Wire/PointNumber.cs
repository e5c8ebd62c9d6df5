using System.Text.Json;
using System.Text.Json.Serialization;

namespace TextSeg.Engine.Vectors.Qdrant.Wire;

/// <summary>The number of a point, up to 64 bits without a sign. A point that another program stored under a UUID is no post's: null.</summary>
internal sealed class PointNumber : JsonConverter<ulong?>
{
    public override ulong? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number ? reader.GetUInt64() : null;

    public override void Write(Utf8JsonWriter writer, ulong? value, JsonSerializerOptions options) => writer.WriteNumberValue(value.GetValueOrDefault());
}
