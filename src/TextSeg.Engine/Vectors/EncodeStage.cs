using Microsoft.Extensions.AI;
using TextSeg.Engine.Storage;
using TextSeg.Mining;

namespace TextSeg.Engine.Vectors;

/// <summary>
/// The batch stage that makes the vectors. Work is a post without its vector, or one whose words changed; a batch is whole in the
/// store before it is marked done, so a kill repeats at most one batch, with the same outcome.
/// </summary>
public sealed class EncodeStage(Workspace workspace, IVectorStore store, IEmbeddingGenerator<string, Embedding<float>> encoder)
{
    private const int BatchPosts = 2_048;

    /// <summary>Encodes what is left to do.</summary>
    public async Task RunAsync(IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        using var activity = Telemetry.Begin("encode");
        var work = await WorkAsync(cancellationToken);
        var (batches, done) = (work.Chunk(BatchPosts).ToArray(), 0);
        await OneAhead.RunAsync(batches.Length, (at, stop) => Begin(batches[at], stop), StoreAsync, cancellationToken);

        async Task StoreAsync(int at, VectorBatch batch)
        {
            await store.UpsertAsync(batch, cancellationToken);
            workspace.Connection.InTransaction(() => MarkDone(batches[at]));
            Telemetry.Count("encode", batches[at].Length);
            progress?.Report(new StageProgress("encode", done += batches[at].Length, work.Length));
        }
    }

    /// <summary>
    /// Posts in an order that hangs on what they are, not on when they came, and that an interrupted run has too: then batches hold the same texts,
    /// and a model whose vectors depend on their batch gives the same bytes for shuffled rows.
    /// </summary>
    private async Task<long[]> WorkAsync(CancellationToken cancellationToken)
    {
        var ids = new List<long>();
        var changed = new HashSet<long>();
        foreach (var (id, needsVector) in workspace.Connection.Query(
            "SELECT Id, NeedsVector FROM Posts WHERE Prose <> '' ORDER BY TextKey, Source, ExternalId", row => (row.GetInt64(0), row.GetInt64(1) == 1)))
        {
            ids.Add(id);
            _ = needsVector && changed.Add(id);
        }

        changed.UnionWith(await store.MissingAsync(ids, cancellationToken));
        return [.. ids.Where(changed.Contains)];
    }

    private Task<VectorBatch> Begin(long[] ids, CancellationToken cancellationToken)
    {
        var proseOf = workspace.Connection.Query(
            $"SELECT Id, Prose FROM Posts WHERE Id IN ({workspace.Connection.Provider.NumbersIn("$1")})", row => (row.GetInt64(0), row.Text(1) ?? ""), SqlList.Of(ids)).ToDictionary();
        return Task.Run(() => EncodeAsync(ids, Array.ConvertAll(ids, id => proseOf[id]), cancellationToken), CancellationToken.None);
    }

    private async Task<VectorBatch> EncodeAsync(long[] ids, string[] texts, CancellationToken cancellationToken)
    {
        GeneratedEmbeddings<Embedding<float>> vectors;
        using (Telemetry.BeginModel("encoder"))
        {
            vectors = await encoder.GenerateAsync(texts, cancellationToken: cancellationToken);
        }

        var rows = new float[ids.Length * store.Dimension];
        for (var i = 0; i < ids.Length; i++)
        {
            vectors[i].Vector.Span.CopyTo(rows.AsSpan(i * store.Dimension));
        }

        return new VectorBatch(store.ModelId, ids, new VectorTable(store.Dimension, rows));
    }

    private void MarkDone(long[] ids)
    {
        using var update = workspace.Connection.Prepare($"UPDATE Posts SET NeedsVector = 0 WHERE Id IN ({workspace.Connection.Provider.NumbersIn("$1")})", 1);
        update.Bind(SqlList.Of(ids)).ExecuteNonQuery();
    }
}
