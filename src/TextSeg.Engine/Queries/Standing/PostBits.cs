namespace TextSeg.Engine.Queries.Standing;

/// <summary>A set of posts, a bit for each number between the lowest and the highest.</summary>
internal sealed class PostBits
{
    private readonly long _first;
    private readonly ulong[] _words;

    /// <param name="risingIds">The posts, rising.</param>
    public PostBits(ReadOnlySpan<long> risingIds)
    {
        _first = risingIds.Length == 0 ? 0 : risingIds[0];
        _words = risingIds.Length == 0 ? [] : new ulong[((risingIds[^1] - _first) / 64) + 1];
        foreach (var id in risingIds)
        {
            _words[(id - _first) / 64] |= 1UL << (int)((id - _first) % 64);
        }
    }

    /// <summary>Whether a post is in it.</summary>
    public bool Contains(long id) => id >= _first && (id - _first) / 64 < _words.Length && (_words[(id - _first) / 64] & (1UL << (int)((id - _first) % 64))) != 0;
}
