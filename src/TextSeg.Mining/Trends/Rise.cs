namespace TextSeg.Mining.Trends;

/// <summary>A share that began to rise and stayed higher.</summary>
/// <param name="Start">The first period of the rise.</param>
/// <param name="Before">The share before it, 0 to 1.</param>
/// <param name="After">The share from it on, 0 to 1.</param>
/// <param name="QValue">After the correction for all starts and all series: the expected share of false findings among those as strong.</param>
public sealed record Rise(int Start, double Before, double After, double QValue);
