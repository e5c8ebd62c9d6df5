using System.Net;
using TextSeg.Engine.Sources.Pulling.Fetching;
using TextSeg.Engine.Sources.Times;

namespace TextSeg.Engine.Sources.Pulling.Feeds;

/// <summary>Entries of an RSS or Atom feed. A feed is one page; the server is asked to send it only when it changed. Entries that left the feed between two pulls are missed.</summary>
public sealed class FeedSource : IPulledSource, IDisposable
{
    private readonly FeedOptions _options;
    private readonly FeedReader _reader;
    private readonly PageFetcher _fetcher;

    /// <exception cref="JobException">The options have faults; all are named.</exception>
    public FeedSource(FeedOptions options, TimeProvider clock)
    {
        PullFaults.Require(options.Faults());
        var address = new Uri(options.Address);
        Name = options.Name ?? (address.Host + address.AbsolutePath).TrimEnd('/');
        (_options, _reader, _fetcher) = (options, new FeedReader(Name, options.Kind, new TimeWindow(clock)), new PageFetcher(options.Fetch, clock));
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public async Task<PulledPage> PullAsync(string? cursor, CancellationToken cancellationToken)
    {
        var known = FeedCursor.Read(cursor);
        var request = new PageRequest(new Uri(_options.Address)) { Headers = [.. known?.Headers() ?? []], IsConditional = known is not null };
        try
        {
            return await _fetcher.GetAsync(request, page => Read(page, cursor), cancellationToken);
        }
        catch (FetchException fault)
        {
            throw fault.ToJobException();
        }
    }

    public void Dispose() => _fetcher.Dispose();

    private PulledPage Read(FetchedPage page, string? cursor) => page.Status == HttpStatusCode.NotModified
        ? new PulledPage([], cursor, false)
        : new PulledPage(_reader.Read(page.Body), page.Tag is null && page.Modified is null ? null : new FeedCursor(page.Tag, page.Modified).ToString(), false);
}
