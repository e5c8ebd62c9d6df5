using TextSeg.Mining.Neighbors;

namespace TextSeg.Engine.Vectors;

/// <summary>
/// One query over the segments of a store. All codes are read; by the Cauchy-Schwarz inequality the true cosine lies within
/// |q − q̂|·|r| + |q̂|·|r − r̂| of the one from codes (hats: the shortened vectors), so rows whose bound stays below the best lower bounds cannot be hits.
/// The few others are computed again from the full vectors: the answer is that of full vectors throughout.
/// </summary>
internal sealed class VectorScan
{
    /// <summary>Room for the rounding of sums of float products, and for rows a little longer than 1.</summary>
    private const double Rounding = 1e-5;

    private readonly VectorQuery _query;
    private readonly short[] _codes;
    private readonly float _scale;
    private readonly double _queryError;
    private readonly double _queryLength;
    private readonly PriorityQueue<int, double> _lowerBounds = new();
    private readonly List<Candidate> _candidates = [];
    private readonly bool _isLimited;
    private double _floor;

    /// <param name="query">The query.</param>
    /// <param name="isLimited">Whether there may be more rows than hits wanted.</param>
    public VectorScan(VectorQuery query, bool isLimited)
    {
        (_query, _isLimited) = (query, isLimited);
        _floor = query.MinimumCosine;
        _codes = new short[query.Vector.Length];
        (_scale, var error) = VectorCode.Shorten(query.Vector.Span, _codes);
        _queryError = error + Rounding;
        _queryLength = Math.Sqrt(SpanDot.Dot(query.Vector.Span, query.Vector.Span)) + error;
    }

    /// <summary>Looks at all rows of a segment that are neither deleted nor filtered out.</summary>
    public void Read(Segment segment, RowBitmap deleted)
    {
        if (_query.Filter is { } filter)
        {
            foreach (var row in filter.PlacesIn(segment.Ids))
            {
                ReadRow(segment, deleted, row);
            }

            return;
        }

        for (var row = 0; row < segment.Count; row++)
        {
            ReadRow(segment, deleted, row);
        }
    }

    /// <summary>The hits among all rows read, best first.</summary>
    public IReadOnlyList<VectorHit> Hits()
    {
        var (vector, hits) = (new float[_query.Vector.Length], new List<VectorHit>());
        foreach (var candidate in _candidates.Where(candidate => candidate.UpperBound >= _floor))
        {
            candidate.Segment.ReadVector(candidate.Row, vector);
            var cosine = SpanDot.Dot(_query.Vector.Span, vector);
            if (cosine >= _query.MinimumCosine)
            {
                hits.Add(new VectorHit(candidate.Segment.Ids[candidate.Row], cosine));
            }
        }

        return [.. hits.OrderByDescending(hit => hit.Cosine).ThenBy(hit => hit.Id).Take(_query.Limit)];
    }

    private void ReadRow(Segment segment, RowBitmap deleted, int row)
    {
        var cosine = (double)_scale * segment.Scales[row] * SpanDot.Dot(_codes, segment.CodesOf(row));
        var error = (_queryLength * segment.Errors[row]) + _queryError;
        if (cosine + error < _floor || deleted[row])
        {
            return;
        }

        _candidates.Add(new Candidate(segment, row, cosine + error));
        if (!_isLimited)
        {
            return;
        }

        if (_lowerBounds.Count < _query.Limit)
        {
            _lowerBounds.Enqueue(0, cosine - error);
        }
        else
        {
            _lowerBounds.EnqueueDequeue(0, cosine - error);
        }

        if (_lowerBounds.Count == _query.Limit && _lowerBounds.TryPeek(out _, out var least))
        {
            _floor = Math.Max(_query.MinimumCosine, least);
        }
    }

    private readonly record struct Candidate(Segment Segment, int Row, double UpperBound);
}
