using System.CommandLine;
using System.Globalization;
using TextSeg.Cli.Output;
using TextSeg.Engine.Standalone;
using TextSeg.Mining;
using TextSeg.Nlp.Classifiers;

namespace TextSeg.Cli.Commands;

/// <summary><c>textseg annotate</c>: labels of posts, without a workspace.</summary>
internal static class AnnotateCommand
{
    private const int BatchPosts = 2_048;
    private static readonly Option<string> Out = new("--out") { Description = "Where the labels go: one JSON object a line, in the order of the input.", Required = true };
    private static readonly Option<bool> Explain = new("--explain") { Description = "Add the words that moved each label most, and where sentences and words stand in the original. It takes a reading for each word." };
    private static readonly Option<bool> Signs = new("--signs") { Description = "Add the signs of frustration counted in each post." };
    private static readonly Option<bool> Json = Verb.JsonOption();

    public static Command Create() =>
        new Command("annotate", "Write of each post its language, mood (also by sentence), emotions, intent, urgency with its reasons, and frustration; \"unsure\" and \"unknown\" where they cannot be told.")
        {
            InputOptions.Inputs, Out, Explain, Signs, ReaderOptions.Model, InputOptions.Columns, InputOptions.Kind, InputOptions.Threads, Json,
        }.Does(RunAsync);

    private static async Task RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var path = parsed.GetValue(Out)!;
        using var classifier = ReaderOptions.Load(parsed);
        using var file = new AtomicFile(path);
        var counts = new LabelCounts();
        var posts = await ConsoleProgress.RunAsync(TimeProvider.System, async progress =>
        {
            var read = await InputOptions.ReadReadableAsync(parsed, path, progress, cancellation, keepsOrigins: parsed.GetValue(Explain));
            await Task.Run(() => Write(parsed, read.Posts, classifier, file.Stream, counts, progress, cancellation), cancellation);
            return read;
        });
        file.Finish();
        if (parsed.GetValue(Json))
        {
            var kinds = counts.Kinds;
            JsonOutput.Write(new { Posts = posts.Posts.Count, posts.Rejected, Languages = kinds.GetValueOrDefault("language"), Labels = kinds.Where(kind => kind.Key != "language").ToDictionary(), Model = classifier?.Name, Out = path });
        }
        else
        {
            counts.Print(posts.Posts.Count);
            Console.Out.WriteLine(string.Create(CultureInfo.CurrentCulture, $"Labels of {posts.Posts.Count:N0} posts are in {path}."));
        }

        SourceNotes.RequireAllRead(posts.UnreadableInputs);
    }

    private static void Write(
        ParseResult parsed, IReadOnlyList<PreparedPost> posts, ITextClassifier? classifier, Stream stream, LabelCounts counts, IProgress<StageProgress> progress, CancellationToken cancellation)
    {
        var reader = classifier is null ? null : new PostReader(classifier);
        var erasure = reader is null || !parsed.GetValue(Explain) ? null : new WordErasure(reader);
        var done = 0;
        foreach (var batch in posts.Chunk(BatchPosts))
        {
            cancellation.ThrowIfCancellationRequested();
            PostText[] texts = [.. batch.Select(post => new PostText(post.Prose, post.Language))];
            var readings = reader?.Read(texts, cancellation);
            var words = erasure?.Explain(texts, cancellation);
            for (var row = 0; row < batch.Length; row++)
            {
                counts.Add("language", batch[row].GuessedLanguage);
                if (readings is not null)
                {
                    counts.Add(readings[row]);
                }

                JsonLines.Write(stream, new AnnotationLine(batch[row]) { Reading = readings?[row], Words = words?[row], WithSigns = parsed.GetValue(Signs) }.Build());
            }

            progress.Report(new StageProgress("annotate", done += batch.Length, posts.Count));
        }
    }
}
