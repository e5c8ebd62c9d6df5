namespace TextSeg.Mining;

/// <summary>Rows of numbers, all of one length, one after the other in memory. Rows are unit vectors unless said otherwise, so a dot product is a cosine.</summary>
public sealed class VectorTable
{
    /// <param name="dimension">Numbers in a row, at least 1.</param>
    /// <param name="values">The rows one after the other; the length is a multiple of <paramref name="dimension"/>. Kept, not copied.</param>
    /// <exception cref="ArgumentException">The length does not fit the dimension.</exception>
    public VectorTable(int dimension, float[] values)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        if (values.Length % dimension != 0)
        {
            throw new ArgumentException($"{values.Length} numbers are not whole rows of {dimension}.", nameof(values));
        }

        Dimension = dimension;
        Values = values;
        Count = values.Length / dimension;
    }

    /// <summary>Numbers in a row.</summary>
    public int Dimension { get; }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>All rows, one after the other.</summary>
    public float[] Values { get; }

    /// <summary>One row.</summary>
    public ReadOnlySpan<float> this[int row] => Values.AsSpan(row * Dimension, Dimension);
}
