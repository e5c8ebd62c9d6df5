using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Sources.Pulling;
using TextSeg.Engine.Storage;
using TextSeg.Mining;

namespace TextSeg.Engine.Ingestion;

/// <summary>
/// The first batch stage: reads posts, cleans and masks them, links replies and marks duplicates. The same input again changes
/// nothing; stopped anywhere, the next run goes on and ends with the same rows.
/// </summary>
public sealed class IngestStage
{
    private readonly Workspace _workspace;
    private readonly IngestOptions _options;
    private readonly TimeProvider _clock;

    /// <exception cref="JobException">The options have faults; all are named.</exception>
    public IngestStage(Workspace workspace, IngestOptions options, TimeProvider clock)
    {
        if (options.Faults().ToArray() is { Length: > 0 } faults)
        {
            throw new JobException(string.Join(" ", faults)) { IsWrongUse = true };
        }

        (_workspace, _options, _clock) = (workspace, options, clock);
    }

    /// <summary>Told how an input is understood, before its first post is written.</summary>
    public Action<SourceReport>? Understood { get; init; }

    /// <summary>Only store posts; they wait to be cleaned. Default false.</summary>
    public bool OnlyStores { get; init; }

    /// <summary>Told what became of each record, a batch at a time, when the batch is stored for good: the answer to whoever sent the posts.</summary>
    public Action<IReadOnlyList<RowAnswer>>? Answered { get; init; }

    /// <summary>Told the same within the transaction that stores the batch; of <see cref="StoreAsync(ISource, CancellationToken)"/> only.</summary>
    public Action<IReadOnlyList<RowAnswer>>? NotedWith { get; init; }

    /// <summary>Whether what is stored goes on after the last reading of its source, so that rejected rows of that stay. Default false.</summary>
    public bool GoesOn { get; init; }

    /// <summary>Told counts; nobody by default.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>Takes in the inputs; none: only finishes what an earlier run left.</summary>
    public Task<IngestResult> RunAsync(IReadOnlyList<InputFile> inputs, IProgress<StageProgress>? progress, CancellationToken cancellationToken) =>
        RunAsync(() => inputs.Count == 0 ? Task.FromResult(new IngestResult()) : Import().RunAsync(inputs, progress, cancellationToken), progress, cancellationToken);

    /// <summary>Takes in one source that is no file, such as <see cref="PostSequence"/>. Its rejected rows replace those of its last reading; no list is written for the user.</summary>
    public Task<IngestResult> RunAsync(ISource source, IProgress<StageProgress>? progress, CancellationToken cancellationToken) =>
        RunAsync(() => Import().RunAsync(source, progress, cancellationToken), progress, cancellationToken);

    /// <summary>Only stores what a source gives; posts are cleaned when the stage runs next.</summary>
    /// <returns>What became of each record, all stored for good.</returns>
    public async Task<IReadOnlyList<RowAnswer>> StoreAsync(ISource source, CancellationToken cancellationToken)
    {
        List<RowAnswer> answers = [];
        var result = await new PostImport(_workspace, _options, _clock, Understood) { Answered = answers.AddRange, NotedWith = NotedWith, GoesOn = GoesOn }.RunAsync(source, null, cancellationToken);
        Telemetry.Count("ingest", result.Added + result.Changed);
        Telemetry.RowsRejected.Add(result.Rejected);
        return answers;
    }

    /// <summary>Only stores what a server has since the last pull; posts are cleaned when the stage runs next.</summary>
    /// <exception cref="JobException">The server failed at once; a later failure ends the pull and is in the result's <see cref="IngestResult.UnreadableInputs"/>.</exception>
    public async Task<IngestResult> StoreAsync(IPulledSource source, CancellationToken cancellationToken)
    {
        var result = await new PostPull(_workspace, _options, _clock) { Answered = Answered }.RunAsync(source, null, cancellationToken);
        Telemetry.Count("ingest", result.Added + result.Changed);
        Telemetry.RowsRejected.Add(result.Rejected);
        return result;
    }

    /// <summary>Where the next pull of a source goes on; null at the very first.</summary>
    public string? CursorOf(string source) => new PostPull(_workspace, _options, _clock).CursorOf(source);

    /// <summary>Only stores one page of a server, with where the next one begins; posts are cleaned when the stage runs next.</summary>
    public IngestResult StorePage(string source, PulledPage page)
    {
        var result = new PostPull(_workspace, _options, _clock).Take(source, page);
        Telemetry.Count("ingest", result.Added + result.Changed);
        Telemetry.RowsRejected.Add(result.Rejected);
        return result;
    }

    /// <summary>Takes in what a server has since the last pull; where that was is kept in the workspace.</summary>
    /// <exception cref="JobException">The server failed at once; a later failure ends the pull and is in the result's <see cref="IngestResult.UnreadableInputs"/>.</exception>
    public Task<IngestResult> RunAsync(IPulledSource source, IProgress<StageProgress>? progress, CancellationToken cancellationToken) =>
        RunAsync(() => new PostPull(_workspace, _options, _clock) { Answered = Answered }.RunAsync(source, progress, cancellationToken), progress, cancellationToken);

    private PostImport Import() => new(_workspace, _options, _clock, Understood) { Answered = Answered };

    private async Task<IngestResult> RunAsync(Func<Task<IngestResult>> read, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        using var activity = Telemetry.Begin("ingest");
        var result = await read();
        Telemetry.Count("ingest", result.Added + result.Changed);
        Telemetry.RowsRejected.Add(result.Rejected);
        Log.TookIn(Logger, result.Added, result.Changed, result.Unchanged, result.Rejected);
        if (!OnlyStores && Settings.Read(_workspace.Connection, Settings.Unprepared) is not (null or "0"))
        {
            new PostPreparation(_workspace, _options).Run(MaskingKnowledge.Read(_workspace), progress, cancellationToken);
            _workspace.Connection.InTransaction(LinkAndMark);
        }

        return result;
    }

    private void LinkAndMark()
    {
        ReplyLinks.Resolve(_workspace);
        var fullGroups = new DuplicateMarking(_workspace, _options.Duplicates).Run();
        if (fullGroups > 0)
        {
            Log.FullGroups(Logger, fullGroups);
        }

        Settings.Write(_workspace.Connection, Settings.Unprepared, "0");
    }
}
