using System.Runtime.CompilerServices;
using TextSeg.Engine.Ingestion;
using TextSeg.Engine.MemberRights;
using TextSeg.Engine.Sources;

namespace TextSeg.Engine.Hosting;

/// <summary>Stores posts that a program sends. The workspace is held for a batch at a time, so a slow sender keeps nobody waiting.</summary>
public sealed class PostIntake(LiveWorkspace live, ErasureReceipts erasures, TimeProvider clock)
{
    private const int BatchPosts = 1_000;
    private const int BatchLetters = 4_000_000;

    /// <summary>Stores the posts; the answers of a batch come when it is stored for good.</summary>
    public async IAsyncEnumerable<IReadOnlyList<RowAnswer>> TakeAsync(string source, IAsyncEnumerable<SourceRow> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isKeptOut = await erasures.KeptOutAsync(live.Name, cancellationToken);
        var let = isKeptOut is null ? rows : rows.Select(row => row.Post is { Member: { } member } post && isKeptOut(post.Source, member) ? KeepOut(post) : row);
        await foreach (var batch in BatchesAsync(let, cancellationToken))
        {
            yield return await live.WriteAsync(workspace => new IngestStage(workspace, new IngestOptions(), clock).StoreAsync(new PostSequence(source, batch), cancellationToken), cancellationToken);
        }
    }

    // So many posts, or so many letters where posts are long: memory must not grow with what is sent.
    private static async IAsyncEnumerable<SourceRow[]> BatchesAsync(IAsyncEnumerable<SourceRow> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (batch, letters) = (new List<SourceRow>(), 0L);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            batch.Add(row);
            letters += row.Post?.Text.Length ?? 0;
            if (batch.Count == BatchPosts || letters >= BatchLetters)
            {
                yield return [.. batch];
                batch.Clear();
                letters = 0;
            }
        }

        if (batch.Count > 0)
        {
            yield return [.. batch];
        }
    }

    private static SourceRow KeepOut(RawPost post) => SourceRow.Reject(post.Source, post.Line, "Its author was erased from this workspace, and their posts are kept out.");
}
