using System.Runtime.CompilerServices;
using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Sources;

namespace TextSeg.Engine.Hosting;

/// <summary>Stores posts that a program sends. The workspace is held for a batch at a time, so a slow sender keeps nobody waiting.</summary>
public sealed class PostIntake(LiveWorkspace live, TimeProvider clock)
{
    private const int BatchPosts = 1_000;

    /// <summary>Stores the posts; the answers of a batch come when it is stored for good.</summary>
    public async IAsyncEnumerable<IReadOnlyList<RowAnswer>> TakeAsync(string source, IAsyncEnumerable<SourceRow> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var batch in rows.Chunk(BatchPosts).WithCancellation(cancellationToken))
        {
            yield return await live.WriteAsync(workspace => new IngestStage(workspace, new IngestOptions(), clock).StoreAsync(new PostSequence(source, batch), cancellationToken), cancellationToken);
        }
    }
}
