using TextSeg.Engine.Segments;
using TextSeg.Engine.Storage;
using TextSeg.Mining.Topics;

namespace TextSeg.Engine;

/// <summary>Puts the figures of a run together.</summary>
internal static class RunSummary
{
    public static RunFacts Of(Workspace workspace, MiningCorpus corpus, TopicTree topics, SegmentFindings segments) => new()
    {
        Posts = corpus.PostIds.Length,
        PostsWithoutWords = (int)workspace.Connection.Query("SELECT COUNT(*) FROM Posts WHERE Prose = ''", row => row.GetInt64(0)).Single(),
        Members = corpus.MemberIds.Length,
        Duplicates = corpus.TextKeyOf.Length - corpus.TextKeyOf.Distinct().Count(),
        Levels = [.. topics.Levels.Select(level => new LevelFacts(level.Count, level.Silhouette, level.Stability))],
        ReaderLevel = topics.ReaderLevel,
        Segments = segments.Segments,
        NoSegments = segments.NoSegments,
        QuietMembers = segments.QuietMembers,
        MembersInNone = segments.MembersInNone,
        SegmentSilhouette = Math.Round(segments.Silhouette, 4),
        SegmentStability = Math.Round(segments.Stability, 4),
        Naming = segments.Naming,
        Shares = Enum.GetValues<PostState>().ToDictionary(state => state.ToString().ToLowerInvariant(), topics.ShareOf),
    };
}
