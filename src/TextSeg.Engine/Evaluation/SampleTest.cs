using TextSeg.Engine.Queries;
using TextSeg.Engine.Samples;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Storage;
using TextSeg.Mining;
using TextSeg.Mining.Segments;

namespace TextSeg.Engine.Evaluation;

/// <summary>Invents a community, mines it, and looks how well the segments, moods and intents planted in it were found.</summary>
public sealed class SampleTest(MiningTools tools, MiningOptions options, TimeProvider clock)
{
    /// <summary>Mines one sample in a workspace of its own.</summary>
    /// <exception cref="JobException">The sample's options have faults; all are named.</exception>
    public async Task<SampleScore> RunAsync(SampleOptions sample, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        if (sample.Faults() is { Count: > 0 } faults)
        {
            throw new JobException(string.Join(" ", faults)) { IsWrongUse = true };
        }

        using var scratch = new ScratchWorkspace();
        var community = new SampleCommunity(sample);
        var path = scratch.File("sample.jsonl");
        using (var file = File.Create(path))
        {
            SampleWriter.Write(community, file, truth: null, cancellationToken);
        }

        var pipeline = new MiningPipeline(scratch.Workspace, tools, options, clock);
        await pipeline.RunBatchStagesAsync([InputFile.Of(path)], progress, cancellationToken);
        await pipeline.RunCorpusStagesAsync(progress, cancellationToken);
        return Score(sample.Seed, community.Truth, SegmentOfMember(scratch.Workspace)) with
        {
            Readings = SampleReadings.Score(scratch.Workspace, community.Posts(cancellationToken).ToDictionary(post => post.Id, post => post.Truth)),
        };
    }

    /// <summary>The segment that holds most of each member, by the member's id in the source; quiet members are in none.</summary>
    private static Dictionary<string, string> SegmentOfMember(Workspace workspace) => workspace.Connection.Query(
            "SELECT ExternalId, SegmentId, Weight FROM Memberships JOIN Members ON Members.Id = MemberId WHERE RunId = $1",
            row => (Member: row.GetString(0), Segment: row.GetString(1), Weight: row.GetDouble(2)),
            CurrentRun.Read(workspace).Id)
        .OrderByDescending(row => row.Weight).ThenBy(row => row.Segment, StringComparer.Ordinal)
        .DistinctBy(row => row.Member, StringComparer.Ordinal)
        .ToDictionary(row => row.Member, row => row.Segment, StringComparer.Ordinal);

    private static SampleScore Score(int seed, SampleTruth truth, Dictionary<string, string> segmentOf)
    {
        string[] found = [.. segmentOf.Values.Distinct().Order(StringComparer.Ordinal)];
        string[] planted = [.. truth.Segments.Select(segment => segment.Id)];
        int[] foundOf = [.. truth.Members.Select(member => segmentOf.TryGetValue(member.Id, out var segment) ? Array.IndexOf(found, segment) : -1)];
        int[] plantedOf = [.. truth.Members.Select(member => Array.IndexOf(planted, member.Segment))];
        var scores = PlantedSegments.Score(foundOf, plantedOf);
        var smallest = Array.IndexOf(planted, truth.Segments.MinBy(segment => segment.Share)!.Id);
        return new SampleScore(
            seed, found.Length, planted[smallest], scores[smallest].F1, scores[smallest].F1WithQuiet, scores.ToDictionary(score => planted[score.Planted], score => score.F1));
    }
}
