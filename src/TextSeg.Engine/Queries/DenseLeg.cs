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
    private RelevanceCalibration? _calibration;

    /// <summary>Posts above the background with their relevance, best first.</summary>
    /// <param name="question">Plain words.</param>
    /// <param name="allowed">Posts that pass the filter; null when all do.</param>
    /// <param name="searched">How many pass, at least 1.</param>
    public async Task<IReadOnlyList<(long Id, double Relevance)>> FindAsync(string question, IdFilter? allowed, int searched, CancellationToken cancellationToken)
    {
        var vector = await EncodeAsync(question, cancellationToken);
        if (vector.Span.IndexOfAnyExcept(0f) < 0)
        {
            return [];
        }

        var scale = (_calibration ??= await CalibrateAsync(cancellationToken)).For(vector.Span, searched);
        var query = new VectorQuery(store.ModelId, vector, searched) { Filter = allowed, MinimumCosine = scale.LowestCosine };
        var hits = await store.SearchAsync(query, cancellationToken);
        var relevances = scale.Of([.. hits.Select(hit => hit.Cosine)]);
        return [.. hits.Zip(relevances, (hit, relevance) => (hit.Id, relevance))];
    }

    private async Task<ReadOnlyMemory<float>> EncodeAsync(string question, CancellationToken cancellationToken)
    {
        var options = new EmbeddingGenerationOptions { AdditionalProperties = new() { ["role"] = EncodeRole.Query } };
        return (await encoder.GenerateAsync([question], options, cancellationToken))[0].Vector;
    }

    /// <summary>From posts chosen by a hash of their content; those that wait for their vector are left out.</summary>
    private async Task<RelevanceCalibration> CalibrateAsync(CancellationToken cancellationToken)
    {
        var sample = workspace.Connection.Query(
            "SELECT Id FROM Posts WHERE Prose <> '' ORDER BY ContentHash, Source, ExternalId LIMIT $1", row => row.GetInt64(0), CalibrationPosts).ToArray();
        var waiting = (await store.MissingAsync(sample, cancellationToken)).ToHashSet();
        return RelevanceCalibration.Fit(await store.FetchAsync([.. sample.Where(id => !waiting.Contains(id))], cancellationToken));
    }
}
