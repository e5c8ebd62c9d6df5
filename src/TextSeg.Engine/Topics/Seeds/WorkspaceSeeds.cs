using System.Globalization;
using System.Text.Json;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Topics.Seeds;

/// <summary>The seed topics that a workspace remembers, so that later runs pull posts to them too.</summary>
public sealed class WorkspaceSeeds(Workspace workspace)
{
    /// <summary>Those remembered; none where there never were any.</summary>
    public IReadOnlyList<SeedEntry> Read() =>
        Settings.Read(workspace.Connection, Settings.SeedTopics) is { } json ? JsonSerializer.Deserialize<SeedEntry[]>(json, StoredJson.Options)! : [];

    /// <summary>Remembers others instead; none to forget them.</summary>
    public void Write(IReadOnlyList<SeedEntry> seeds) => Settings.Write(workspace.Connection, Settings.SeedTopics, JsonSerializer.Serialize(seeds, StoredJson.Options));

    /// <summary>Tells different seeds apart; empty for none.</summary>
    public static string KeyOf(IReadOnlyList<SeedEntry> seeds) =>
        seeds.Count == 0 ? "" : ContentHash.Of(JsonSerializer.Serialize(seeds, StoredJson.Options)).ToString("x16", CultureInfo.InvariantCulture);
}
