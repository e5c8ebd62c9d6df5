namespace TextSeg.Engine.Standalone;

/// <summary>A sample of texts by their content: those with the lowest hashes, whatever the order in which they come.</summary>
/// <param name="wanted">How many.</param>
internal sealed class ContentSample(int wanted)
{
    private readonly PriorityQueue<string, long> _lowest = new(Comparer<long>.Create((a, b) => b.CompareTo(a)));

    public void Add(string text)
    {
        var hash = ContentHash.Of(text);
        if (_lowest.Count < wanted)
        {
            _lowest.Enqueue(text, hash);
        }
        else
        {
            _lowest.EnqueueDequeue(text, hash);
        }
    }

    /// <summary>The texts, in no order.</summary>
    public IEnumerable<string> Texts() => _lowest.UnorderedItems.Select(item => item.Element);
}
