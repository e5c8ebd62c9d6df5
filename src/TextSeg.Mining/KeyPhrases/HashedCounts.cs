using TextSeg.Mining.Clustering;

namespace TextSeg.Mining.KeyPhrases;

/// <summary>
/// Counts of very many different things in a fixed memory: each is counted in the bucket of its hash, so a count may be too high and is never too low. What cannot reach a
/// minimum is known after one pass, and the next pass counts the rest exactly (Park, Chen and Yu 1995, "An effective hash-based algorithm for mining association rules", section 3.1).
/// </summary>
/// <param name="seed">Things of different kinds are counted with different seeds.</param>
internal sealed class HashedCounts(ulong seed)
{
    /// <summary>32 MB: with 20 million different phrases, one in 40,000 of those that stand in one post takes the way of those of five posts.</summary>
    private const int Buckets = 1 << 25;

    /// <summary>The highest minimum that can be asked for.</summary>
    public const int Highest = byte.MaxValue;

    private readonly byte[] _counts = new byte[Buckets];

    /// <summary>Counts one.</summary>
    public void Add(ulong key)
    {
        ref var count = ref _counts[BucketOf(key)];
        count += (byte)(count < Highest ? 1 : 0);
    }

    /// <summary>Whether so many may have been counted; where not, there were fewer for certain.</summary>
    public bool MayReach(ulong key, int minimum) => _counts[BucketOf(key)] >= Math.Min(minimum, Highest);

    private int BucketOf(ulong key) => (int)(StableRandom.Bits(seed, key) & (Buckets - 1));
}
