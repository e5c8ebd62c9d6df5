namespace TextSeg.Mining.Trends;

/// <summary>Votes of one topic by period, the oldest period first.</summary>
/// <param name="Hits">Votes for, each 0 to 1, summed: with one vote a member, a loud member counts no more than a quiet one.</param>
/// <param name="Votes">All votes.</param>
public sealed record PeriodVotes(double[] Hits, int[] Votes);
