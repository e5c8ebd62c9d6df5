using TextSeg.Mining.Clustering;

namespace TextSeg.Mining.Topics.Layout;

/// <summary>
/// A place in the plane for each post, near posts like it: a picture only, topics are never found on it. Points start on the principal axes, smoothed along the graph;
/// then edges pull and random pairs push, with the forces of UMAP (McInnes, Healy and Melville 2018, section 3.2, with a = b = 1).
/// All points move at once in each round, so the map is the same at any number of threads.
/// </summary>
public sealed class PostMap
{
    private const int SmoothingRounds = 10;
    private const float StartWidth = 10;
    private const float PushWeight = 5;
    private const float LongestStep = 4;
    private const int BlockNodes = 1024;

    private readonly MapOptions options;

    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public PostMap(MapOptions options)
    {
        options.Validate();
        this.options = options;
    }

    /// <summary>Places the rows of a topic graph.</summary>
    /// <returns>Two numbers a row, x and y, between −1 and 1; rows with the same text share a place.</returns>
    public float[] Place(TopicGraph graph, CancellationToken cancellation = default)
    {
        var places = PrincipalAxes.Project(graph.Vectors, graph.Keys, options.Seed);
        for (var round = 0; round < SmoothingRounds; round++)
        {
            places = Smooth(graph.Edges, places);
        }

        Rescale(places, StartWidth);
        var pulls = Pulls(graph.Edges);
        for (var round = 0; round < options.Rounds; round++)
        {
            places = Move(graph, pulls, places, round, cancellation);
        }

        Rescale(places, 1);
        var ofRows = new float[2 * graph.NodeOf.Length];
        for (var row = 0; row < graph.NodeOf.Length; row++)
        {
            ofRows[2 * row] = places[2 * graph.NodeOf[row]];
            ofRows[(2 * row) + 1] = places[(2 * graph.NodeOf[row]) + 1];
        }

        return ofRows;
    }

    // How much each edge pulls its first end; the pulls on a node sum to 1.
    private static float[] Pulls(WeightedGraph graph)
    {
        var pulls = new float[graph.Weights.Length];
        for (var node = 0; node < graph.Count; node++)
        {
            for (var e = graph.Offsets[node]; e < graph.Offsets[node + 1]; e++)
            {
                pulls[e] = (float)(graph.Weights[e] / graph.Strengths[node]);
            }
        }

        return pulls;
    }

    private float[] Move(TopicGraph graph, float[] pulls, float[] places, int round, CancellationToken cancellation)
    {
        var next = new float[places.Length];
        var step = 1.5f * (1 - ((float)round / options.Rounds));
        var draw = StableRandom.Derive(options.Seed, round);
        Parallel.For(0, (graph.Edges.Count + BlockNodes - 1) / BlockNodes, Threads.Limit(options.Threads, cancellation), block =>
        {
            for (var node = block * BlockNodes; node < Math.Min(graph.Edges.Count, (block + 1) * BlockNodes); node++)
            {
                var (x, y) = (places[2 * node], places[(2 * node) + 1]);
                if (graph.Edges.Offsets[node + 1] > graph.Edges.Offsets[node])
                {
                    var (pullX, pullY) = Pull(graph.Edges, pulls, places, node);
                    var (pushX, pushY) = Push(places, node, StableRandom.Bits(draw, graph.Keys[node]));
                    x += step * Math.Clamp(pullX + pushX, -LongestStep, LongestStep);
                    y += step * Math.Clamp(pullY + pushY, -LongestStep, LongestStep);
                }

                next[2 * node] = x;
                next[(2 * node) + 1] = y;
            }
        });
        return next;
    }

    private static (float X, float Y) Pull(WeightedGraph graph, float[] pulls, float[] places, int node)
    {
        float sumX = 0, sumY = 0;
        for (var e = graph.Offsets[node]; e < graph.Offsets[node + 1]; e++)
        {
            var other = 2 * graph.Targets[e];
            var (dx, dy) = (places[other] - places[2 * node], places[other + 1] - places[(2 * node) + 1]);
            var force = 2 * pulls[e] / (1 + (dx * dx) + (dy * dy));
            sumX += force * dx;
            sumY += force * dy;
        }

        return (sumX, sumY);
    }

    private (float X, float Y) Push(float[] places, int node, ulong draw)
    {
        const float nearest = 0.001f;
        var count = (ulong)(places.Length / 2);
        float sumX = 0, sumY = 0;
        for (var i = 0; i < options.PushingPoints; i++)
        {
            draw = (draw * 6364136223846793005) + 1442695040888963407;
            var other = 2 * (int)(((draw >> 32) * count) >> 32);
            var (dx, dy) = (places[2 * node] - places[other], places[(2 * node) + 1] - places[other + 1]);
            var squared = (dx * dx) + (dy * dy);
            var force = 2 / ((nearest + squared) * (1 + squared));
            sumX += Math.Clamp(force * dx, -LongestStep, LongestStep);
            sumY += Math.Clamp(force * dy, -LongestStep, LongestStep);
        }

        return (PushWeight * sumX / options.PushingPoints, PushWeight * sumY / options.PushingPoints);
    }

    private static float[] Smooth(WeightedGraph graph, float[] places)
    {
        var next = new float[places.Length];
        for (var node = 0; node < graph.Count; node++)
        {
            double x = 0, y = 0;
            for (var e = graph.Offsets[node]; e < graph.Offsets[node + 1]; e++)
            {
                x += graph.Weights[e] * places[2 * graph.Targets[e]];
                y += graph.Weights[e] * places[(2 * graph.Targets[e]) + 1];
            }

            var strength = graph.Strengths[node];
            next[2 * node] = strength > 0 ? (float)((places[2 * node] + (x / strength)) / 2) : places[2 * node];
            next[(2 * node) + 1] = strength > 0 ? (float)((places[(2 * node) + 1] + (y / strength)) / 2) : places[(2 * node) + 1];
        }

        return next;
    }

    // Centres each axis and scales both alike so that the farthest point lies at the width.
    private static void Rescale(float[] places, float width)
    {
        double meanX = 0, meanY = 0;
        for (var i = 0; i < places.Length; i += 2)
        {
            meanX += 2.0 * places[i] / places.Length;
            meanY += 2.0 * places[i + 1] / places.Length;
        }

        var farthest = 0f;
        for (var i = 0; i < places.Length; i += 2)
        {
            places[i] -= (float)meanX;
            places[i + 1] -= (float)meanY;
            farthest = Math.Max(farthest, Math.Max(Math.Abs(places[i]), Math.Abs(places[i + 1])));
        }

        for (var i = 0; i < places.Length && farthest > 0; i++)
        {
            places[i] *= width / farthest;
        }
    }
}
