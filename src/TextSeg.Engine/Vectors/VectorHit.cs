namespace TextSeg.Engine.Vectors;

/// <summary>A vector that was found.</summary>
/// <param name="Id">The number of its post.</param>
/// <param name="Cosine">Its cosine with the vector asked with, exact and not of the shortened copy.</param>
public readonly record struct VectorHit(long Id, float Cosine);
