using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TextSeg.Mining.Neighbors;

/// <summary>Dot products of two spans of equal length, the same bits on every machine and with the two sides exchanged.</summary>
public static class SpanDot
{
    private const int Lanes = 16;

    /// <summary>The dot product of two rows of numbers: sixteen sums with fused multiply-add, then added in pairs.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        RequireEqual(left.Length, right.Length);
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right);
        var sum = Vector512<float>.Zero;
        var whole = left.Length - (left.Length % Lanes);
        for (nuint i = 0; i < (nuint)whole; i += Lanes)
        {
            sum = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref a, i), Vector512.LoadUnsafe(ref b, i), sum);
        }

        var half = sum.GetLower() + sum.GetUpper();
        var quarter = half.GetLower() + half.GetUpper();
        var total = (quarter[0] + quarter[2]) + (quarter[1] + quarter[3]);
        for (var i = whole; i < left.Length; i++)
        {
            total = MathF.FusedMultiplyAdd(left[i], right[i], total);
        }

        return total;
    }

    /// <summary>
    /// The dot product of a query in 16-bit and a row in 8-bit whole numbers; exact.
    /// The caller keeps 128 × the sum of the query's absolute values below 2³¹, so that no partial sum overflows.
    /// </summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static int Dot(ReadOnlySpan<short> query, ReadOnlySpan<sbyte> row)
    {
        RequireEqual(query.Length, row.Length);
        ref var q = ref MemoryMarshal.GetReference(query);
        ref var r = ref MemoryMarshal.GetReference(row);
        nuint start = 0;
        var total = 0;
        if (Avx512BW.IsSupported)
        {
            total = Dot512(ref q, ref r, ref start, (nuint)row.Length);
        }
        else if (Avx2.IsSupported)
        {
            total = Dot256(ref q, ref r, ref start, (nuint)row.Length);
        }
        else
        {
            total = Dot128(ref q, ref r, ref start, (nuint)row.Length);
        }

        for (var i = (int)start; i < row.Length; i++)
        {
            total += query[i] * row[i];
        }

        return total;
    }

    /// <summary>The dot product of two rows of 8-bit whole numbers; exact up to 130,000 numbers.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static int Dot(ReadOnlySpan<sbyte> left, ReadOnlySpan<sbyte> right)
    {
        RequireEqual(left.Length, right.Length);
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right);
        var sum = Vector512<int>.Zero;
        var whole = left.Length - (left.Length % Vector512<sbyte>.Count);
        for (nuint i = 0; i < (nuint)whole; i += (nuint)Vector512<sbyte>.Count)
        {
            var (aLow, aHigh) = Vector512.Widen(Vector512.LoadUnsafe(ref a, i));
            var (bLow, bHigh) = Vector512.Widen(Vector512.LoadUnsafe(ref b, i));
            var (low, high) = (Vector512.Widen(aLow * bLow), Vector512.Widen(aHigh * bHigh));
            sum += (low.Lower + low.Upper) + (high.Lower + high.Upper);
        }

        var total = Vector512.Sum(sum);
        for (var i = whole; i < left.Length; i++)
        {
            total += left[i] * right[i];
        }

        return total;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Dot512(ref short query, ref sbyte row, ref nuint start, nuint length)
    {
        var even = Vector512<int>.Zero;
        var odd = Vector512<int>.Zero;
        for (; start + 64 <= length; start += 64)
        {
            var low = Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref row, start));
            var high = Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref row, start + 32));
            even += Avx512BW.MultiplyAddAdjacent(low, Vector512.LoadUnsafe(ref query, start));
            odd += Avx512BW.MultiplyAddAdjacent(high, Vector512.LoadUnsafe(ref query, start + 32));
        }

        return Vector512.Sum(even + odd);
    }

    private static int Dot256(ref short query, ref sbyte row, ref nuint start, nuint length)
    {
        var even = Vector256<int>.Zero;
        var odd = Vector256<int>.Zero;
        for (; start + 32 <= length; start += 32)
        {
            var low = Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref row, start));
            var high = Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref row, start + 16));
            even += Avx2.MultiplyAddAdjacent(low, Vector256.LoadUnsafe(ref query, start));
            odd += Avx2.MultiplyAddAdjacent(high, Vector256.LoadUnsafe(ref query, start + 16));
        }

        return Vector256.Sum(even + odd);
    }

    private static int Dot128(ref short query, ref sbyte row, ref nuint start, nuint length)
    {
        var sum = Vector128<int>.Zero;
        for (; start + 16 <= length; start += 16)
        {
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref row, start));
            sum += Products(Vector128.LoadUnsafe(ref query, start), low) + Products(Vector128.LoadUnsafe(ref query, start + 8), high);
        }

        return Vector128.Sum(sum);
    }

    private static Vector128<int> Products(Vector128<short> left, Vector128<short> right)
    {
        var (leftLow, leftHigh) = Vector128.Widen(left);
        var (rightLow, rightHigh) = Vector128.Widen(right);
        return (leftLow * rightLow) + (leftHigh * rightHigh);
    }

    private static void RequireEqual(int left, int right)
    {
        if (left != right)
        {
            throw new ArgumentException($"Vectors of {left} and {right} numbers cannot be multiplied.");
        }
    }
}
