using System.Text.Json;
using TextSeg.Engine.Segments;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Edits;

/// <summary>A segment with its card.</summary>
internal sealed record SegmentRow(string Id, string Name, string Description, SegmentFacts Facts);

/// <summary>The segment cards of a run as mining wrote them, kept under the run's negative number from the first edit on.</summary>
internal sealed class FoundSegments(Workspace workspace, long run)
{
    /// <summary>Keeps the cards, unless they are kept already, and with them which topics their sentences name.</summary>
    public void Keep()
    {
        if (Read(-run).Count > 0)
        {
            return;
        }

        using (var copy = workspace.Connection.Prepare(
            "INSERT INTO Segments (RunId, Id, ParentId, Name, Description, Members, Stability, Facts) SELECT -RunId, Id, ParentId, Name, Description, Members, Stability, Facts FROM Segments WHERE RunId = $1", 1))
        {
            copy.Bind(run).ExecuteNonQuery();
        }

        var topics = CurrentTopics();
        foreach (var segment in Read(-run))
        {
            var named = topics.Where(topic => segment.Facts.Contrasts.Any(contrast => contrast.Signal == SegmentContrast.OfTopic(topic.Label))
                || segment.Description.Contains($"“{topic.Label}”", StringComparison.Ordinal));
            Write(-run, segment with { Facts = segment.Facts with { NamedTopics = [.. named] } });
        }
    }

    /// <summary>The cards as mining wrote them.</summary>
    public IReadOnlyList<SegmentRow> Kept() => Read(-run);

    /// <summary>Writes a card of the run.</summary>
    public void Write(SegmentRow segment) => Write(run, segment);

    /// <summary>Lets the kept cards go.</summary>
    public void Forget()
    {
        using var delete = workspace.Connection.Prepare("DELETE FROM Segments WHERE RunId = $1", 1);
        delete.Bind(-run).ExecuteNonQuery();
    }

    /// <summary>The topics that readers see first, as they are now.</summary>
    public IReadOnlyList<CardTopic> CurrentTopics() => [.. workspace.Connection.Query(
        "SELECT Name, Id, Posts FROM Topics WHERE RunId = $1 AND Id IN (SELECT DISTINCT TopicId FROM PostTopics WHERE RunId = $1) ORDER BY Id",
        row => new CardTopic(row.GetString(0), row.GetString(1), row.GetInt32(2)),
        run)];

    private List<SegmentRow> Read(long number) => [.. workspace.Connection.Query(
        "SELECT Id, Name, Description, Facts FROM Segments WHERE RunId = $1 ORDER BY Id",
        row => new SegmentRow(row.GetString(0), row.GetString(1), row.GetString(2), JsonSerializer.Deserialize<SegmentFacts>(row.GetString(3), StoredJson.Options)!),
        number)];

    private void Write(long number, SegmentRow segment)
    {
        using var update = workspace.Connection.Prepare("UPDATE Segments SET Name = $3, Description = $4, Facts = $5 WHERE RunId = $1 AND Id = $2", 5);
        update.Bind(number, segment.Id, segment.Name, segment.Description, JsonSerializer.Serialize(segment.Facts, StoredJson.Options)).ExecuteNonQuery();
    }
}
