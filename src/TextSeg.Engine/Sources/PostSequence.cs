using System.Runtime.CompilerServices;

namespace TextSeg.Engine.Sources;

/// <summary>
/// Posts that do not come from a file: sent by a program, read from a queue, pulled from a server. Nothing is looked up or
/// guessed; <see cref="Tables.PostReader"/> makes rows of JSON objects.
/// </summary>
/// <param name="name">Name of the source, part of every post's key.</param>
/// <param name="rows">The posts and the records that could not be read, in order; enumerated once for each reading.</param>
public sealed class PostSequence(string name, IAsyncEnumerable<SourceRow> rows) : ISource
{
    public PostSequence(string name, IEnumerable<SourceRow> rows) : this(name, rows.ToAsyncEnumerable())
    {
    }

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public SourceReport Report { get; private set; } = new() { Path = name, Format = "posts one by one" };

    /// <inheritdoc/>
    public async IAsyncEnumerable<SourceRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Report = new SourceReport { Path = name, Format = "posts one by one" };
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            _ = row.Post is null ? Report.Rejected++ : Report.Taken++;
            yield return row;
        }
    }
}
