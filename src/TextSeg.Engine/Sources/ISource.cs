namespace TextSeg.Engine.Sources;

/// <summary>
/// Something posts come from. Reading streams: memory does not grow with the source. A bad record becomes a
/// rejected row and reading goes on; only a source that cannot be read at all throws <see cref="JobException"/>.
/// </summary>
public interface ISource
{
    /// <summary>Name of the source: part of every post's key, so it must be the same at the next reading.</summary>
    string Name { get; }

    /// <summary>What is known of the source; complete when reading has ended. The column mapping is there before the first row.</summary>
    SourceReport Report { get; }

    /// <summary>Reads all records in order.</summary>
    IAsyncEnumerable<SourceRow> ReadAsync(CancellationToken cancellationToken);
}
