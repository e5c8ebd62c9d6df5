using TextSeg.Engine.Ingestion;

namespace TextSeg.Engine.Streaming;

/// <summary>Posts that were claimed to be carried through the batch stages.</summary>
/// <param name="Owner">Whose claim it is.</param>
/// <param name="Posts">The posts, in the order in which they came.</param>
/// <param name="Vectors">The vectors of those that have one and need no other.</param>
/// <param name="Tools">What they are read with.</param>
internal sealed record PostClaim(string Owner, IReadOnlyList<long> Posts, IReadOnlyDictionary<long, float[]> Vectors, MiningTools Tools)
{
    /// <summary>Knowledge read of the whole workspace for a run, by which posts are cleaned and masked once more; null to clean only those that never were, by what is at hand.</summary>
    public MaskingKnowledge? Fresh { get; init; }
}
