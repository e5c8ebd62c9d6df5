using System.Net;

namespace TextSeg.Engine.Sources.Pulling.Fetching;

/// <summary>One page to ask for.</summary>
/// <param name="Address">Where it is.</param>
internal sealed record PageRequest(Uri Address)
{
    /// <summary>Headers for this server only; a redirect to another one goes without them.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Whether the answer "not changed" is expected.</summary>
    public bool IsConditional { get; init; }
}

/// <summary>A whole answer.</summary>
/// <param name="Status">200 to 299, or 304 for a conditional request.</param>
/// <param name="Body">Unpacked.</param>
/// <param name="Tag">The ETag header, as given.</param>
/// <param name="Modified">The Last-Modified header, as given.</param>
internal sealed record FetchedPage(HttpStatusCode Status, byte[] Body, string? Tag, string? Modified);
