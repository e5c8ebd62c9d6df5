using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Tests;

/// <summary>Writes into a workspace what a classifier would have read in its posts.</summary>
internal static class InventedReadings
{
    /// <summary>Labels every post by the number in its id of the source; "unsure" where the intent is null.</summary>
    public static void Write(WorkspaceAddress address, Func<int, InventedReading> of)
    {
        using var workspace = Workspace.OpenToWrite(address);
        Write(workspace, of);
    }

    public static void Write(Workspace workspace, Func<int, InventedReading> of)
    {
        var posts = workspace.Connection.Query("SELECT Id, CAST(SUBSTR(ExternalId, 2) AS INTEGER) FROM Posts ORDER BY Id", row => (Id: row.GetInt64(0), Number: row.GetInt32(1))).ToArray();
        workspace.Connection.InTransaction(() =>
        {
            using var insert = workspace.Connection.Prepare("INSERT INTO Annotations (PostId, Kind, Label, Confidence, Model) VALUES ($1, $2, $3, $4, 'invented')", 4);
            foreach (var (post, number) in posts)
            {
                var read = of(number);
                insert.Bind(post, "sentiment", read.Sentiment, 0.9).ExecuteNonQuery();
                insert.Bind(post, "emotion", read.Emotion, 0.9).ExecuteNonQuery();
                insert.Bind(post, "intent", read.Intent ?? "unsure", 0.9).ExecuteNonQuery();
                insert.Bind(post, "urgency", read.Urgency, 0.9).ExecuteNonQuery();
                insert.Bind(post, "frustration", "frustration", read.Frustration).ExecuteNonQuery();
            }
        });
    }
}

/// <summary>What is written for one post.</summary>
internal sealed record InventedReading(string Sentiment, string Emotion, string? Intent, string Urgency, double Frustration)
{
    public static InventedReading Angry { get; } = new("negative", "anger", "report-problem", "urgent", 0.8);

    public static InventedReading Pleased { get; } = new("positive", "joy", "share", "calm", 0.1);

    public static InventedReading Unsure { get; } = new("unsure", "unsure", null, "unsure", 0.3);
}
