using System.Runtime.InteropServices;
using TextSeg.Mining.Clustering;

namespace TextSeg.Mining.Neighbors.InvertedFile;

/// <summary>A key for each row made of its numbers, so that random draws do not depend on where a row stands.</summary>
internal static class ContentKeys
{
    private const int BlockRows = 4096;

    /// <summary>The keys; rows of the same numbers share one.</summary>
    public static ulong[] Of(RowReader rows, int threads, CancellationToken cancellation)
    {
        var keys = new ulong[rows.Count];
        Parallel.For(0, (rows.Count + BlockRows - 1) / BlockRows, Threads.Limit(threads, cancellation), () => new float[rows.Dimension], (block, _, row) =>
        {
            for (var i = block * BlockRows; i < Math.Min(rows.Count, (block + 1) * BlockRows); i++)
            {
                rows.CopyRows([i], row);
                keys[i] = Of(row);
            }

            return row;
        }, _ => { });
        return keys;
    }

    private static ulong Of(ReadOnlySpan<float> row)
    {
        var key = (ulong)row.Length;
        foreach (var pair in MemoryMarshal.Cast<float, ulong>(row))
        {
            key = StableRandom.Bits(key, pair);
        }

        return StableRandom.Bits(key, BitConverter.SingleToUInt32Bits(row[^1]));
    }
}
