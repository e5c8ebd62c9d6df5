using System.Text.Json;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Topics;

namespace TextSeg.Engine.Reports;

/// <summary>The topics of the run, with quotes for the levels down to the reader's.</summary>
internal sealed class ReportTopics(Workspace workspace, CurrentRun run, QuoteReader quotes)
{
    private const int Quotes = 3;

    public IReadOnlyList<ReportTopic> Read() => [.. workspace.Connection.Query(
        "SELECT Id, ParentId, Level, Name, Posts, Members, Stability, Facts FROM Topics WHERE RunId = $1 ORDER BY Level, Posts DESC, Id",
        row => (Id: row.GetString(0), Parent: row.Text(1), Level: row.GetInt32(2), Name: row.GetString(3), Posts: row.GetInt32(4), Members: row.GetInt32(5),
            Stability: row.GetDouble(6), Facts: JsonSerializer.Deserialize<TopicFacts>(row.GetString(7), StoredJson.Options)!),
        run.Id).ToList().Select(topic => new ReportTopic(
            topic.Id, topic.Parent, topic.Level, topic.Name, [.. topic.Facts.KeyPhrases.Select(phrase => phrase.Text)], topic.Posts, topic.Members, topic.Stability,
            topic.Level <= run.Facts.ReaderLevel ? quotes.Read(topic.Facts.Exemplars.Take(Quotes)) : []))];
}
