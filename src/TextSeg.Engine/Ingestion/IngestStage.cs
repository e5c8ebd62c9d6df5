using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TextSeg.Engine.Sources;
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

    /// <summary>
    /// Clean only posts that were not cleaned yet, so that a few posts are taken in quickly. What they change in older posts (names of new members, replies, nearly the same texts)
    /// is left to the next time without this. Default false.
    /// </summary>
    public bool OnlyNew { get; init; }

    /// <summary>Told counts; nobody by default.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>Takes in the inputs; none: only finishes what an earlier run left.</summary>
    public async Task<IngestResult> RunAsync(IReadOnlyList<InputFile> inputs, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        using var activity = Telemetry.Begin("ingest");
        var result = inputs.Count == 0
            ? new IngestResult()
            : await new PostImport(_workspace, _options, _clock, Understood).RunAsync(inputs, progress, cancellationToken);
        Telemetry.PostsAdded.Add(result.Added);
        Telemetry.RowsRejected.Add(result.Rejected);
        Log.TookIn(Logger, result.Added, result.Changed, result.Unchanged, result.Rejected);
        if (Settings.Read(_workspace.Connection, Settings.Unprepared) == "1")
        {
            new PostPreparation(_workspace, _options).Run(OnlyNew, progress, cancellationToken);
            if (!OnlyNew)
            {
                _workspace.Connection.InTransaction(LinkAndMark);
            }
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
