using TextSeg.Mining.Neighbors;

namespace TextSeg.Mining.Clustering;

/// <summary>What an <see cref="IClusterer"/> is given: nodes, which are different texts or members, each with its vector and what is near it.</summary>
/// <param name="UnitRows">The unit vector of each node.</param>
/// <param name="Keys">What tells the nodes apart, wherever they stand; random draws hang on it.</param>
/// <param name="Neighbors">
/// The nearest nodes of each node by cosine. A list may end early with −1: in a small input, and in a sample, where only neighbours inside the sample are left.
/// </param>
/// <param name="Graph">The same neighbours as an undirected graph, see <see cref="NeighborGraph"/>.</param>
public sealed record ClusteringInput(VectorTable UnitRows, ulong[] Keys, NeighborTable Neighbors, WeightedGraph Graph)
{
    /// <summary>Posts in each node; one each where nothing else is said.</summary>
    public int[] NodeSizes { get; init; } = [.. Enumerable.Repeat(1, Keys.Length)];

    /// <summary>Where the finished steps of a long run are kept; nowhere by default.</summary>
    public StageResults Results { get; init; } = StageResults.None;

    /// <summary>Number of nodes.</summary>
    public int Count => Keys.Length;

    /// <summary>Some of the nodes, with the neighbours and edges between them.</summary>
    /// <param name="nodes">The nodes that stay, rising; node i of the result is <paramref name="nodes"/>[i].</param>
    internal ClusteringInput Take(int[] nodes) => new(
        GroupMeans.Gather(UnitRows, nodes),
        Array.ConvertAll(nodes, node => Keys[node]),
        Shorten(nodes),
        GraphAggregation.Induce(Graph, nodes))
    {
        NodeSizes = Array.ConvertAll(nodes, node => NodeSizes[node]),
    };

    private NeighborTable Shorten(int[] nodes)
    {
        var renamed = new int[Count];
        Array.Fill(renamed, -1);
        for (var place = 0; place < nodes.Length; place++)
        {
            renamed[nodes[place]] = place;
        }

        var k = Neighbors.K;
        var (indices, similarities) = (new int[nodes.Length * k], new float[nodes.Length * k]);
        Array.Fill(indices, -1);
        for (var place = 0; place < nodes.Length; place++)
        {
            var others = Neighbors.IndicesOf(nodes[place]);
            var cosines = Neighbors.SimilaritiesOf(nodes[place]);
            var end = place * k;
            for (var rank = 0; rank < k; rank++)
            {
                if (others[rank] >= 0 && renamed[others[rank]] is var other and >= 0)
                {
                    indices[end] = other;
                    similarities[end++] = cosines[rank];
                }
            }
        }

        return new NeighborTable(k, indices, similarities);
    }
}
