using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TextSeg.Mining.Neighbors;

/// <summary>
/// Dot products of a few rows with one packed panel of columns, held in registers
/// (the outer-product micro-kernel of Goto and van de Geijn 2008, "Anatomy of High-Performance Matrix Multiplication", section 4).
/// Every product is summed one number after the other with a fused multiply-add, from the first to the last,
/// so that it is the same bits at any vector width and with its two sides exchanged.
/// </summary>
internal static unsafe class ScoreKernel
{
    /// <summary>Rows that one call scores.</summary>
    public const int Rows = 8;

    /// <summary>Columns of a panel: number d of column c lies at d × <see cref="Columns"/> + c.</summary>
    public const int Columns = 32;

    /// <summary>Scores <see cref="Rows"/> rows against a panel with the widest registers of this machine.</summary>
    public static void Score(float* rows, float* panel, int dimension, float* scores, int scoreStride)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Score512(rows, panel, dimension, scores, scoreStride);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Score256(rows, panel, dimension, scores, scoreStride);
        }
        else
        {
            Score128(rows, panel, dimension, scores, scoreStride);
        }
    }

    /// <summary>Eight rows by two registers of sixteen columns.</summary>
    internal static void Score512(float* rows, float* panel, int dimension, float* scores, int scoreStride)
    {
        Vector512<float> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        Vector512<float> e0 = default, e1 = default, f0 = default, f1 = default, g0 = default, g1 = default, h0 = default, h1 = default;
        float* second = rows + (4 * (nint)dimension);
        for (nint i = 0; i < dimension; i++, panel += Columns)
        {
            var left = Vector512.Load(panel);
            var right = Vector512.Load(panel + 16);
            Add(rows + i, left, right, ref a0, ref a1);
            Add(rows + dimension + i, left, right, ref b0, ref b1);
            Add(rows + (2 * (nint)dimension) + i, left, right, ref c0, ref c1);
            Add(rows + (3 * (nint)dimension) + i, left, right, ref d0, ref d1);
            Add(second + i, left, right, ref e0, ref e1);
            Add(second + dimension + i, left, right, ref f0, ref f1);
            Add(second + (2 * (nint)dimension) + i, left, right, ref g0, ref g1);
            Add(second + (3 * (nint)dimension) + i, left, right, ref h0, ref h1);
        }

        Store(a0, a1, scores);
        Store(b0, b1, scores + scoreStride);
        Store(c0, c1, scores + (2 * scoreStride));
        Store(d0, d1, scores + (3 * scoreStride));
        Store(e0, e1, scores + (4 * scoreStride));
        Store(f0, f1, scores + (5 * scoreStride));
        Store(g0, g1, scores + (6 * scoreStride));
        Store(h0, h1, scores + (7 * scoreStride));
    }

    /// <summary>Four rows by two registers of eight columns, four times over.</summary>
    internal static void Score256(float* rows, float* panel, int dimension, float* scores, int scoreStride)
    {
        for (var row = 0; row < Rows; row += 4)
        {
            Quarter256(rows + (row * (nint)dimension), panel, dimension, scores + (row * scoreStride), scoreStride);
            Quarter256(rows + (row * (nint)dimension), panel + 16, dimension, scores + (row * scoreStride) + 16, scoreStride);
        }
    }

    /// <summary>Two rows by four registers of four columns, eight times over; also the path of machines without vectors.</summary>
    internal static void Score128(float* rows, float* panel, int dimension, float* scores, int scoreStride)
    {
        for (var row = 0; row < Rows; row += 2)
        {
            Eighth128(rows + (row * (nint)dimension), panel, dimension, scores + (row * scoreStride), scoreStride);
            Eighth128(rows + (row * (nint)dimension), panel + 16, dimension, scores + (row * scoreStride) + 16, scoreStride);
        }
    }

    private static void Quarter256(float* rows, float* panel, int dimension, float* scores, int scoreStride)
    {
        Vector256<float> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        for (nint i = 0; i < dimension; i++, panel += Columns)
        {
            var left = Vector256.Load(panel);
            var right = Vector256.Load(panel + 8);
            Add(rows + i, left, right, ref a0, ref a1);
            Add(rows + dimension + i, left, right, ref b0, ref b1);
            Add(rows + (2 * (nint)dimension) + i, left, right, ref c0, ref c1);
            Add(rows + (3 * (nint)dimension) + i, left, right, ref d0, ref d1);
        }

        a0.Store(scores);
        a1.Store(scores + 8);
        b0.Store(scores + scoreStride);
        b1.Store(scores + scoreStride + 8);
        c0.Store(scores + (2 * scoreStride));
        c1.Store(scores + (2 * scoreStride) + 8);
        d0.Store(scores + (3 * scoreStride));
        d1.Store(scores + (3 * scoreStride) + 8);
    }

    private static void Eighth128(float* rows, float* panel, int dimension, float* scores, int scoreStride)
    {
        Vector128<float> a0 = default, a1 = default, a2 = default, a3 = default, b0 = default, b1 = default, b2 = default, b3 = default;
        for (nint i = 0; i < dimension; i++, panel += Columns)
        {
            var first = Vector128.Create(rows[i]);
            var second = Vector128.Create(rows[dimension + i]);
            a0 = Vector128.FusedMultiplyAdd(first, Vector128.Load(panel), a0);
            a1 = Vector128.FusedMultiplyAdd(first, Vector128.Load(panel + 4), a1);
            a2 = Vector128.FusedMultiplyAdd(first, Vector128.Load(panel + 8), a2);
            a3 = Vector128.FusedMultiplyAdd(first, Vector128.Load(panel + 12), a3);
            b0 = Vector128.FusedMultiplyAdd(second, Vector128.Load(panel), b0);
            b1 = Vector128.FusedMultiplyAdd(second, Vector128.Load(panel + 4), b1);
            b2 = Vector128.FusedMultiplyAdd(second, Vector128.Load(panel + 8), b2);
            b3 = Vector128.FusedMultiplyAdd(second, Vector128.Load(panel + 12), b3);
        }

        a0.Store(scores);
        a1.Store(scores + 4);
        a2.Store(scores + 8);
        a3.Store(scores + 12);
        b0.Store(scores + scoreStride);
        b1.Store(scores + scoreStride + 4);
        b2.Store(scores + scoreStride + 8);
        b3.Store(scores + scoreStride + 12);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float* value, Vector512<float> left, Vector512<float> right, ref Vector512<float> sumLeft, ref Vector512<float> sumRight)
    {
        var spread = Vector512.Create(*value);
        sumLeft = Vector512.FusedMultiplyAdd(spread, left, sumLeft);
        sumRight = Vector512.FusedMultiplyAdd(spread, right, sumRight);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float* value, Vector256<float> left, Vector256<float> right, ref Vector256<float> sumLeft, ref Vector256<float> sumRight)
    {
        var spread = Vector256.Create(*value);
        sumLeft = Vector256.FusedMultiplyAdd(spread, left, sumLeft);
        sumRight = Vector256.FusedMultiplyAdd(spread, right, sumRight);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<float> left, Vector512<float> right, float* scores)
    {
        left.Store(scores);
        right.Store(scores + 16);
    }
}
