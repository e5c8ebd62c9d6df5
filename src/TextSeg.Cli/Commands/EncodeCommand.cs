using System.CommandLine;
using System.Globalization;
using TextSeg.Cli.Output;
using TextSeg.Engine;
using TextSeg.Engine.Standalone;
using TextSeg.Mining;
using TextSeg.Nlp.Encoders;

namespace TextSeg.Cli.Commands;

/// <summary><c>textseg encode</c>: the vectors of posts, without a workspace.</summary>
internal static class EncodeCommand
{
    private const int BatchPosts = 2_048;
    private static readonly Option<string> Out = new("--out") { Description = "FILE.jsonl for one {\"id\",\"vector\"} a line, or FILE.npy for a table of 32-bit floats; rows are in the order of the input.", Required = true };
    private static readonly Option<bool> Json = Verb.JsonOption();

    public static Command Create() =>
        new Command("encode", "Write the vector of each post: cleaned and masked as in mining, one unit row a record, zeros where there are no words.")
        {
            InputOptions.Inputs, Out, InputOptions.Columns, InputOptions.Kind, InputOptions.Model, InputOptions.Threads, Json,
        }.Does(RunAsync);

    private static async Task RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var path = parsed.GetValue(Out)!;
        var isNpy = path.EndsWith(".npy", StringComparison.OrdinalIgnoreCase);
        if (!isNpy && !path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase))
        {
            throw new JobException($"The form of {path} is not known: let the name end in .jsonl or .npy.") { IsWrongUse = true };
        }

        using var encoder = InputOptions.LoadEncoder(parsed);
        using var file = new AtomicFile(path);
        var posts = await ConsoleProgress.RunAsync(TimeProvider.System, async progress =>
        {
            var read = await InputOptions.ReadReadableAsync(parsed, path, progress, cancellation);
            await Task.Run(() => Write(read.Posts, encoder, file.Stream, isNpy, progress, cancellation), cancellation);
            return read;
        });
        file.Finish();
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(new { Posts = posts.Posts.Count, posts.Rejected, encoder.Dimension, Model = encoder.ModelId, Out = path });
        }
        else
        {
            Console.Out.WriteLine(string.Create(CultureInfo.CurrentCulture, $"{posts.Posts.Count:N0} vectors of {encoder.Dimension} numbers by {encoder.ModelId} are in {path}."));
        }

        SourceNotes.RequireAllRead(posts.UnreadableInputs);
    }

    private static void Write(
        IReadOnlyList<PreparedPost> posts, OnnxEncoder encoder, Stream stream, bool isNpy, IProgress<StageProgress> progress, CancellationToken cancellation)
    {
        if (isNpy)
        {
            NpyWriter.WriteHeader(stream, posts.Count, encoder.Dimension);
        }

        var done = 0;
        foreach (var batch in posts.Chunk(BatchPosts))
        {
            var vectors = PostVectors.OfPosts(encoder, batch, progress: null, cancellation);
            if (isNpy)
            {
                NpyWriter.WriteRows(stream, vectors.Values);
            }
            else
            {
                WriteLines(stream, batch, vectors);
            }

            progress.Report(new StageProgress("encode", done += batch.Length, posts.Count));
        }
    }

    private static void WriteLines(Stream stream, PreparedPost[] batch, VectorTable vectors)
    {
        for (var row = 0; row < batch.Length; row++)
        {
            JsonLines.Write(stream, new { batch[row].Id, Vector = vectors[row].ToArray() });
        }
    }
}
