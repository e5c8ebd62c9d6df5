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
        using var rejected = new RejectedRowWriter(workspace.Connection, source.Name, list);
        using var writer = new PostWriter(workspace.Connection);
        var isFirst = true;
        await foreach (var batch in source.ReadAsync(cancellationToken).Chunk(options.BatchPosts).WithCancellation(cancellationToken))
        {
            if (isFirst)
            {
                understood?.Invoke(source.Report);
                isFirst = false;
            }

            var answers = Answered is null ? null : new List<RowAnswer>(batch.Length);
            workspace.Connection.InTransaction(() => Write(batch, writer, rejected, answers));
            Answered?.Invoke(answers!);
            progress?.Report(new StageProgress("read", result.Added + result.Changed + result.Unchanged + writer.Added + writer.Changed + writer.Unchanged, 0));
        }

        result.Sources.Add(source.Report);
        (result.Added, result.Changed, result.Unchanged) = (result.Added + writer.Added, result.Changed + writer.Changed, result.Unchanged + writer.Unchanged);
        result.Rejected += source.Report.Rejected;
        result.RejectedLists.AddRange(rejected.ListPath is { } path ? [path] : []);
    }

    private void Write(SourceRow[] batch, PostWriter writer, RejectedRowWriter rejected, List<RowAnswer>? answers)
    {
        var before = writer.Added + writer.Changed;
        foreach (var row in batch)
        {
            if (row.Post is { } post)
            {
                var outcome = writer.Write(post);
                answers?.Add(new RowAnswer(post.Line, post.ExternalId, outcome, null));
            }
            else
            {
                rejected.Write(row.Rejected!);
                answers?.Add(new RowAnswer(row.Rejected!.Line, null, RowOutcome.Rejected, row.Rejected.Reason));
            }
        }

        if (writer.Added + writer.Changed > before)
        {
            Settings.Write(workspace.Connection, Settings.Unprepared, "1");
        }
    }
}
