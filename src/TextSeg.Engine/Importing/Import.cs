using System.Text.Json;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Storage.Catalog.Rows;

namespace TextSeg.Engine.Importing;

/// <summary>A file that was uploaded to be read, and how far that is.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Source">Name of the source, part of every post's key.</param>
/// <param name="FileName">What the user called the file.</param>
/// <param name="Bytes">Bytes of the file.</param>
/// <param name="State">waiting, running, finished, failed or cancelled.</param>
/// <param name="CreatedAt">When it was uploaded.</param>
/// <param name="StartedAt">When work on it began last.</param>
/// <param name="FinishedAt">When it ended.</param>
/// <param name="Counts">How many records became what so far.</param>
/// <param name="Understood">How the file was understood; null before its first record.</param>
/// <param name="Failure">One sentence, where it failed.</param>
public sealed record Import(
    long Id, string Source, string? FileName, long Bytes, string State, DateTimeOffset CreatedAt, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt, ImportCounts Counts,
    ImportForm? Understood, string? Failure)
{
    internal static Import Of(StoredImport row) => new(
        row.Id, row.Source, row.FileName, row.Bytes, row.State, row.CreatedAt, row.StartedAt, row.FinishedAt, JsonSerializer.Deserialize<ImportCounts>(row.Counts, StoredJson.Options)!,
        row.Understood is null ? null : JsonSerializer.Deserialize<ImportForm>(row.Understood, StoredJson.Options), row.Failure);
}

/// <summary>How many records of a file became what.</summary>
/// <param name="Records">Records read.</param>
/// <param name="Added">New posts.</param>
/// <param name="Changed">Posts known before whose content is another now.</param>
/// <param name="Unchanged">Posts known before.</param>
/// <param name="Rejected">Records that could not be taken.</param>
public sealed record ImportCounts(long Records, long Added, long Changed, long Unchanged, long Rejected)
{
    /// <summary>Nothing was read yet.</summary>
    public static ImportCounts None { get; } = new(0, 0, 0, 0, 0);
}

/// <summary>How a file was understood.</summary>
/// <param name="Format">Format in words.</param>
/// <param name="Encoding">Character encoding in words.</param>
/// <param name="Columns">Which column means what, as it may be sent with an upload; null where the format says it itself.</param>
/// <param name="Kind">Kind of the posts; null where the format says it itself.</param>
/// <param name="Notes">Repairs in plain sentences.</param>
public sealed record ImportForm(string Format, string Encoding, string? Columns, string? Kind, IReadOnlyList<string> Notes)
{
    internal static ImportForm Of(SourceReport report) =>
        new(report.Format, report.Encoding, report.Mapping?.ToOverrides(), report.Mapping?.Kind.ToString().ToLowerInvariant(), [.. report.Notes()]);
}
