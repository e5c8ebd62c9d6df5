namespace TextSeg.Engine.Vectors;

/// <summary>A question to a vector store.</summary>
/// <param name="ModelId">Who made the vector asked with.</param>
/// <param name="Vector">The vector asked with, of length 1.</param>
/// <param name="Limit">Hits wanted at most, at least 1.</param>
public sealed record VectorQuery(string ModelId, ReadOnlyMemory<float> Vector, int Limit)
{
    /// <summary>The only ids that may be found; null allows all.</summary>
    public IdFilter? Filter { get; init; }

    /// <summary>The lowest cosine that is a hit, −1 to 1; default: all are.</summary>
    public float MinimumCosine { get; init; } = float.NegativeInfinity;
}
