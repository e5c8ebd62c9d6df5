using System.Globalization;
using TextSeg.Engine.Naming;
using TextSeg.Engine.Profiles;
using TextSeg.Engine.Samples;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Topics;
using TextSeg.Mining;
using TextSeg.Mining.Naming;
using TextSeg.Mining.Profiles;
using TextSeg.Mining.Segments;
using TextSeg.Mining.Topics;
using PlantedSegments = TextSeg.Engine.Samples.Planting.PlantedSegments;

namespace TextSeg.Engine.Evaluation.Names;

/// <summary>The planted segments of an invented community as if they had been found, with the evidence that namers get and the proof of names.</summary>
internal sealed record PlantedEvidence(IReadOnlyList<SegmentEvidence?> Evidence, NameProof Proof, TextVectors Vectors)
{
    /// <summary>Invents the community, takes it in, and groups its members as they were planted.</summary>
    public static async Task<PlantedEvidence> MakeAsync(
        ScratchWorkspace scratch, SampleOptions sample, MiningTools tools, MiningOptions options, TimeProvider clock, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        var community = new SampleCommunity(sample, cancellationToken);
        var path = scratch.File("sample.jsonl");
        using (var file = File.Create(path))
        {
            SampleWriter.Write(community, file, truth: null, cancellationToken);
        }

        var workspace = scratch.Workspace;
        await new MiningPipeline(workspace, tools, options, clock).RunBatchStagesAsync([InputFile.Of(path)], progress, cancellationToken);
        await using var store = tools.OpenStore(workspace);
        var corpus = await MiningCorpus.LoadAsync(workspace, store, options.Topics.MostTextsWhole, cancellationToken);
        var topics = new TopicStage(workspace, options.Topics).Run(new MiningRuns(workspace, clock).Begin(options.Topics.Seed, tools.ModelId), corpus, progress, cancellationToken);
        var (posts, profiles, _) = new ProfileStage(workspace, options.Profiles).Run(corpus, topics, cancellationToken);
        var tree = Tree(workspace, corpus, community.Truth, profiles);
        var naming = new NamingInput
        {
            Posts = posts,
            Profiles = profiles,
            Segments = tree,
            Phrases = topics.Phrases,
            TopicLabels = topics.Labels,
            LanguageNames = [.. corpus.Languages.Select(code => CultureInfo.GetCultureInfo(code).EnglishName)],
            Rules = new NameRules(community.Truth.Members.Select(member => member.Name)),
        };
        string Prose(int row) => workspace.Connection.Query("SELECT Prose FROM Posts WHERE Id = $1", reader => reader.Text(0), corpus.PostIds[row]).SingleOrDefault() ?? "";
        var evidence = NamingEvidence.WithQuotes(SegmentEvidenceBuilder.Build(naming, cancellationToken), new QuoteChooser(posts, tree, Prose), Prose);
        return new PlantedEvidence(
            [.. evidence.Select(own => own.Members > 0 ? own : null)], NamingEvidence.Proof(workspace, tools, posts, tree), new TextVectors(tools.Encoder));
    }

    private static SegmentTree Tree(Workspace workspace, MiningCorpus corpus, SampleTruth truth, ProfileTable profiles)
    {
        var plantedOf = truth.Members.ToDictionary(member => member.Id, member => PlantedSegments.All.Select(plan => plan.Id).ToList().IndexOf(member.Segment), StringComparer.Ordinal);
        var external = workspace.Connection.Query("SELECT Id, ExternalId FROM Members", row => (Id: row.GetInt64(0), External: row.GetString(1))).ToDictionary(row => row.Id, row => row.External);
        int[] segmentOf = [.. corpus.MemberIds.Select((id, member) => profiles.Quiet[member] ? -1 : plantedOf[external[id]])];
        var segments = PlantedSegments.All.Select((_, segment) => new Segment(-1, segmentOf.Count(of => of == segment), 1, Centre(profiles, segmentOf, segment))).ToArray();
        return new SegmentTree(
            segments, segmentOf, [.. segmentOf.Select(of => of < 0 ? Array.Empty<SegmentShare>() : [new SegmentShare(of, 1)])],
            [.. segmentOf.Select(of => of < 0 ? PostState.None : PostState.Core)], [.. segmentOf.Select(of => of < 0 ? 0f : 1f)], [segmentOf], 0, 0, 1);
    }

    private static float[] Centre(ProfileTable profiles, int[] segmentOf, int segment)
    {
        var sum = new float[profiles.Vectors.Dimension];
        for (var member = 0; member < segmentOf.Length; member++)
        {
            for (var i = 0; segmentOf[member] == segment && i < sum.Length; i++)
            {
                sum[i] += profiles.Vectors[member][i];
            }
        }

        var length = MathF.Sqrt(sum.Sum(value => value * value));
        return length == 0 ? sum : Array.ConvertAll(sum, value => value / length);
    }
}
