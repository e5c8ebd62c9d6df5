using TextSeg.Engine.Sources;
using TextSeg.Engine.Storage;
using TextSeg.Mining;

namespace TextSeg.Engine.Ingestion;

/// <summary>Reads inputs into the workspace, a batch at a time: read again after a kill, it goes on where it was.</summary>
internal sealed class PostImport(Workspace workspace, IngestOptions options, TimeProvider clock, Action<SourceReport>? understood)
{
    private readonly SourceOpener _opener = new(options.Sources, clock);

    /// <summary>Told what became of each record, a batch at a time, when the batch is stored for good.</summary>
    public Action<IReadOnlyList<RowAnswer>>? Answered { get; init; }

    /// <summary>Told the same within the transaction that stores the batch.</summary>
    public Action<IReadOnlyList<RowAnswer>>? NotedWith { get; init; }

    /// <summary>Whether this reading goes on after the last one of the source, so that rejected rows of earlier readings stay. Default false.</summary>
    public bool GoesOn { get; init; }

    /// <summary>Reads all inputs; one that cannot be read is noted and the others go on.</summary>
    /// <exception cref="JobException">No input could be read; it is wrong use when every input was refused for its columns.</exception>
    public async Task<IngestResult> RunAsync(IReadOnlyList<InputFile> inputs, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        var result = new IngestResult();
        var isWrongUse = true;
        foreach (var input in inputs)
        {
            try
            {
                var source = _opener.Open(input);
                await ReadAsync(source, new RejectedRowList(input, workspace.Folder), result, progress, cancellationToken);
            }
            catch (JobException fault) when (inputs.Count > 1)
            {
                result.UnreadableInputs.Add(fault.Message);
                isWrongUse &= fault.IsWrongUse;
            }
        }

        return result.Sources.Count > 0 ? result : throw new JobException(string.Join(Environment.NewLine, result.UnreadableInputs)) { IsWrongUse = isWrongUse };
    }

    /// <summary>Reads one source that is no file.</summary>
    public async Task<IngestResult> RunAsync(ISource source, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        var result = new IngestResult();
        await ReadAsync(source, null, result, progress, cancellationToken);
        return result;
    }

    private async Task ReadAsync(ISource source, RejectedRowList? list, IngestResult result, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        using var intake = new PostIntake(workspace, source.Name, list, clock, GoesOn) { Answered = Answered, NotedWith = NotedWith };
        var before = result.Added + result.Changed + result.Unchanged;
        var isFirst = true;
        await foreach (var batch in source.ReadAsync(cancellationToken).Chunk(options.BatchPosts).WithCancellation(cancellationToken))
        {
            if (isFirst)
            {
                understood?.Invoke(source.Report);
                isFirst = false;
            }

            intake.Take(batch);
            progress?.Report(new StageProgress("read", before + intake.Posts, 0));
        }

        result.Sources.Add(source.Report);
        intake.AddTo(result);
    }
}
