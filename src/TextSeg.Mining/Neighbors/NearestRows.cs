using System.Numerics;
using System.Runtime.Intrinsics;

namespace TextSeg.Mining.Neighbors;

/// <summary>
/// The best candidates met so far by each of many rows, best first. What is kept depends on the candidates alone, not on the order of their coming:
/// higher similarity first, then lower row number. Two threads must not offer to one row at a time.
/// </summary>
internal sealed unsafe class NearestRows
{
    private const int Lanes = 16;
    private readonly int _k;
    private readonly int[] _indices;
    private readonly float[] _similarities;
    private readonly float[] _worst;

    /// <param name="rows">Rows that look for neighbours.</param>
    /// <param name="k">Neighbours each of them keeps, at least 1.</param>
    public NearestRows(int rows, int k)
    {
        _k = k;
        _indices = new int[checked(rows * k)];
        _similarities = new float[rows * k];
        _worst = new float[rows + Lanes];
        Array.Fill(_indices, -1);
        Array.Fill(_similarities, float.NegativeInfinity);
        Array.Fill(_worst, float.NegativeInfinity);
        Array.Fill(_worst, float.PositiveInfinity, rows, Lanes);
    }

    /// <summary>Offers one row many candidates in a line, numbered from <paramref name="firstCandidate"/> on; all but <paramref name="self"/>.</summary>
    public void OfferLine(int row, float* scores, int firstCandidate, int count, int self = -1)
    {
        for (var start = 0; start < count; start += Lanes)
        {
            var mask = Vector512.GreaterThanOrEqual(Vector512.Load(scores + start), Vector512.Create(_worst[row])).ExtractMostSignificantBits();
            for (mask &= Present(count - start); mask != 0; mask &= mask - 1)
            {
                var at = start + BitOperations.TrailingZeroCount(mask);
                if (firstCandidate + at != self)
                {
                    Offer(row, firstCandidate + at, scores[at]);
                }
            }
        }
    }

    /// <summary>Offers one candidate to many rows, numbered from <paramref name="firstRow"/> on.</summary>
    public void OfferToAll(int firstRow, float* scores, int candidate, int count)
    {
        fixed (float* worst = &_worst[firstRow])
        {
            for (var start = 0; start < count; start += Lanes)
            {
                var mask = Vector512.GreaterThanOrEqual(Vector512.Load(scores + start), Vector512.Load(worst + start)).ExtractMostSignificantBits();
                for (mask &= Present(count - start); mask != 0; mask &= mask - 1)
                {
                    var at = start + BitOperations.TrailingZeroCount(mask);
                    Offer(firstRow + at, candidate, scores[at]);
                }
            }
        }
    }

    /// <summary>Offers one row one candidate. A candidate that is offered again, with the same similarity, is kept once.</summary>
    public void Offer(int row, int candidate, float similarity)
    {
        var first = row * _k;
        var place = first + _k;
        while (place > first && ComesBefore(similarity, candidate, place - 1))
        {
            place--;
        }

        if (place == first + _k || (place > first && _indices[place - 1] == candidate))
        {
            return;
        }

        var moved = first + _k - 1 - place;
        Array.Copy(_similarities, place, _similarities, place + 1, moved);
        Array.Copy(_indices, place, _indices, place + 1, moved);
        _similarities[place] = similarity;
        _indices[place] = candidate;
        _worst[row] = _similarities[first + _k - 1];
    }

    /// <summary>The similarity below which a row takes no candidate; it only rises.</summary>
    public float WorstOf(int row) => Volatile.Read(ref _worst[row]);

    /// <summary>What was kept; places without a candidate hold index −1 and similarity 0.</summary>
    public NeighborTable ToTable()
    {
        for (var place = 0; place < _indices.Length; place++)
        {
            if (_indices[place] < 0)
            {
                _similarities[place] = 0;
            }
        }

        return new NeighborTable(_k, _indices, _similarities);
    }

    private static ulong Present(int count) => count >= Lanes ? ulong.MaxValue : (1UL << count) - 1;

    private bool ComesBefore(float similarity, int candidate, int place) =>
        similarity > _similarities[place] || (similarity == _similarities[place] && candidate < _indices[place]);
}
