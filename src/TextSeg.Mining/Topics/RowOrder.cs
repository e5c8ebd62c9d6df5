using System.Runtime.InteropServices;
using TextSeg.Mining.Clustering;

namespace TextSeg.Mining.Topics;

/// <summary>Puts rows into an order that does not depend on where they stand in the input.</summary>
internal static class RowOrder
{
    /// <summary>The stable key of each row: the given one, or a hash of its vector.</summary>
    public static ulong[] KeysOf(TopicInput input)
    {
        var keys = new ulong[input.Vectors.Count];
        for (var row = 0; row < keys.Length; row++)
        {
            keys[row] = input.StableKeyOf is { } given ? given[row] : HashOf(input.Vectors[row]);
        }

        return keys;
    }

    /// <summary>Rows by rising key; rows with one key by text key, then by vector.</summary>
    public static int[] Sort(TopicInput input, ulong[] keys)
    {
        var order = new int[keys.Length];
        for (var row = 0; row < order.Length; row++)
        {
            order[row] = row;
        }

        Array.Sort(order, Compare);
        return order;

        int Compare(int a, int b)
        {
            var byKey = keys[a].CompareTo(keys[b]);
            var byText = byKey == 0 && input.TextKeyOf is { } texts ? texts[a].CompareTo(texts[b]) : byKey;
            return byText != 0 || a == b ? byText : input.Vectors[a].SequenceCompareTo(input.Vectors[b]);
        }
    }

    private static ulong HashOf(ReadOnlySpan<float> vector)
    {
        ulong hash = 0;
        foreach (var word in MemoryMarshal.Cast<float, uint>(vector))
        {
            hash = StableRandom.Bits(hash, word);
        }

        return hash;
    }
}
