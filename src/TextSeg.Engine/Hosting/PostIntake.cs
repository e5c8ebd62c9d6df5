using System.Runtime.CompilerServices;
using TextSeg.Engine.Ingestion;
using TextSeg.Engine.MemberRights;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Hosting;

/// <summary>Stores posts that a program sends. The workspace is held for a batch at a time, so a slow sender keeps nobody waiting.</summary>
public sealed class PostIntake(LiveWorkspace live, ErasureReceipts erasures, TimeProvider clock)
{
    private const int BatchPosts = 1_000;
    private const int BatchLetters = 4_000_000;

    /// <summary>Whether the posts go on after the last ones of their source, so that rejected records of those stay listed. Default false: those of this sending take their place.</summary>
    public bool GoesOn { get; init; }

    /// <summary>Notes what became of each record within the transaction that stores it.</summary>
    public Action<Workspace, IReadOnlyList<RowAnswer>>? NotedWith { get; init; }

    /// <summary>Stores the posts; the answers of a batch come when it is stored for good.</summary>
    public async IAsyncEnumerable<IReadOnlyList<RowAnswer>> TakeAsync(string source, IAsyncEnumerable<SourceRow> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var goesOn = GoesOn;
        await foreach (var batch in BatchesAsync(rows, cancellationToken))
        {
            var isFollowing = goesOn;
            yield return await live.WriteAsync(workspace => StoreAsync(workspace, source, batch, isFollowing, cancellationToken), cancellationToken);
            goesOn = true;
        }
    }

    // Who is kept out is asked under the right to write: an erasure of that moment is either done already or not begun.
    private async Task<IReadOnlyList<RowAnswer>> StoreAsync(Workspace workspace, string source, SourceRow[] batch, bool goesOn, CancellationToken cancellationToken)
    {
        var isKeptOut = await erasures.KeptOutAsync(live.Name, cancellationToken);
        var stage = new IngestStage(workspace, new IngestOptions(), clock) { GoesOn = goesOn, NotedWith = NotedWith is null ? null : answers => NotedWith(workspace, answers) };
        return await stage.StoreAsync(new PostSequence(source, PostIntakeRows.KeepOut(batch, isKeptOut)), cancellationToken);
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
}
