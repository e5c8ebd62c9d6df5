namespace TextSeg.Mining.Relevance;

/// <summary>
/// The relevance of the hits of one query: the estimated probability that a hit is no background.
/// With N hits at a cosine or above, and E expected there of the background alone, the number R of relevant ones among them has the
/// posterior mean under N = R + Poisson(E) (<see cref="RelevantCount"/>; the two-groups model of Efron 2010, "Large-Scale Inference", chapter 2).
/// A hit's own relevance is how much that mean grows with it: the slope of the least concave majorant of R over the rank, which never rises
/// (Grenander 1956; used for local false discovery rates by Strimmer 2008, "A unified approach to false discovery rate estimation", section 2).
/// So all relevances together sum to the estimated number of relevant posts.
/// </summary>
public sealed class RelevanceScale
{
    private readonly Background _background;
    private readonly long _posts;

    internal RelevanceScale(Background background, long posts)
    {
        _background = background;
        _posts = posts;
    }

    /// <summary>Hits below this cosine have relevance 0: there the background begins in earnest (three in a hundred unrelated posts lie above).</summary>
    public float LowestCosine => (float)_background.TailCosine;

    /// <summary>How many unrelated posts are expected at a cosine or above.</summary>
    public double ExpectedAbove(double cosine) => _posts * _background.ShareAbove(cosine);

    /// <summary>The relevance of each hit, 0 to 1, falling; equal cosines get equal relevance.</summary>
    /// <param name="fallingCosines">The cosines of the best hits, best first, with none left out between them.</param>
    public double[] Of(ReadOnlySpan<float> fallingCosines)
    {
        var count = new RelevantCount(_posts, fallingCosines.Length);
        var blocks = new List<Block>();
        var before = 0.0;
        for (int start = 0, end; start < fallingCosines.Length && fallingCosines[start] >= LowestCosine; start = end)
        {
            end = start + 1;
            while (end < fallingCosines.Length && fallingCosines[end] == fallingCosines[start])
            {
                end++;
            }

            var relevant = count.Mean(end, ExpectedAbove(fallingCosines[start]));
            blocks.Add(new Block(relevant - before, end - start));
            before = relevant;
            MergeRising(blocks);
        }

        var relevances = new double[fallingCosines.Length];
        var place = 0;
        foreach (var block in blocks)
        {
            relevances.AsSpan(place, block.Hits).Fill(Math.Clamp(block.Slope, 0, 1));
            place += block.Hits;
        }

        return relevances;
    }

    /// <summary>Pools neighbouring blocks until slopes fall (pool adjacent violators), which leaves the majorant's segments.</summary>
    private static void MergeRising(List<Block> blocks)
    {
        while (blocks.Count > 1 && blocks[^1].Slope >= blocks[^2].Slope)
        {
            blocks[^2] = new Block(blocks[^2].Gain + blocks[^1].Gain, blocks[^2].Hits + blocks[^1].Hits);
            blocks.RemoveAt(blocks.Count - 1);
        }
    }

    private readonly record struct Block(double Gain, int Hits)
    {
        public double Slope => Gain / Hits;
    }
}
