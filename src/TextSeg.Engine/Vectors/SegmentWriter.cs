using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace TextSeg.Engine.Vectors;

/// <summary>Writes a segment file, some rows at a time, so that a large one needs little memory.</summary>
internal sealed class SegmentWriter(SafeFileHandle file, SegmentLayout layout)
{
    private const int RowsAtOnce = 512;
    private readonly float[] _scales = new float[layout.Count];
    private readonly float[] _errors = new float[layout.Count];
    private readonly uint[] _checks = new uint[layout.Count];

    /// <summary>One row of the segment to write.</summary>
    public delegate ReadOnlySpan<float> RowOf(int row);

    /// <summary>Writes all of the file.</summary>
    /// <returns>The checksum of the header, which stands for the whole file.</returns>
    public uint Write(string modelId, ReadOnlySpan<long> risingIds, RowOf rowOf)
    {
        var codes = new sbyte[Math.Min(RowsAtOnce, layout.Count) * layout.Dimension];
        var vectors = new float[codes.Length];
        uint codesCheck = 0;
        for (var start = 0; start < layout.Count; start += RowsAtOnce)
        {
            var count = Math.Min(RowsAtOnce, layout.Count - start);
            for (var row = 0; row < count; row++)
            {
                var vector = vectors.AsSpan(row * layout.Dimension, layout.Dimension);
                rowOf(start + row).CopyTo(vector);
                (_scales[start + row], _errors[start + row]) = VectorCode.Shorten(vector, codes.AsSpan(row * layout.Dimension, layout.Dimension));
                _checks[start + row] = Checksum.OfRow(risingIds[start + row], vector);
            }

            ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(codes.AsSpan(0, count * layout.Dimension));
            codesCheck = Checksum.Crc32C(bytes, codesCheck);
            RandomAccess.Write(file, bytes, layout.CodesAt + ((long)start * layout.Dimension));
            RandomAccess.Write(
                file, MemoryMarshal.AsBytes(vectors.AsSpan(0, count * layout.Dimension)), layout.VectorsAt + (4L * start * layout.Dimension));
        }

        var columns = new byte[layout.ColumnsEnd - SegmentLayout.IdsAt];
        MemoryMarshal.AsBytes(risingIds).CopyTo(columns);
        MemoryMarshal.AsBytes(_scales.AsSpan()).CopyTo(columns.AsSpan((int)(layout.ScalesAt - SegmentLayout.IdsAt)));
        MemoryMarshal.AsBytes(_errors.AsSpan()).CopyTo(columns.AsSpan((int)(layout.ErrorsAt - SegmentLayout.IdsAt)));
        MemoryMarshal.AsBytes(_checks.AsSpan()).CopyTo(columns.AsSpan((int)(layout.ChecksAt - SegmentLayout.IdsAt)));
        RandomAccess.Write(file, columns, SegmentLayout.IdsAt);
        var header = new SegmentHeader(layout, SegmentLayout.HashOf(modelId), Checksum.Crc32C(columns), codesCheck);
        RandomAccess.Write(file, header.ToBytes(), 0);
        return header.Check;
    }
}
