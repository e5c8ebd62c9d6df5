using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TextSeg.Mining.Neighbors;

namespace TextSeg.Mining;

/// <summary>
/// Rows of numbers shortened to one signed byte each and one scale a row: a number is about its code times the row's scale, so a million rows of 256 take 260 MB.
/// The scale is the row's largest magnitude / 127. A cosine of two unit rows of 256 numbers is off by about 0.001 (standard deviation), never decided by the machine:
/// products of codes are whole numbers. The memory may be an array or a mapped file.
/// Rows may be set by several threads, each its own; reading is safe from any thread once the rows are set.
/// </summary>
public sealed class QuantizedRows
{
    private const int LargestCode = 127;
    private readonly Memory<float> _scales;
    private readonly Memory<sbyte> _codes;

    /// <param name="dimension">Numbers in a row, at least 1.</param>
    /// <param name="scales">One scale a row. Kept, not copied.</param>
    /// <param name="codes">The codes of the rows, one row after the other. Kept, not copied.</param>
    /// <exception cref="ArgumentException">There are not as many rows of codes as scales.</exception>
    public QuantizedRows(int dimension, Memory<float> scales, Memory<sbyte> codes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        if ((long)scales.Length * dimension != codes.Length)
        {
            throw new ArgumentException($"{codes.Length} codes are not {scales.Length} rows of {dimension}.", nameof(codes));
        }

        Dimension = dimension;
        Count = scales.Length;
        _scales = scales;
        _codes = codes;
    }

    /// <summary>Numbers in a row.</summary>
    public int Dimension { get; }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>Rows of zeros in memory, to be set.</summary>
    /// <exception cref="OverflowException">There are more than 2³¹ numbers.</exception>
    public static QuantizedRows InMemory(int count, int dimension) => new(dimension, new float[count], new sbyte[checked(count * dimension)]);

    /// <summary>Shortens a whole table.</summary>
    public static QuantizedRows From(VectorTable rows)
    {
        var shortened = InMemory(rows.Count, rows.Dimension);
        for (var row = 0; row < rows.Count; row++)
        {
            shortened.Set(row, rows[row]);
        }

        return shortened;
    }

    /// <summary>The codes of a row.</summary>
    public ReadOnlySpan<sbyte> CodesOf(int row) => _codes.Span.Slice(row * Dimension, Dimension);

    /// <summary>What a row's codes are multiplied with; 0 for a row of zeros.</summary>
    public float ScaleOf(int row) => _scales.Span[row];

    /// <summary>Shortens and keeps a row.</summary>
    /// <exception cref="ArgumentException">The row has another length, or holds a number that is not finite.</exception>
    public void Set(int row, ReadOnlySpan<float> values)
    {
        if (values.Length != Dimension || !TensorPrimitives.IsFiniteAll(values))
        {
            throw new ArgumentException($"Row {row} must be {Dimension} finite numbers; leave it out or encode it again.", nameof(values));
        }

        var scale = MathF.Abs(TensorPrimitives.MaxMagnitude(values)) / LargestCode;
        var codes = _codes.Span.Slice(row * Dimension, Dimension);
        _scales.Span[row] = scale;
        for (var i = 0; i < codes.Length; i++)
        {
            codes[i] = scale == 0 ? (sbyte)0 : (sbyte)Math.Clamp(MathF.Round(values[i] / scale), -LargestCode, LargestCode);
        }
    }

    /// <summary>Keeps a row that was shortened before.</summary>
    internal void SetCodes(int row, ReadOnlySpan<sbyte> codes, float scale)
    {
        codes.CopyTo(_codes.Span.Slice(row * Dimension, Dimension));
        _scales.Span[row] = scale;
    }

    /// <summary>Writes a row's numbers, codes times scale, into <paramref name="target"/>.</summary>
    /// <exception cref="ArgumentException">The target is shorter than a row.</exception>
    public void CopyRow(int row, Span<float> target)
    {
        ref var codes = ref MemoryMarshal.GetReference(CodesOf(row));
        ref var values = ref MemoryMarshal.GetReference(target[..Dimension]);
        var scale = Vector512.Create(ScaleOf(row));
        var whole = Dimension - (Dimension % Vector512<sbyte>.Count);
        for (nuint i = 0; i < (nuint)whole; i += (nuint)Vector512<sbyte>.Count)
        {
            var (low, high) = Vector512.Widen(Vector512.LoadUnsafe(ref codes, i));
            var ((a, b), (c, d)) = (Vector512.Widen(low), Vector512.Widen(high));
            (Vector512.ConvertToSingle(a) * scale).StoreUnsafe(ref values, i);
            (Vector512.ConvertToSingle(b) * scale).StoreUnsafe(ref values, i + 16);
            (Vector512.ConvertToSingle(c) * scale).StoreUnsafe(ref values, i + 32);
            (Vector512.ConvertToSingle(d) * scale).StoreUnsafe(ref values, i + 48);
        }

        for (var i = whole; i < Dimension; i++)
        {
            target[i] = CodesOf(row)[i] * scale[0];
        }
    }

    internal static QuantizedRows Read(BinaryReader reader, int dimension)
    {
        var scales = reader.ReadArray<float>();
        return new QuantizedRows(dimension, scales, reader.ReadArray<sbyte>());
    }

    internal void Write(BinaryWriter writer)
    {
        writer.WriteArray<float>(_scales.Span);
        writer.WriteArray<sbyte>(_codes.Span);
    }

    /// <summary>Some of the rows, as they are, in the order asked for.</summary>
    public QuantizedRows Take(ReadOnlySpan<int> rows)
    {
        var taken = InMemory(rows.Length, Dimension);
        for (var place = 0; place < rows.Length; place++)
        {
            CodesOf(rows[place]).CopyTo(taken._codes.Span[(place * Dimension)..]);
            taken._scales.Span[place] = ScaleOf(rows[place]);
        }

        return taken;
    }

    /// <summary>Some of the rows as floating-point numbers, in the order asked for.</summary>
    public VectorTable Gather(ReadOnlySpan<int> rows)
    {
        var values = new float[checked(rows.Length * Dimension)];
        for (var place = 0; place < rows.Length; place++)
        {
            CopyRow(rows[place], values.AsSpan(place * Dimension));
        }

        return new VectorTable(Dimension, values);
    }

    /// <summary>The dot product of two rows, the same bits on every machine and with the two sides exchanged.</summary>
    public float Dot(int left, int right) => SpanDot.Dot(CodesOf(left), CodesOf(right)) * (ScaleOf(left) * ScaleOf(right));
}
