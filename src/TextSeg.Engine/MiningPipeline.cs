using TextSeg.Engine.Annotation;
using TextSeg.Engine.Edits;
using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Profiles;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Segments;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Sources.Pulling;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Streaming;
using TextSeg.Engine.Topics;
using TextSeg.Engine.Topics.Placement;
using TextSeg.Engine.Topics.Seeds;
using TextSeg.Engine.Vectors;
using TextSeg.Mining;

namespace TextSeg.Engine;

/// <summary>
/// The whole flow; the place to start reading. Batch stages work on posts, in any order, and repeat at most one batch after a kill.
/// Corpus stages need all posts; their result becomes visible whole, when the last of them is done.
/// </summary>
public sealed class MiningPipeline(Workspace workspace, MiningTools tools, MiningOptions options, TimeProvider clock)
{
    /// <summary>Told how an input is understood, before its first post is written.</summary>
    public Action<SourceReport>? Understood { get; init; }

    /// <summary>Told what became of each record, a batch at a time, when the batch is stored for good.</summary>
    public Action<IReadOnlyList<RowAnswer>>? Answered { get; init; }

    /// <summary>Takes in posts and makes of each what can be made of it alone.</summary>
    /// <exception cref="JobException">No input can be read, or the data folder cannot be used.</exception>
    public Task<IngestResult> RunBatchStagesAsync(IReadOnlyList<InputFile> inputs, IProgress<StageProgress>? progress, CancellationToken cancellationToken) =>
        RunBatchStagesAsync(ingest => ingest.RunAsync(inputs, progress, cancellationToken), progress, cancellationToken);

    /// <inheritdoc cref="RunBatchStagesAsync(IReadOnlyList{InputFile}, IProgress{StageProgress}?, CancellationToken)"/>
    public Task<IngestResult> RunBatchStagesAsync(ISource source, IProgress<StageProgress>? progress, CancellationToken cancellationToken) =>
        RunBatchStagesAsync(ingest => ingest.RunAsync(source, progress, cancellationToken), progress, cancellationToken);

    /// <inheritdoc cref="RunBatchStagesAsync(IReadOnlyList{InputFile}, IProgress{StageProgress}?, CancellationToken)"/>
    public Task<IngestResult> RunBatchStagesAsync(IPulledSource source, IProgress<StageProgress>? progress, CancellationToken cancellationToken) =>
        RunBatchStagesAsync(ingest => ingest.RunAsync(source, progress, cancellationToken), progress, cancellationToken);

    private Task<IngestResult> RunBatchStagesAsync(Func<IngestStage, Task<IngestResult>> ingest, IProgress<StageProgress>? progress, CancellationToken cancellationToken) =>
        GuardAsync(async () =>
        {
            var result = await ingest(new IngestStage(workspace, options.Ingest, clock) { Understood = Understood, Answered = Answered });
            await EncodeAsync(progress, cancellationToken);
            StageMemory.Release();
            new AnnotateStage(workspace, tools.Languages) { Classifier = tools.Classifier }.Run(progress, cancellationToken);
            return result;
        });

    /// <summary>
    /// Takes in a few posts and gives each a place in the topics of the current run, where readers see it at once. What posts change together (new topics, profiles, segments) waits
    /// for <see cref="RunCorpusStagesAsync"/>.
    /// </summary>
    /// <exception cref="JobException">Nothing was mined yet, no input can be read, or the data folder cannot be used.</exception>
    public Task<(IngestResult Taken, IReadOnlyList<PlacedPost> Placed)> AddAsync(IReadOnlyList<InputFile> inputs, IProgress<StageProgress>? progress, CancellationToken cancellationToken) =>
        AddAsync(ingest => ingest.RunAsync(inputs, progress, cancellationToken), progress, cancellationToken);

    /// <inheritdoc cref="AddAsync(IReadOnlyList{InputFile}, IProgress{StageProgress}?, CancellationToken)"/>
    public Task<(IngestResult Taken, IReadOnlyList<PlacedPost> Placed)> AddAsync(ISource source, IProgress<StageProgress>? progress, CancellationToken cancellationToken) =>
        AddAsync(ingest => ingest.RunAsync(source, progress, cancellationToken), progress, cancellationToken);

    /// <inheritdoc cref="AddAsync(IReadOnlyList{InputFile}, IProgress{StageProgress}?, CancellationToken)"/>
    public Task<(IngestResult Taken, IReadOnlyList<PlacedPost> Placed)> AddAsync(IPulledSource source, IProgress<StageProgress>? progress, CancellationToken cancellationToken) =>
        AddAsync(ingest => ingest.RunAsync(source, progress, cancellationToken), progress, cancellationToken);

