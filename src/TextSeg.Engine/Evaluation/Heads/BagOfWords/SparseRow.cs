namespace TextSeg.Engine.Evaluation.Heads.BagOfWords;

/// <summary>A text as the few of many features that it has.</summary>
/// <param name="Features">Their numbers, rising.</param>
/// <param name="Values">Their weights, of length 1 together; empty for a text without a known feature.</param>
internal readonly record struct SparseRow(int[] Features, float[] Values);
