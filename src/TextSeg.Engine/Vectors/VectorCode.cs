using System.Numerics.Tensors;

namespace TextSeg.Engine.Vectors;

/// <summary>A vector shortened to whole numbers times one scale, with the length of what was lost.</summary>
internal static class VectorCode
{
    private const int LargestByte = 127;

    /// <summary>Shortens a stored row to signed bytes.</summary>
    public static (float Scale, float Error) Shorten(ReadOnlySpan<float> row, Span<sbyte> codes)
    {
        var scale = TensorPrimitives.MaxMagnitude(row) is var largest && largest != 0 ? MathF.Abs(largest) / LargestByte : 0;
        double lost = 0;
        for (var i = 0; i < row.Length; i++)
        {
            codes[i] = scale == 0 ? (sbyte)0 : (sbyte)MathF.Round(row[i] / scale);
            var difference = (double)row[i] - ((double)codes[i] * scale);
            lost += difference * difference;
        }

        return (scale, MathF.BitIncrement((float)Math.Sqrt(lost)));
    }

    /// <summary>Shortens a query to 16 bits, as far as no product with a row of bytes can overflow 32 bits.</summary>
    public static (float Scale, float Error) Shorten(ReadOnlySpan<float> query, Span<short> codes)
    {
        var largest = MathF.Abs(TensorPrimitives.MaxMagnitude(query));
        var room = (int.MaxValue / 128) - query.Length;
        var scale = Math.Max(largest / short.MaxValue, TensorPrimitives.SumOfMagnitudes(query) / room);
        double lost = 0;
        for (var i = 0; i < query.Length; i++)
        {
            codes[i] = scale == 0 ? (short)0 : (short)MathF.Round(query[i] / scale);
            var difference = (double)query[i] - ((double)codes[i] * scale);
            lost += difference * difference;
        }

        return (scale, MathF.BitIncrement((float)Math.Sqrt(lost)));
    }
}