    private Task<(IngestResult Taken, IReadOnlyList<PlacedPost> Placed)> AddAsync(Func<IngestStage, Task<IngestResult>> ingest, IProgress<StageProgress>? progress, CancellationToken cancellationToken) =>
        GuardAsync(async () =>
        {
            new PlacementStage(workspace).RequireRun(tools.ModelId);
            var result = await ingest(new IngestStage(workspace, options.Ingest, clock) { Understood = Understood, Answered = Answered, OnlyStores = true });
            await using var knowledge = new StandingKnowledge();
            return (result, (await new WaitingTurns(workspace, tools, options, knowledge, clock).RunAsync(int.MaxValue, progress, cancellationToken)).Placed);
        });

    /// <summary>
    /// Makes of posts that wait in the workspace what can be made of each alone, and places them where there are topics. Costs what these posts cost, and nothing where none waits.
    /// </summary>
    /// <param name="knowledge">What earlier turns learned of the workspace.</param>
    /// <param name="most">Posts taken at most, those that came first.</param>
    /// <param name="progress">Told what is done.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    /// <returns>How many posts were taken, and which of them were placed.</returns>
    /// <exception cref="JobException">The data folder cannot be used.</exception>
    public Task<(int Taken, IReadOnlyList<PlacedPost> Placed)> CatchUpAsync(StandingKnowledge knowledge, int most, IProgress<StageProgress>? progress, CancellationToken cancellationToken) =>
        GuardAsync(() => new WaitingTurns(workspace, tools, options, knowledge, clock).RunAsync(most, progress, cancellationToken));

    /// <summary>Finds structure in all posts and makes the run the current one.</summary>
    /// <exception cref="JobException">There are no posts with words, or the data folder cannot be used.</exception>
    public Task<RunFacts> RunCorpusStagesAsync(IProgress<StageProgress>? progress, CancellationToken cancellationToken) =>
        GuardAsync(async () =>
        {
            var watch = new StageWatch(clock);
            using var corpus = await LoadAsync(cancellationToken);
            RequirePosts(corpus);
            StageMemory.Release();
            var runs = new MiningRuns(workspace, clock);
            var seeds = RememberSeeds();
            var encoded = await SeedEncoding.EncodeAsync(seeds, tools.Encoder, tools.Languages, language => Array.IndexOf(corpus.Languages, language), cancellationToken);
            var run = runs.Begin(options.Topics.Seed, tools.ModelId);
            using var topics = watch.Time("topics", () => new EditStage(workspace).Run(run, corpus, new TopicStage(workspace, options.Topics) { Seeds = encoded }.Run(run, corpus, progress, cancellationToken), cancellationToken));
            corpus.Rest();
            StageMemory.Release();
            var (posts, profiles, model) = watch.Time("profiles", () => new ProfileStage(workspace, options.Profiles).Run(corpus, topics, cancellationToken));
            var segments = await watch.TimeAsync("segments", () =>
                new SegmentStage(workspace, options.Segments, tools).RunAsync(run, corpus, topics, posts, profiles, model, progress, cancellationToken));
            var segmentsLeft = new EditStage(workspace).Finish(run);
            var facts = RunSummary.Of(workspace, corpus, topics.Tree, segments) with
            {
                Seconds = watch.Seconds, TopicClusterer = options.TopicClusterer, SegmentClusterer = options.SegmentClusterer,
                Segments = segmentsLeft, SeedTopics = WorkspaceSeeds.KeyOf(seeds), EmptySeeds = topics.Tree.EmptySeeds, ReadBy = tools.Classifier?.Name,
            };
            runs.Publish(run, facts);
            await new WorkspaceModel(workspace).FinishAsync(tools.ModelId, cancellationToken);
            NearestTexts.Prepare(workspace, corpus, run, tools.ModelId, options.Placement, cancellationToken);
            return facts;
        });

    // Closed at once: the mapped vectors would count as memory of all later stages.
    private async Task EncodeAsync(IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        var model = new WorkspaceModel(workspace);
        model.Begin(tools.ModelId);
        await model.ForgetChangedAsync(tools.ModelId, cancellationToken);
        await using var store = tools.OpenStore(workspace);
        await new EncodeStage(workspace, store, tools.Encoder).RunAsync(progress, cancellationToken);
    }

    // Closed at once: the mapped vectors would count as memory of all later stages. Only read: whoever takes new posts in may have the store open to write.
    private async Task<MiningCorpus> LoadAsync(CancellationToken cancellationToken)
    {
        await using var store = tools.OpenStoreToRead(workspace);
        return await MiningCorpus.LoadAsync(workspace, store, options.Topics.MostTextsWhole, cancellationToken);
    }

    private IReadOnlyList<SeedEntry> RememberSeeds()
    {
        var remembered = new WorkspaceSeeds(workspace);
        if (options.Seeds is { } given)
        {
            remembered.Write(given);
        }

        return remembered.Read();
    }

    private void RequirePosts(MiningCorpus corpus)
    {
        if (corpus.PostIds.Length == 0)
        {
            throw new JobException($"There is no post with words in {workspace.Folder}: name another text column with --columns text=NAME, or mine other input.");
        }
    }

    private Task<T> GuardAsync<T>(Func<Task<T>> stages) => StorageFault.GuardAsync(workspace.Address, stages);
}
