using TextSeg.Engine.Sources;
using TextSeg.Engine.Storage;
using TextSeg.Mining;

namespace TextSeg.Engine.Ingestion;

/// <summary>Reads inputs into the workspace, a batch at a time: read again after a kill, it goes on where it was.</summary>
internal sealed class PostImport(Workspace workspace, IngestOptions options, TimeProvider clock, Action<SourceReport>? understood)
{
    private readonly SourceOpener _opener = new(options.Sources, clock);

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
                await ReadAsync(input, result, progress, cancellationToken);
            }
            catch (JobException fault) when (inputs.Count > 1)
            {
                result.UnreadableInputs.Add(fault.Message);
                isWrongUse &= fault.IsWrongUse;
            }
        }

        return result.Sources.Count > 0 ? result : throw new JobException(string.Join(Environment.NewLine, result.UnreadableInputs)) { IsWrongUse = isWrongUse };
    }

    private async Task ReadAsync(InputFile input, IngestResult result, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        var source = _opener.Open(input);
        using var rejected = new RejectedRowWriter(workspace.Connection, source.Name, new RejectedRowList(input, workspace.Folder));
        using var writer = new PostWriter(workspace.Connection);
        var isFirst = true;
        await foreach (var batch in source.ReadAsync(cancellationToken).Chunk(options.BatchPosts).WithCancellation(cancellationToken))
        {
            if (isFirst)
            {
                understood?.Invoke(source.Report);
                isFirst = false;
            }

            workspace.Connection.InTransaction(() => Write(batch, writer, rejected));
            progress?.Report(new StageProgress("read", result.Added + result.Changed + result.Unchanged + writer.Added + writer.Changed + writer.Unchanged, 0));
        }

        result.Sources.Add(source.Report);
        (result.Added, result.Changed, result.Unchanged) = (result.Added + writer.Added, result.Changed + writer.Changed, result.Unchanged + writer.Unchanged);
        result.Rejected += source.Report.Rejected;
        result.RejectedLists.AddRange(rejected.ListPath is { } path ? [path] : []);
    }

    private void Write(SourceRow[] batch, PostWriter writer, RejectedRowWriter rejected)
    {
        var before = writer.Added + writer.Changed;
        foreach (var row in batch)
        {
            if (row.Post is { } post)
            {
                writer.Write(post);
            }
            else
            {
                rejected.Write(row.Rejected!);
            }
        }

        if (writer.Added + writer.Changed > before)
        {
            Settings.Write(workspace.Connection, Settings.Unprepared, "1");
        }
    }
}
