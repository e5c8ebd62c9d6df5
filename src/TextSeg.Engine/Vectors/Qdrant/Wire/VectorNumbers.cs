using System.Text.Json;
using System.Text.Json.Serialization;

namespace TextSeg.Engine.Vectors.Qdrant.Wire;

/// <summary>
/// Numbers of a vector. A server shows a number that is not finite as null; it is read as NaN, so that whoever asked can say which vector is spoilt.
/// Numbers that are not finite are never written.
/// </summary>
internal sealed class VectorNumbers : JsonConverter<float[]>
{
    private const int FirstRoom = 256;

    public override float[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("A vector is not a list of numbers.");
        }

        var (numbers, count) = (new float[FirstRoom], 0);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (count == numbers.Length)
            {
                Array.Resize(ref numbers, count * 2);
            }

            numbers[count++] = reader.TokenType == JsonTokenType.Null ? float.NaN : reader.GetSingle();
        }

        return count == numbers.Length ? numbers : numbers[..count];
    }

    public override void Write(Utf8JsonWriter writer, float[] value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var number in value)
        {
            writer.WriteNumberValue(number);
        }

        writer.WriteEndArray();
    }
}
