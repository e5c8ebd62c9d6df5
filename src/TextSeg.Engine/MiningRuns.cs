using System.Text.Json;
using TextSeg.Engine.Comparison;
using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine;

/// <summary>
/// The runs of the corpus stages. A run writes beside the current one and becomes visible whole, by one switch; what an earlier
/// run left half done is removed when the next begins.
/// </summary>
public sealed class MiningRuns(Workspace workspace, TimeProvider clock)
{
    private static readonly string[] TablesOfRuns = ["Topics", "PostTopics", "Segments", "Memberships", "Profiles", "EditResults", "SegmentModels"];

    /// <summary>The run that readers see; null before the first.</summary>
    public long? Current => long.TryParse(Settings.Read(workspace.Connection, Settings.CurrentRun), out var run) ? run : null;

    /// <summary>Starts a run.</summary>
    public long Begin(ulong seed, string model)
    {
        long run = 0;
        workspace.Connection.InTransaction(() =>
        {
            RemoveAllBut(Current ?? 0);
            using var insert = workspace.Connection.Prepare(
                "INSERT INTO Runs (StartedAt, Seed, Model, Version, Facts) VALUES ($1, $2, $3, $4, '{}') RETURNING Id", 4);
            run = (long)insert.Bind(clock.GetUtcNow().ToUnixTimeMilliseconds(), (long)seed, model, Workspace.ProductVersion).ExecuteScalar()!;
        });
        return run;
    }

    /// <summary>Makes a whole run the current one, keeps what it changed, and lets the one before go.</summary>
    public void Publish(long run, RunFacts facts) => workspace.Connection.InTransaction(() =>
    {
        var before = Current;
        using var finish = workspace.Connection.Prepare("UPDATE Runs SET FinishedAt = $2, Facts = $3 WHERE Id = $1", 3);
        finish.Bind(run, clock.GetUtcNow().ToUnixTimeMilliseconds(), JsonSerializer.Serialize(facts, StoredJson.Options)).ExecuteNonQuery();
        Settings.Write(workspace.Connection, Settings.CurrentRun, run.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (before is { } compared && compared != run)
        {
            new RunComparer(workspace, compared, run).Write();
        }

        RemoveAllBut(run);
        new WaitingPosts(workspace).Renew(run);
        workspace.Connection.Provider.ForgetOldChanges(workspace.Connection);

        // Whoever has posts that came too late for the run waits again when these are placed in it.
        workspace.Connection.Execute("DELETE FROM WaitingMembers");
    });

    // The same run before edits by hand stands under the negative number.
    private void RemoveAllBut(long run)
    {
        foreach (var table in TablesOfRuns)
        {
            using var remove = workspace.Connection.Prepare($"DELETE FROM {table} WHERE RunId <> $1 AND RunId <> -$1", 1);
            remove.Bind(run).ExecuteNonQuery();
        }

        using var brokenOff = workspace.Connection.Prepare("DELETE FROM Runs WHERE FinishedAt IS NULL AND Id <> $1", 1);
        brokenOff.Bind(run).ExecuteNonQuery();
    }
}
