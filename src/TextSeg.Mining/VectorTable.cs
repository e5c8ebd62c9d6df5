using TextSeg.Mining.Clustering;

namespace TextSeg.Mining;

/// <summary>
/// Rows of numbers, all of one length. Rows are unit vectors unless said otherwise, so a dot product is a cosine.
/// A table holds floating-point numbers, or in very large collections rows shortened to a quarter of that (<see cref="QuantizedRows"/>); <see cref="Row"/> and
/// <see cref="Block"/> serve both without a copy of the whole.
/// </summary>
public sealed class VectorTable
{
    private readonly QuantizedRows? _shortened;
    private float[]? _values;

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
        _values = values;
        Count = values.Length / dimension;
    }

    /// <param name="rows">Shortened rows. Kept, not copied.</param>
    public VectorTable(QuantizedRows rows) => (_shortened, Dimension, Count) = (rows, rows.Dimension, rows.Count);

    /// <summary>Numbers in a row.</summary>
    public int Dimension { get; }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>The shortened rows; null for a table of floating-point numbers.</summary>
    public QuantizedRows? Shortened => _shortened;

    /// <summary>All rows, one after the other. A shortened table makes them when first asked, and then holds four times the memory.</summary>
    public float[] Values => _values ??= _shortened!.Gather([.. Enumerable.Range(0, Count)]).Values;

    /// <summary>One row; of a shortened table a copy.</summary>
    public ReadOnlySpan<float> this[int row] => _shortened is null || _values is not null ? Values.AsSpan(row * Dimension, Dimension) : Row(row, new float[Dimension]);

    /// <summary>One row: where it stands, or written into the buffer.</summary>
    /// <param name="row">The row.</param>
    /// <param name="buffer">At least <see cref="Dimension"/> numbers.</param>
    public ReadOnlySpan<float> Row(int row, Span<float> buffer) => Block(row, 1, buffer);

    /// <summary>Some rows one after the other: where they stand, or written into the buffer.</summary>
    /// <param name="first">The first row.</param>
    /// <param name="count">How many.</param>
    /// <param name="buffer">At least <paramref name="count"/> × <see cref="Dimension"/> numbers.</param>
    public ReadOnlySpan<float> Block(int first, int count, Span<float> buffer)
    {
        if (_values is { } values)
        {
            return values.AsSpan(first * Dimension, count * Dimension);
        }

        for (var row = 0; row < count; row++)
        {
            _shortened!.CopyRow(first + row, buffer[(row * Dimension)..]);
        }

        return buffer[..(count * Dimension)];
    }

    /// <summary>Writes the table so that <see cref="Read"/> makes it again.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Dimension);
        writer.Write(_shortened is not null);
        if (_shortened is not null)
        {
            _shortened.Write(writer);
        }
        else
        {
            writer.WriteArray<float>(Values);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static VectorTable Read(BinaryReader reader)
    {
        var dimension = reader.ReadInt32();
        return reader.ReadBoolean() ? new VectorTable(QuantizedRows.Read(reader, dimension)) : new VectorTable(dimension, reader.ReadArray<float>());
    }

    /// <summary>The dot product of two rows, always summed in one order.</summary>
    public float Dot(int left, int right) => _shortened?.Dot(left, right) ?? DotBlock.Dot(this[left], this[right]);
}
