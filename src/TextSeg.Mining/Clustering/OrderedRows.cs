using System.Numerics.Tensors;

namespace TextSeg.Mining.Clustering;

/// <summary>
/// The rows of a table that have a direction (rows of zeros have none), by rising key and among equal keys by value,
/// so that sums and ties fall alike wherever a row stands in the input.
/// </summary>
/// <param name="Places">For each kept row its number in the input.</param>
/// <param name="Rows">The kept rows.</param>
/// <param name="Keys">Their keys, rising.</param>
/// <param name="Sizes">Posts in each of them.</param>
internal sealed record OrderedRows(int[] Places, VectorTable Rows, ulong[] Keys, int[] Sizes)
{
    /// <summary>Orders rows.</summary>
    /// <param name="unitRows">Unit vectors, or zeros.</param>
    /// <param name="keys">One key for each row.</param>
    /// <param name="sizes">Posts in each row, at least 1; null for one each.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a row holds a number that is not finite.</exception>
    public static OrderedRows Of(VectorTable unitRows, ulong[] keys, int[]? sizes)
    {
        if (keys.Length != unitRows.Count || (sizes is not null && sizes.Length != unitRows.Count))
        {
            throw new ArgumentException($"{unitRows.Count} rows come with {keys.Length} keys and {sizes?.Length ?? unitRows.Count} sizes; give one of each for every row.");
        }

        if (unitRows.Shortened is null && unitRows.Count > 0 && !TensorPrimitives.IsFiniteAll<float>(unitRows.Values))
        {
            throw new ArgumentException("A row holds a number that is not finite; leave such rows out.", nameof(unitRows));
        }

        var places = new List<int>(unitRows.Count);
        var buffer = new float[unitRows.Dimension];
        for (var row = 0; row < unitRows.Count; row++)
        {
            if (unitRows.Row(row, buffer).ContainsAnyExcept(0f))
            {
                places.Add(row);
            }
        }

        places.Sort((a, b) => keys[a] != keys[b] ? keys[a].CompareTo(keys[b]) : unitRows[a].SequenceCompareTo(unitRows[b]));
        int[] order = [.. places];
        return new OrderedRows(
            order,
            GroupMeans.Gather(unitRows, order),
            Array.ConvertAll(order, row => keys[row]),
            Array.ConvertAll(order, row => sizes?[row] ?? 1));
    }

    /// <summary>Some of the kept rows.</summary>
    public OrderedRows Take(int[] chosen) => new(
        Array.ConvertAll(chosen, i => Places[i]), GroupMeans.Gather(Rows, chosen), Array.ConvertAll(chosen, i => Keys[i]), Array.ConvertAll(chosen, i => Sizes[i]));

    /// <summary>Groups of the input's rows, numbered as <see cref="Partition"/> promises; rows that were left out are in none.</summary>
    /// <param name="labels">The group of each kept row.</param>
    /// <param name="count">Rows of the input.</param>
    public Partition Spread(int[] labels, int count)
    {
        var spread = new int[count];
        Array.Fill(spread, -1);
        for (var i = 0; i < Places.Length; i++)
        {
            spread[Places[i]] = labels[i];
        }

        return Partition.Canonical(spread);
    }
}
