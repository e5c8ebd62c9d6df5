using System.CommandLine;
using System.Globalization;
using TextSeg.Cli.Output;
using TextSeg.Engine;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Reports;
using TextSeg.Engine.Storage;
using TextSeg.Nlp.Encoders;
using TextSeg.Nlp.Inference;

namespace TextSeg.Cli.Commands;

/// <summary><c>textseg ask</c>: posts that answer a question in plain words, how many there are and how sure that is.</summary>
internal static class AskCommand
{
    private static readonly Argument<string> Question = new("QUESTION") { Description = "A theme in plain words, in any language that the encoder knows." };
    private static readonly Option<string> Filter = new("--filter")
    {
        Description = "Only these posts: language=de,kind=ticket,after=2022-01-01,before=2023-01-01,segment=s1,member=17,topic=t2-1,mood=frustrated|anger,intent=report-problem,urgency=urgent.", DefaultValueFactory = _ => "",
    };

    private static readonly Option<int> Limit = new("--limit") { Description = "Posts to show, 1 to 1,000.", DefaultValueFactory = _ => 10 };
    private static readonly Option<bool> Json = Verb.JsonOption();

    public static Command Create() =>
        new Command("ask", "Find the posts that answer a theme in plain words: how many, by how many members, how sure, in which topics.")
        {
            Question, WorkspaceOptions.Data, WorkspaceOptions.Database, WorkspaceOptions.Vectors, Filter, Limit, InputOptions.Model, InputOptions.Threads, Json,
        }.Does(RunAsync);

    private static async Task RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var filter = SearchFilter.Parse(parsed.GetValue(Filter));
        using var workspace = Workspace.OpenToRead(WorkspaceOptions.Address(parsed));
        using var encoder = OnnxEncoder.Load(WorkspaceEncoder.ForSearch(parsed, CurrentRun.Read(workspace).Model), new InferenceOptions { Threads = parsed.GetValue(InputOptions.Threads) });
        await using var store = new MiningTools(encoder, InputOptions.LoadLanguages()).OpenStoreToRead(workspace);
        var answer = await new PostSearch(workspace, store, encoder).AskAsync(parsed.GetValue(Question)!, filter, parsed.GetValue(Limit), cancellation);
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(answer);
        }
        else
        {
            Print(answer);
        }
    }

    private static void Print(SearchAnswer answer)
    {
        var culture = CultureInfo.CurrentCulture;
        if (answer.Searched == 0)
        {
            Console.Out.WriteLine("No post passes the filter.");
            return;
        }

        Console.Out.WriteLine(answer.Posts == 0
            ? string.Create(culture, $"No post stands out from the {answer.Searched:N0} searched; about {answer.ExpectedRelevant:N0} may still be relevant.")
            : string.Create(culture, $"{answer.Posts:N0} posts by {answer.Members:N0} members are more likely relevant than not, of {answer.Searched:N0} searched; about {answer.ExpectedRelevant:N0} in all."));
        Console.Out.WriteLine(string.Create(culture, $"Found by meaning: {answer.Legs.Meaning:N0}; by words: {answer.Legs.Words:N0}."));
        foreach (var topic in answer.Topics.Take(5))
        {
            Console.Out.WriteLine(string.Create(culture, $"  {topic.Posts,6:N0}  {topic.Id,-6} {topic.Name}"));
        }

        foreach (var hit in answer.Hits)
        {
            Console.Out.WriteLine();
            Console.Out.WriteLine(string.Create(culture, $"{hit.Relevance:P0}  {Where(hit)}"));
            Console.Out.WriteLine("  " + Excerpts.Shorten(hit.Text));
        }
    }

    private static string Where(SearchHit hit) => string.Join(" · ", new[]
    {
        $"{hit.Source} {hit.Id}", hit.Time?.ToString("d", CultureInfo.CurrentCulture), hit.Member is { } member ? $"member {member}" : null, hit.Topic, hit.Language, string.Join(", ", hit.Labels), string.Join(" and ", hit.FoundBy),
    }.Where(part => !string.IsNullOrEmpty(part)));
}
