namespace TextSeg.Engine.Sources.Pulling;

/// <summary>
/// A server that is asked for posts, a page at a time. What was taken is remembered by a cursor, kept by the caller once the page is stored:
/// killed in between, the same page comes again, and the same posts twice change nothing.
/// </summary>
public interface IPulledSource
{
    /// <summary>Name of the source: part of every post's key, so it must be the same at the next pull.</summary>
    string Name { get; }

    /// <summary>Asks for one page.</summary>
    /// <param name="cursor">What the last page gave; null at the very first pull.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="JobException">The server cannot be reached, refuses, or answers what cannot be read and cannot be stepped over. The cursor stays good.</exception>
    Task<PulledPage> PullAsync(string? cursor, CancellationToken cancellationToken);
}

/// <summary>One page of posts.</summary>
/// <param name="Rows">Posts, and records that could not be taken; a line is the number that the server gives the record.</param>
/// <param name="Cursor">Where to go on, now or at the next pull; opaque, at most a few hundred characters; null while there is nothing to remember.</param>
/// <param name="HasMore">Whether more is there now.</param>
public sealed record PulledPage(IReadOnlyList<SourceRow> Rows, string? Cursor, bool HasMore);
