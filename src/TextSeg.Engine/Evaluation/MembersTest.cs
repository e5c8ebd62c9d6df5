using TextSeg.Engine.Profiles;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Storage;
using TextSeg.Mining;
using TextSeg.Mining.Segments;

namespace TextSeg.Engine.Evaluation;

/// <summary>Whether segments say something lasting: found on the earlier half of each member's posts, the later half placed by itself.</summary>
/// <param name="tools">Models to mine with.</param>
/// <param name="options">How posts are mined.</param>
/// <param name="clock">The time of the run.</param>
public sealed class MembersTest(MiningTools tools, MiningOptions options, TimeProvider clock)
{
    /// <summary>Posts a member must have to be measured, at least 2. Default 10.</summary>
    public int FewestPosts { get; init; } = 10;

    /// <summary>Characters a post must have to count. Default 20.</summary>
    public int FewestCharacters { get; init; } = 20;

    /// <summary>Told how an input is understood.</summary>
    public Action<SourceReport>? Understood { get; init; }

    /// <summary>Measures inputs in a workspace of its own.</summary>
    /// <exception cref="JobException">No input can be read, or no member wrote enough.</exception>
    public async Task<HalvesAgreement> RunAsync(IReadOnlyList<InputFile> inputs, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        using var scratch = new ScratchWorkspace();
        var pipeline = new MiningPipeline(scratch.Workspace, tools, options, clock) { Understood = Understood };
        await pipeline.RunBatchStagesAsync(inputs, progress, cancellationToken);
        scratch.Workspace.Connection.Execute($"UPDATE Posts SET Prose = '' WHERE LENGTH(Prose) < {FewestCharacters}");
        await using var store = tools.OpenStore(scratch.Workspace);
        using var corpus = await MiningCorpus.LoadAsync(scratch.Workspace, store, options.Topics.MostTextsWhole, cancellationToken);
        if (!corpus.MemberOf.Where(member => member >= 0).CountBy(member => member).Any(pair => pair.Value >= FewestPosts))
        {
            throw new JobException($"No member has {FewestPosts} posts of {FewestCharacters} characters or more, so halves cannot be compared.");
        }

        progress?.Report(new StageProgress("halves", 0, 2));
        var posts = ProfileInputReader.Read(scratch.Workspace, corpus, topics: null, cancellationToken);
        var halves = PostHalves.Split(posts, FewestPosts, options.Topics, cancellationToken);
        progress?.Report(new StageProgress("halves", 1, 2));
        var agreement = HalvesAgreement.Measure(halves.Earlier, halves.Later, options.Profiles, options.Segments, cancellationToken);
        progress?.Report(new StageProgress("halves", 2, 2));
        return agreement;
    }
}
