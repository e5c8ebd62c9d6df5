using System.Text.Json;

namespace TextSeg.Engine.Sources.Pulling.Feeds;

/// <summary>What the server said of the state of its feed, so that an unchanged one is not sent again (RFC 9110, section 13.1).</summary>
/// <param name="Tag">The ETag header; null when there was none.</param>
/// <param name="Modified">The Last-Modified header; null when there was none.</param>
internal sealed record FeedCursor(string? Tag, string? Modified)
{
    public static FeedCursor? Read(string? cursor)
    {
        try
        {
            return cursor is null ? null : JsonSerializer.Deserialize<FeedCursor>(cursor);
        }
        catch (JsonException)
        {
            throw new JobException("The cursor is none of a feed: give this source another name.");
        }
    }

    public override string ToString() => JsonSerializer.Serialize(this);

    public IEnumerable<KeyValuePair<string, string>> Headers()
    {
        if (Tag is not null)
        {
            yield return new("If-None-Match", Tag);
        }

        if (Modified is not null)
        {
            yield return new("If-Modified-Since", Modified);
        }
    }
}
