using System.Globalization;
using System.Text.Json;
using TextSeg.Engine.Sources.Pulling.Fetching;
using TextSeg.Engine.Sources.Times;

namespace TextSeg.Engine.Sources.Pulling.Discourse;

/// <summary>
/// Posts of a Discourse forum by its public API: <c>posts.json?before=ID</c> gives the latest posts up to an id, and pages go back from the newest
/// to what is known. Posts edited later are not seen again. A page that fails is stepped over only when the one behind it is good: then
/// the server works and the page is broken; its ids become a rejected row.
/// </summary>
public sealed class DiscourseSource : IPulledSource, IDisposable
{
    /// <summary>Ids that one page covers at most: the size of the server's page.</summary>
    private const long PageIds = 50;

    private const int MostBrokenPages = 2;
    private const int MostEmptyPages = 200;
    private readonly DiscourseOptions _options;
    private readonly TimeWindow _window;
    private readonly PageFetcher _fetcher;

    /// <exception cref="JobException">The options have faults; all are named.</exception>
    public DiscourseSource(DiscourseOptions options, TimeProvider clock)
    {
        PullFaults.Require(options.Faults());
        (_options, _window, _fetcher) = (options, new TimeWindow(clock), new PageFetcher(options.Fetch, clock));
        Name = options.Name ?? new Uri(options.Address).Host;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public async Task<PulledPage> PullAsync(string? cursor, CancellationToken cancellationToken)
    {
        var at = DiscourseCursor.Read(cursor);
        List<SourceRow> rows = [];
        for (var broken = 0; ; broken++)
        {
            try
            {
                var before = at.Before;
                return Page(at, rows, await _fetcher.GetAsync(Request(before), page => Posts(page, before), cancellationToken));
            }
            catch (FetchException fault) when (fault.Fault == FetchFault.Broken && at.Before is { } before && broken < MostBrokenPages && before - PageIds > at.Known)
            {
                var reason = string.Create(CultureInfo.InvariantCulture, $"Posts {before - PageIds + 1} to {before} could not be read: {fault.Message}");
                rows.Add(SourceRow.Reject(Name, before, reason));
                at = at with { Before = before - PageIds };
            }
            catch (FetchException fault)
            {
                throw fault.ToJobException();
            }
        }
    }

    public void Dispose() => _fetcher.Dispose();

    private PageRequest Request(long? before) =>
        new(ServerAddress.Below(_options.Address, before is { } id ? string.Create(CultureInfo.InvariantCulture, $"posts.json?before={id}") : "posts.json"))
        {
            Headers = string.IsNullOrEmpty(_options.Key) ? [] : [new("Api-Key", _options.Key), new("Api-Username", _options.User!)],
        };

    private List<(long Id, SourceRow? Row)> Posts(FetchedPage page, long? before)
    {
        using var json = JsonDocument.Parse(page.Body);
        var posts = json.RootElement.List("latest_posts").EnumerateArray().Select(post => (Id: post.Number("id") ?? 0, Row: Read(post))).OrderBy(post => post.Id).ToList();
        return before is null || posts.All(post => post.Id <= before) ? posts : throw new JsonException("The page is not the one asked for.");
    }

    private SourceRow? Read(JsonElement post)
    {
        try
        {
            return DiscoursePosts.Read(Name, post, _window);
        }
        catch (JsonException fault)
        {
            return SourceRow.Reject(Name, 0, fault.Message);
        }
    }

    private static PulledPage Page(DiscourseCursor at, List<SourceRow> rows, List<(long Id, SourceRow? Row)> posts)
    {
        rows.AddRange(posts.Where(post => post.Id == 0 || post.Id > at.Known).Select(post => post.Row).OfType<SourceRow>());
        var ids = posts.Select(post => post.Id).Where(id => id > 0).ToArray();
        if (ids.Length == 0 && at.Before is null)
        {
            return new PulledPage(rows, at.Done().ToString(), false);
        }

        var next = ids.Length > 0 ? ids[0] - 1 : at.Before!.Value - PageIds;
        var empty = ids.Length > 0 ? 0 : at.Empty + 1;
        var newest = ids.Length > 0 ? Math.Max(at.Newest, ids[^1]) : at.Newest;
        at = at with { Newest = newest, Before = next, Empty = empty };
        var isDone = next <= at.Known || empty >= MostEmptyPages;
        return new PulledPage(rows, (isDone ? at.Done() : at).ToString(), !isDone);
    }
}
