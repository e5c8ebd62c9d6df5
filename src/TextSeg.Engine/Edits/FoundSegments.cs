using System.Text.Json;
using TextSeg.Engine.Segments;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Edits;

/// <summary>A segment with its card.</summary>
internal sealed record SegmentRow(string Id, string Name, string Description, int Members, double Stability, SegmentFacts Facts);

/// <summary>The segments of a run, their cards and who belongs to them, as mining wrote them, kept under the run's negative number from the first edit on.</summary>
internal sealed class FoundSegments(Workspace workspace, long run)
{
    private const string Segments = "Id, ParentId, Name, Description, Members, Stability, Facts";
    private const string Memberships = "MemberId, SegmentId, Weight, State, IsOwn";

    /// <summary>How many segments a run has now.</summary>
    public static int Count(Workspace workspace, long run) => workspace.Connection.Query("SELECT COUNT(*) FROM Segments WHERE RunId = $1", row => row.GetInt32(0), run).Single();

    /// <summary>Keeps them, unless they are kept already, and with the cards which topics their sentences name.</summary>
    public void Keep()
    {
        if (!workspace.Connection.Any("SELECT 1 FROM Memberships WHERE RunId = $1", -run))
        {
            Copy("Memberships", Memberships, run);
        }

        if (Read(-run).Count > 0)
        {
            return;
        }

        Copy("Segments", Segments, run);
        var topics = CurrentTopics();
        foreach (var segment in Read(-run))
        {
            var named = topics.Where(topic => segment.Facts.Contrasts.Any(contrast => contrast.Signal == SegmentContrast.OfTopic(topic.Label))
                || segment.Description.Contains($"“{topic.Label}”", StringComparison.Ordinal));
            Write(-run, segment with { Facts = segment.Facts with { NamedTopics = [.. named] } });
        }
    }

    /// <summary>Puts back the segments as they were kept, and who belongs to them.</summary>
    public void Restore()
    {
        Delete("Segments", run);
        Delete("Memberships", run);
        Copy("Segments", Segments, -run);
        Copy("Memberships", Memberships, -run);
    }

    /// <summary>Lets a segment end: its members belong to another with it.</summary>
    public void Move(string segment, string into)
    {
        using (var move = workspace.Connection.Prepare(
            """
            INSERT INTO Memberships (RunId, MemberId, SegmentId, Weight, State, IsOwn)
            SELECT RunId, MemberId, $3, Weight, State, IsOwn FROM Memberships WHERE RunId = $1 AND SegmentId = $2
            ON CONFLICT (RunId, MemberId, SegmentId) DO UPDATE SET
                Weight = CASE WHEN Memberships.Weight + excluded.Weight < 1 THEN ROUND(CAST(Memberships.Weight + excluded.Weight AS NUMERIC), 4) ELSE 1 END,
                IsOwn = CASE WHEN Memberships.IsOwn = 1 THEN 1 ELSE excluded.IsOwn END
            """, 3))
        {
            move.Bind(run, segment, into).ExecuteNonQuery();
        }

        foreach (var (table, column) in new[] { ("Memberships", "SegmentId"), ("Segments", "Id") })
        {
            using var delete = workspace.Connection.Prepare($"DELETE FROM {table} WHERE RunId = $1 AND {column} = $2", 2);
            delete.Bind(run, segment).ExecuteNonQuery();
        }
    }

    /// <summary>The cards as mining wrote them.</summary>
    public IReadOnlyList<SegmentRow> Kept() => Read(-run);

    /// <summary>Writes a card of the run.</summary>
    public void Write(SegmentRow segment) => Write(run, segment);

    /// <summary>Lets what was kept go.</summary>
    public void Forget()
    {
        Delete("Segments", -run);
        Delete("Memberships", -run);
    }

    /// <summary>The topics that readers see first, as they are now.</summary>
    public IReadOnlyList<CardTopic> CurrentTopics() => [.. workspace.Connection.Query(
        "SELECT Name, Id, Posts FROM Topics WHERE RunId = $1 AND Id IN (SELECT DISTINCT TopicId FROM PostTopics WHERE RunId = $1) ORDER BY Id",
        row => new CardTopic(row.GetString(0), row.GetString(1), row.GetInt32(2)),
        run)];

    private void Copy(string table, string columns, long from)
    {
        using var copy = workspace.Connection.Prepare($"INSERT INTO {table} (RunId, {columns}) SELECT -RunId, {columns} FROM {table} WHERE RunId = $1", 1);
        copy.Bind(from).ExecuteNonQuery();
    }

    private void Delete(string table, long number)
    {
        using var delete = workspace.Connection.Prepare($"DELETE FROM {table} WHERE RunId = $1", 1);
        delete.Bind(number).ExecuteNonQuery();
    }

    private List<SegmentRow> Read(long number) => [.. workspace.Connection.Query(
        "SELECT Id, Name, Description, Members, Stability, Facts FROM Segments WHERE RunId = $1 ORDER BY Id",
        row => new SegmentRow(row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetDouble(4), JsonSerializer.Deserialize<SegmentFacts>(row.GetString(5), StoredJson.Options)!),
        number)];

    private void Write(long number, SegmentRow segment)
    {
        using var update = workspace.Connection.Prepare("UPDATE Segments SET Name = $3, Description = $4, Members = $5, Stability = $6, Facts = $7 WHERE RunId = $1 AND Id = $2", 7);
        update.Bind(number, segment.Id, segment.Name, segment.Description, segment.Members, segment.Stability, JsonSerializer.Serialize(segment.Facts, StoredJson.Options)).ExecuteNonQuery();
    }
}
