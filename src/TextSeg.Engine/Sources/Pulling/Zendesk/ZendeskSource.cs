using System.Globalization;
using System.Text;
using System.Text.Json;
using TextSeg.Engine.Sources.Pulling.Fetching;
using TextSeg.Engine.Sources.Times;

namespace TextSeg.Engine.Sources.Pulling.Zendesk;

/// <summary>
/// Tickets by the incremental export with cursors (Zendesk API reference, "Incremental Exports", cursor-based): each page names the cursor of the next,
/// and changed tickets come again. A page that fails cannot be stepped over, for only it knows the next; the pull stops there.
/// Answers and comments within a ticket are not read.
/// </summary>
public sealed class ZendeskSource : IPulledSource, IDisposable
{
    private const int MostCursorCharacters = 1_000;
    private readonly ZendeskOptions _options;
    private readonly TimeWindow _window;
    private readonly PageFetcher _fetcher;
    private readonly string _authorization;

    /// <exception cref="JobException">The options have faults; all are named.</exception>
    public ZendeskSource(ZendeskOptions options, TimeProvider clock)
    {
        PullFaults.Require(options.Faults());
        (_options, _window, _fetcher) = (options, new TimeWindow(clock), new PageFetcher(options.Fetch, clock));
        _authorization = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.User}/token:{options.Token}"));
        Name = options.Name ?? new Uri(options.Address).Host;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public async Task<PulledPage> PullAsync(string? cursor, CancellationToken cancellationToken)
    {
        try
        {
            return await _fetcher.GetAsync(Request(cursor), page => Read(page, cursor), cancellationToken);
        }
        catch (FetchException fault)
        {
            throw fault.ToJobException();
        }
    }

    public void Dispose() => _fetcher.Dispose();

    private PageRequest Request(string? cursor)
    {
        var from = cursor is not null
            ? "cursor=" + Uri.EscapeDataString(cursor)
            : string.Create(CultureInfo.InvariantCulture, $"start_time={(_options.Since ?? DateTimeOffset.UnixEpoch).ToUnixTimeSeconds()}");
        return new PageRequest(ServerAddress.Below(_options.Address, "api/v2/incremental/tickets/cursor.json?" + from)) { Headers = [new("Authorization", _authorization)] };
    }

    private PulledPage Read(FetchedPage page, string? cursor)
    {
        using var json = JsonDocument.Parse(page.Body);
        var root = json.RootElement;
        SourceRow[] rows = [.. root.List("tickets").EnumerateArray().Where(ticket => ticket.Text("status") != "deleted").Select(Read)];
        var next = root.Text("after_cursor") ?? cursor;
        if (next?.Length > MostCursorCharacters)
        {
            throw new JsonException("The cursor is too long.");
        }

        var isLast = root.IsTrue("end_of_stream") || next is null;
        return isLast || next != cursor ? new PulledPage(rows, next, !isLast) : throw new JsonException("The cursor does not move.");
    }

    private SourceRow Read(JsonElement ticket)
    {
        try
        {
            return ZendeskTickets.Read(Name, ticket, _window);
        }
        catch (JsonException fault)
        {
            return SourceRow.Reject(Name, 0, fault.Message);
        }
    }
}
