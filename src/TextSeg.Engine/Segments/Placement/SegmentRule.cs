using System.Numerics.Tensors;
using System.Text.Json;
using TextSeg.Engine.Storage;
using TextSeg.Mining.Profiles;

namespace TextSeg.Engine.Segments.Placement;

/// <summary>By what rule a run placed members in its segments: how a profile is made, and the middle of each segment. It holds means of many members, and no words.</summary>
/// <param name="Profiles">How a profile is made.</param>
/// <param name="Centroids">The unit mean of each segment's profiles, in the order of the segments.</param>
/// <param name="Topics">The topics in the order in which profiles number them.</param>
/// <param name="Languages">The languages likewise.</param>
internal sealed record SegmentRule(ProfileModelState Profiles, IReadOnlyList<float[]> Centroids, string[] Topics, string[] Languages)
{
    /// <summary>Whether a run has one.</summary>
    public static bool Exists(Workspace workspace, long run) => workspace.Connection.Any("SELECT 1 FROM SegmentModels WHERE RunId = $1", run);

    /// <summary>The rule of a run; null where it found no segments.</summary>
    public static SegmentRule? TryRead(Workspace workspace, long run) =>
        workspace.Connection.Query("SELECT Model FROM SegmentModels WHERE RunId = $1", row => row.GetString(0), run).FirstOrDefault() is { } text
            ? JsonSerializer.Deserialize<SegmentRule>(text, StoredJson.Options)
            : null;

    /// <summary>Keeps it with a run.</summary>
    public void Write(Workspace workspace, long run)
    {
        using var insert = workspace.Connection.Prepare("INSERT INTO SegmentModels (RunId, Model) VALUES ($1, $2)", 2);
        insert.Bind(run, JsonSerializer.Serialize(this, StoredJson.Options)).ExecuteNonQuery();
    }

    /// <summary>The segment whose middle is nearest to a profile; −1 for a row of zeros.</summary>
    public int SegmentOf(ReadOnlySpan<float> profile)
    {
        var (best, highest) = (-1, float.NegativeInfinity);
        for (var segment = 0; segment < Centroids.Count && profile.ContainsAnyExcept(0f); segment++)
        {
            if (TensorPrimitives.Dot(profile, Centroids[segment]) is var cosine && cosine > highest)
            {
                (best, highest) = (segment, cosine);
            }
        }

        return best;
    }
}
