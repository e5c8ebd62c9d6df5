using TextSeg.Engine.Vectors.Qdrant.Wire;

namespace TextSeg.Engine.Vectors.Qdrant;

/// <summary>
/// The nearest vectors. Small or wide searches compare all vectors (exact); narrow ones among very many go through the server's graph on 8-bit copies, with more
/// candidates than wanted, scored again from the full vectors. Hits with equal scores come in any order from the server and are cut anywhere, so a few more are asked for,
/// until the last is clearly beyond the limit.
/// </summary>
internal sealed class QdrantSearch(QdrantConnection connection, QdrantCollection collection)
{
    private const int Spare = 16;

    /// <summary>Above so many hits a walk through the graph costs as much as comparing all.</summary>
    private const int MostByGraph = 1_000;
    private const double Oversampling = 3;

    /// <summary>The server leaves out scores at the threshold itself, and its sums may round another way.</summary>
    private const float ThresholdRoom = 1e-5f;

    private QdrantOptions Options => connection.Options;

    public async Task<IReadOnlyList<VectorHit>> FindAsync(VectorQuery query, CancellationToken cancellationToken)
    {
        (PointFilter? Filter, long Candidates)[] parts = query.Filter is null
            ? [(null, query.Limit > MostByGraph ? 0 : await collection.RoughCountAsync(cancellationToken))]
            : [.. QdrantFilters.Of(query.Filter.Ids, Options.FilterIds).Select(part => ((PointFilter?)part.Filter, (long)part.Ids))];
        var found = await Task.WhenAll(parts.Select(part => FindAsync(query, part.Filter, part.Candidates, cancellationToken)));
        return [.. found.SelectMany(hits => hits).OrderByDescending(hit => hit.Cosine).ThenBy(hit => hit.Id).Take(query.Limit)];
    }

    /// <summary>All hits of one filter that may be among the best, ties at the end included.</summary>
    private async Task<IReadOnlyList<VectorHit>> FindAsync(VectorQuery query, PointFilter? filter, long candidates, CancellationToken cancellationToken)
    {
        var isExact = query.Limit > MostByGraph || candidates <= Options.ExactUpTo;
        for (var wanted = (long)query.Limit + Spare; ;)
        {
            var points = await AskAsync(query, filter, wanted, isExact, cancellationToken);
            var hits = points.Where(point => point.Id is not null && point.Score >= query.MinimumCosine)
                .Select(point => new VectorHit(QdrantPoints.PostOf(point.Id!.Value), point.Score!.Value)).OrderByDescending(hit => hit.Cosine).ToList();
            if (points.Length >= wanted && !EndsBeyond(hits, query.Limit))
            {
                wanted *= 2;
            }
            else if (points.Length < wanted && !isExact)
            {
                // The graph found fewer than were asked for; it may have missed some.
                isExact = true;
            }
            else
            {
                return hits;
            }
        }
    }

    private static bool EndsBeyond(List<VectorHit> hits, int limit) => hits.Count > limit && hits[^1].Cosine < hits[limit - 1].Cosine;

    private async Task<ScoredPoint[]> AskAsync(VectorQuery query, PointFilter? filter, long limit, bool isExact, CancellationToken cancellationToken)
    {
        var parameters = isExact
            ? new SearchParams(Exact: true, HnswEf: null, new QuantizationSearch(Ignore: true, Rescore: true, Oversampling: null))
            : new SearchParams(Exact: false, Options.SearchBeam, new QuantizationSearch(Ignore: false, Rescore: true, Oversampling));
        float? threshold = float.IsFinite(query.MinimumCosine) ? query.MinimumCosine - ThresholdRoom : null;
        var body = new NearestRequest(query.Vector.ToArray(), TextVector.Name, filter, parameters, threshold, limit);
        var request = QdrantRequest.Ask($"{collection.Path}/points/query", body, QdrantJson.Default.NearestRequest, "to search", Options.ReadTimeout);
        return (await collection.RequireAsync(request, QdrantJson.Default.Found, cancellationToken)).Points;
    }
}
