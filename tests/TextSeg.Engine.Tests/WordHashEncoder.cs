using Microsoft.Extensions.AI;

namespace TextSeg.Engine.Tests;

/// <summary>An encoder without a model: each word adds its own fixed direction. Counts what it was asked for, and can break off.</summary>
internal sealed class WordHashEncoder(int dimension = 48) : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>Texts encoded so far.</summary>
    public int Encoded { get; private set; }

    /// <summary>Called before each batch; may throw to play a kill.</summary>
    public Action<int>? BeforeBatch { get; init; }

    /// <summary>Who it says it is.</summary>
    public string ModelId { get; init; } = "words@1";

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        BeforeBatch?.Invoke(Encoded);
        var vectors = values.Select(text => new Embedding<float>(Vector(text))).ToList();
        Encoded += vectors.Count;
        return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(vectors));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("test", null, ModelId, dimension) : null;

    public void Dispose()
    {
    }

    private float[] Vector(string text)
    {
        var sum = new float[dimension];
        foreach (var word in text.ToLowerInvariant().Split([' ', '.', ',', '?', '!', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            var random = new Random((int)ContentHash.Of(word));
            for (var i = 0; i < dimension; i++)
            {
                sum[i] += (float)(random.NextDouble() - 0.5);
            }
        }

        var length = MathF.Sqrt(sum.Sum(value => value * value));
        return length == 0 ? sum : [.. sum.Select(value => value / length)];
    }
}
