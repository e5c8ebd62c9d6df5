using System.Text.Json;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Queries;

/// <summary>The run that readers see.</summary>
/// <param name="Id">Its number.</param>
/// <param name="FinishedAt">When it became whole.</param>
/// <param name="Model">Encoder that made the vectors.</param>
/// <param name="Seed">Seed of all draws.</param>
/// <param name="Version">Version of the program.</param>
/// <param name="Facts">Its figures.</param>
public sealed record CurrentRun(long Id, DateTimeOffset FinishedAt, string Model, long Seed, string Version, RunFacts Facts)
{
    /// <exception cref="JobException">Nothing was mined yet.</exception>
    public static CurrentRun Read(Workspace workspace) => workspace.Connection.Query(
        "SELECT Id, FinishedAt, Model, Seed, Version, Facts FROM Runs WHERE Id = $1",
        row => new CurrentRun(
            row.GetInt64(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), row.GetString(2), row.GetInt64(3), row.GetString(4),
            JsonSerializer.Deserialize<RunFacts>(row.GetString(5), StoredJson.Options)!),
        RequiredId(workspace)).Single();

    /// <summary>The current run; null before the first.</summary>
    public static CurrentRun? TryRead(Workspace workspace) => Settings.Read(workspace.Connection, Settings.CurrentRun) is null ? null : Read(workspace);

    /// <summary>The number of the current run; null before the first.</summary>
    internal static long? TryReadId(Workspace workspace) => long.TryParse(Settings.Read(workspace.Connection, Settings.CurrentRun), out var run) ? run : null;

    /// <summary>The encoder of the current run, quickly.</summary>
    /// <exception cref="JobException">Nothing was mined yet.</exception>
    internal static string ModelOf(Workspace workspace) =>
        workspace.Connection.Query("SELECT Model FROM Runs WHERE Id = $1", row => row.GetString(0), RequiredId(workspace)).Single();

    internal static long RequiredId(Workspace workspace) => long.TryParse(Settings.Read(workspace.Connection, Settings.CurrentRun), out var run)
        ? run
        : throw new JobException($"No run was finished in {workspace.Folder} yet: run textseg mine again; it goes on where it stopped.");
}
