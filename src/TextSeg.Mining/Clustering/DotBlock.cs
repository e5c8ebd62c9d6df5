using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TextSeg.Mining.Clustering;

/// <summary>Dot products of some rows with all rows of a second table, three by four at a time so that the numbers loaded are used often. The order of the sums is fixed.</summary>
internal static class DotBlock
{
    private const int Height = 3;
    private const int Width = 4;

    /// <summary>Writes the products row by row.</summary>
    /// <param name="left">Rows.</param>
    /// <param name="right">Rows of the same dimension.</param>
    /// <param name="dimension">Numbers in a row.</param>
    /// <param name="products">(Rows of left) × (rows of right) numbers.</param>
    public static void Multiply(ReadOnlySpan<float> left, ReadOnlySpan<float> right, int dimension, Span<float> products)
    {
        var (rows, columns) = (left.Length / dimension, right.Length / dimension);
        for (var column = 0; column < columns; column += Width)
        {
            for (var row = 0; row < rows; row += Height)
            {
                if (row + Height <= rows && column + Width <= columns)
                {
                    Tile(left[(row * dimension)..], right[(column * dimension)..], dimension, products[((row * columns) + column)..], columns);
                    continue;
                }

                for (var r = row; r < Math.Min(rows, row + Height); r++)
                {
                    for (var c = column; c < Math.Min(columns, column + Width); c++)
                    {
                        products[(r * columns) + c] = Dot(left.Slice(r * dimension, dimension), right.Slice(c * dimension, dimension));
                    }
                }
            }
        }
    }

    private static void Tile(ReadOnlySpan<float> left, ReadOnlySpan<float> right, int dimension, Span<float> products, int stride)
    {
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right);
        Vector256<float> s00 = default, s01 = default, s02 = default, s03 = default;
        Vector256<float> s10 = default, s11 = default, s12 = default, s13 = default;
        Vector256<float> s20 = default, s21 = default, s22 = default, s23 = default;
        var d = (nuint)dimension;
        var whole = d - (d % 8);
        for (nuint i = 0; i < whole; i += 8)
        {
            var a0 = Vector256.LoadUnsafe(ref a, i);
            var a1 = Vector256.LoadUnsafe(ref a, d + i);
            var a2 = Vector256.LoadUnsafe(ref a, (2 * d) + i);
            var v = Vector256.LoadUnsafe(ref b, i);
            (s00, s10, s20) = (Vector256.FusedMultiplyAdd(a0, v, s00), Vector256.FusedMultiplyAdd(a1, v, s10), Vector256.FusedMultiplyAdd(a2, v, s20));
            v = Vector256.LoadUnsafe(ref b, d + i);
            (s01, s11, s21) = (Vector256.FusedMultiplyAdd(a0, v, s01), Vector256.FusedMultiplyAdd(a1, v, s11), Vector256.FusedMultiplyAdd(a2, v, s21));
            v = Vector256.LoadUnsafe(ref b, (2 * d) + i);
            (s02, s12, s22) = (Vector256.FusedMultiplyAdd(a0, v, s02), Vector256.FusedMultiplyAdd(a1, v, s12), Vector256.FusedMultiplyAdd(a2, v, s22));
            v = Vector256.LoadUnsafe(ref b, (3 * d) + i);
            (s03, s13, s23) = (Vector256.FusedMultiplyAdd(a0, v, s03), Vector256.FusedMultiplyAdd(a1, v, s13), Vector256.FusedMultiplyAdd(a2, v, s23));
        }

        Store(products, s00, s01, s02, s03);
        Store(products[stride..], s10, s11, s12, s13);
        Store(products[(2 * stride)..], s20, s21, s22, s23);
        for (var i = (int)whole; i < dimension; i++)
        {
            for (var cell = 0; cell < Height * Width; cell++)
            {
                products[(cell / Width * stride) + (cell % Width)] += left[(cell / Width * dimension) + i] * right[(cell % Width * dimension) + i];
            }
        }
    }

    private static void Store(Span<float> row, Vector256<float> s0, Vector256<float> s1, Vector256<float> s2, Vector256<float> s3)
        => (row[0], row[1], row[2], row[3]) = (Vector256.Sum(s0), Vector256.Sum(s1), Vector256.Sum(s2), Vector256.Sum(s3));

    /// <summary>One dot product, with the same order of sums as <see cref="Multiply"/>.</summary>
    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right);
        Vector256<float> sum = default;
        var whole = left.Length - (left.Length % 8);
        for (var i = 0; i < whole; i += 8)
        {
            sum = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref a, (nuint)i), Vector256.LoadUnsafe(ref b, (nuint)i), sum);
        }

        var dot = Vector256.Sum(sum);
        for (var i = whole; i < left.Length; i++)
        {
            dot += left[i] * right[i];
        }

        return dot;
    }
}
