using TextSeg.Mining;
using TextSeg.Mining.Neighbors;

namespace TextSeg.Engine.Vectors;

/// <summary>A batch made ready for a segment: ids rising, each once, every row looked at.</summary>
internal sealed class BatchRows
{
    private const double LengthTolerance = 1e-3;
    private readonly VectorTable _rows;
    private readonly int[] _rowOf;

    private BatchRows(VectorTable rows, long[] ids, int[] rowOf)
    {
        _rows = rows;
        Ids = ids;
        _rowOf = rowOf;
    }

    public long[] Ids { get; }

    public ReadOnlySpan<float> this[int place] => _rows[_rowOf[place]];

    /// <exception cref="ArgumentException">Ids and rows differ in number, or a row is not of length 1 or 0.</exception>
    public static BatchRows From(VectorBatch batch)
    {
        if (batch.Ids.Count != batch.Rows.Count)
        {
            throw new ArgumentException($"A batch of {batch.Rows.Count} vectors came with {batch.Ids.Count} ids.", nameof(batch));
        }

        var last = new Dictionary<long, int>(batch.Ids.Count);
        for (var row = 0; row < batch.Ids.Count; row++)
        {
            last[batch.Ids[row]] = row;
            var length = Math.Sqrt(SpanDot.Dot(batch.Rows[row], batch.Rows[row]));
            if (length != 0 && !(Math.Abs(length - 1) < LengthTolerance))
            {
                throw new ArgumentException($"The vector of id {batch.Ids[row]} has length {length:0.###}; vectors must have length 1 or be zero.", nameof(batch));
            }
        }

        var ids = last.Keys.Order().ToArray();
        return new BatchRows(batch.Rows, ids, [.. ids.Select(id => last[id])]);
    }

    /// <summary>Only the rows that are not stored already, number for number.</summary>
    public BatchRows Changed(IReadOnlyList<(SegmentEntry Entry, Segment Segment)> segments)
    {
        var places = Enumerable.Range(0, Ids.Length).Where(place =>
            RowPlaces.Find(segments, Ids[place]) is not ({ } segment, var row) || !segment.VectorOf(row).SequenceEqual(this[place])).ToArray();
        return new BatchRows(_rows, [.. places.Select(place => Ids[place])], [.. places.Select(place => _rowOf[place])]);
    }
}
