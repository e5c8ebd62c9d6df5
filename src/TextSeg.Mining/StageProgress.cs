namespace TextSeg.Mining;

/// <summary>How far a long stage has come.</summary>
/// <param name="Stage">The stage's name in plain words, for example "encode".</param>
/// <param name="Done">Finished items.</param>
/// <param name="Total">All items; 0 when not known.</param>
public sealed record StageProgress(string Stage, long Done, long Total);
