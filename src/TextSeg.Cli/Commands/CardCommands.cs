using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using TextSeg.Cli.Output;
using TextSeg.Engine;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Reports;
using TextSeg.Engine.Segments;
using TextSeg.Engine.Storage;

namespace TextSeg.Cli.Commands;

/// <summary>The verbs that show what the current run knows: <c>segments</c>, <c>segment</c>, <c>topic</c>, <c>member</c>.</summary>
internal static class CardCommands
{
    private static readonly Argument<string> Id = new("ID") { Description = "The id, as the lists print it." };
    private static readonly Option<bool> Json = Verb.JsonOption();

    public static Command Segments() =>
        new Command("segments", "List the segments of members, and the topics.") { WorkspaceOptions.Data, WorkspaceOptions.Database, Json }.Does((parsed, _) => Show(parsed, workspace =>
        {
            var report = new ReportBuilder(workspace, TimeProvider.System).Build("");
            var topics = report.Topics.Where(topic => topic.Level == report.ReaderLevel);
            return (new { report.Segments, report.NoSegments, Topics = topics, report.Moods }, () => ReportTables.Print(report));
        }));

    public static Command Segment() =>
        new Command("segment", "Show a segment: who they are, in which words, what they want, how they feel, what makes them different, how sure.") { Id, WorkspaceOptions.Data, WorkspaceOptions.Database, Json }.Does((parsed, _) => Show(parsed, workspace =>
        {
            var card = new SegmentQueries(workspace).Get(parsed.GetValue(Id)!);
            var facts = card.Facts.Deserialize<SegmentFacts>(StoredJson.Options)!;
            var reader = new QuoteReader(workspace);
            var (quotes, moods) = (reader.Read(facts.Quotes), reader.Read(facts.Readings?.Quotes ?? []));
            return (new { Segment = card, Quotes = quotes, MoodQuotes = moods }, () => CardText.Print(card, facts, quotes, moods));
        }));

    public static Command Topic() =>
        new Command("topic", "Show a topic: its words, typical posts, what its authors want and how they feel, languages, months and finer topics.") { Id, WorkspaceOptions.Data, WorkspaceOptions.Database, Json }.Does((parsed, _) => Show(parsed, workspace =>
        {
            var card = new TopicQueries(workspace).Get(parsed.GetValue(Id)!);
            return (card, () => CardText.Print(card));
        }));

    public static Command Member() =>
        new Command("member", "Show a member: topics, segments, moods and intents, languages, replies and latest posts, masked.") { Id, WorkspaceOptions.Data, WorkspaceOptions.Database, Json }.Does((parsed, _) => Show(parsed, workspace =>
        {
            var card = new MemberQueries(workspace).Get(parsed.GetValue(Id)!);
            return (card, () => CardText.Print(card));
        }));

    private static Task Show(ParseResult parsed, Func<Workspace, (object Json, Action Print)> read)
    {
        using var workspace = Workspace.OpenToRead(WorkspaceOptions.Address(parsed));
        var (json, print) = read(workspace);
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(json);
        }
        else
        {
            print();
        }

        return Task.CompletedTask;
    }
}
