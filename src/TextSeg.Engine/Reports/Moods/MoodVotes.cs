using TextSeg.Mining.Trends;

namespace TextSeg.Engine.Reports.Moods;

/// <summary>Counts votes of frustration: one a member and period, so that one angry member does not make a rise.</summary>
internal static class MoodVotes
{
    /// <param name="posts">Posts of one topic, in a stable order.</param>
    /// <param name="periods">Null where no post has a time.</param>
    public static PeriodVotes Of(IEnumerable<MoodPost> posts, ReportPeriods? periods)
    {
        var (hits, votes) = (new double[periods?.Starts.Count ?? 0], new int[periods?.Starts.Count ?? 0]);
        var voters = posts.Where(post => post.Time is not null && !float.IsNaN(post.Reading.Frustration))
            .GroupBy(post => (Period: periods!.IndexOf(post.Time!.Value), Member: post.Member ?? -post.Id));
        foreach (var voter in voters)
        {
            hits[voter.Key.Period] += voter.Count(post => post.Reading.IsFrustrated) / (double)voter.Count();
            votes[voter.Key.Period]++;
        }

        return new PeriodVotes(hits, votes);
    }
}
