namespace TextSeg.Mining.Profiles;

/// <summary>One group of signals as a stretch of the profile vector.</summary>
/// <param name="Group">One of <see cref="SignalGroups"/>.</param>
/// <param name="Weight">Its share of the cosine.</param>
/// <param name="Length">Numbers in the stretch.</param>
/// <param name="Columns">Signals that make it, or null for theme, topics and language.</param>
public sealed record ProfileBlock(string Group, double Weight, int Length, int[]? Columns);
