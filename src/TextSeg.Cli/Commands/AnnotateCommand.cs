using System.CommandLine;
using System.Globalization;
using TextSeg.Cli.Output;

namespace TextSeg.Cli.Commands;

/// <summary><c>textseg annotate</c>: labels of posts, without a workspace.</summary>
internal static class AnnotateCommand
{
    private static readonly Option<string> Out = new("--out") { Description = "Where the labels go: one {\"id\",\"language\",\"confidence\"} a line, in the order of the input.", Required = true };
    private static readonly Option<bool> Json = Verb.JsonOption();

    public static Command Create() =>
        new Command("annotate", "Write the language of each post, \"unknown\" where it cannot be told, and how sure that is.")
        {
            InputOptions.Inputs, Out, InputOptions.Columns, InputOptions.Kind, InputOptions.Threads, Json,
        }.Does(RunAsync);

    private static async Task RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var path = parsed.GetValue(Out)!;
        using var file = new AtomicFile(path);
        var posts = await ConsoleProgress.RunAsync(TimeProvider.System, progress => Task.Run(
            () => InputOptions.ReadReadableAsync(parsed, path, progress, cancellation), cancellation));
        foreach (var post in posts.Posts)
        {
            cancellation.ThrowIfCancellationRequested();
            JsonLines.Write(file.Stream, new { post.Id, Language = post.GuessedLanguage, Confidence = Math.Round(post.LanguageConfidence, 4) });
        }

        file.Finish();
        var languages = posts.Posts.CountBy(post => post.GuessedLanguage).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).ToArray();
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(new { Posts = posts.Posts.Count, posts.Rejected, Languages = languages.ToDictionary(pair => pair.Key, pair => pair.Value), Out = path });
        }
        else
        {
            Print(languages, posts.Posts.Count, path);
        }

        SourceNotes.RequireAllRead(posts.UnreadableInputs);
    }

    private static void Print(KeyValuePair<string, int>[] languages, int posts, string path)
    {
        var table = new FigureTable("Language", "Posts", "Share");
        foreach (var (language, count) in languages)
        {
            table.Row(language, FigureTable.Count(count), FigureTable.Share((double)count / posts));
        }

        table.Print();
        Console.Out.WriteLine(string.Create(CultureInfo.CurrentCulture, $"{posts:N0} labels are in {path}."));
    }
}
