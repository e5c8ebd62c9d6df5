using Microsoft.Extensions.AI;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Vectors;
using TextSeg.Mining.Relevance;
using TextSeg.Nlp.Encoders;

namespace TextSeg.Engine.Queries;

/// <summary>Searches by meaning, and says how relevant each hit is against the corpus's own background.</summary>
internal sealed class DenseLeg(Workspace workspace, IVectorStore store, IEmbeddingGenerator<string, Embedding<float>> encoder)
{
    private const int CalibrationPosts = 4_000;

    /// <summary>Posts above the background with their relevance, best first.</summary>
    /// <param name="question">Plain words.</param>
    /// <param name="allowed">Posts that pass the filter; null when all do.</param>
    /// <param name="searched">How many pass, at least 1.</param>
    /// <param name="calibrate">Gives what relevance is measured against.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public async Task<IReadOnlyList<(long Id, double Relevance)>> FindAsync(
        string question, IdFilter? allowed, int searched, Func<Task<RelevanceCalibration>> calibrate, CancellationToken cancellationToken)
    {
        var vector = await EncodeAsync(question, cancellationToken);
        if (vector.Span.IndexOfAnyExcept(0f) < 0)
        {
            return [];
        }

        var scale = (await calibrate()).For(vector.Span, searched);
        var query = new VectorQuery(store.ModelId, vector, searched) { Filter = allowed, MinimumCosine = scale.LowestCosine };
        var hits = await store.SearchAsync(query, cancellationToken);
        var relevances = scale.Of([.. hits.Select(hit => hit.Cosine)]);
        return [.. hits.Zip(relevances, (hit, relevance) => (hit.Id, relevance))];
    }

    private async Task<ReadOnlyMemory<float>> EncodeAsync(string question, CancellationToken cancellationToken)
    {
        var options = new EmbeddingGenerationOptions { AdditionalProperties = new() { ["role"] = EncodeRole.Query } };
        using var time = Telemetry.BeginModel("encoder");
        return (await encoder.GenerateAsync([question], options, cancellationToken))[0].Vector;
    }

    /// <summary>From posts of a run chosen by a hash of their content; those that wait for their vector are left out.</summary>
    public async Task<RelevanceCalibration> CalibrateAsync(long run, CancellationToken cancellationToken)
    {
        var sample = workspace.Connection.Query(
            """
            SELECT Id FROM Posts WHERE Prose <> '' AND EXISTS (SELECT 1 FROM PostTopics WHERE RunId = $2 AND PostId = Posts.Id AND State <> 'placed')
            ORDER BY ContentHash, Source, ExternalId LIMIT $1
            """,
            row => row.GetInt64(0), CalibrationPosts, run).ToArray();
        var waiting = (await store.MissingAsync(sample, cancellationToken)).ToHashSet();
        return RelevanceCalibration.Fit(await store.FetchAsync([.. sample.Where(id => !waiting.Contains(id))], cancellationToken));
    }
}
