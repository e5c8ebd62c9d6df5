using TextSeg.Engine.Storage;
using TextSeg.Mining.KeyPhrases;
using TextSeg.Mining.Topics;

namespace TextSeg.Engine.Topics;

/// <summary>
/// Reads the words of posts, by several threads, and counts them in the order of the posts. Up to <see cref="TopicOptions.MostTextsWhole"/> posts in one pass and in memory;
/// of more, a first pass finds the words that matter, and what phrases are counted with lies in files.
/// </summary>
/// <param name="options">How many posts are many, and how many threads.</param>
/// <param name="folder">Where the files lie while they are needed.</param>
internal sealed class TermReader(TopicOptions options, string folder)
{
    private const int ReadAtOnce = 4_096;

    /// <summary>The words of posts, one row each.</summary>
    /// <param name="count">Number of posts.</param>
    /// <param name="posts">Prose and language of each post in order; asked for again in a second pass.</param>
    /// <param name="read">Told the posts read so far, and how many readings there are in all.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public TermTable Read(int count, Func<IEnumerable<(string Prose, string Language)>> posts, Action<int, int>? read, CancellationToken cancellationToken)
    {
        if (count <= options.MostTextsWhole)
        {
            return Fill(new TermTableBuilder(), posts(), done => read?.Invoke(done, count), cancellationToken);
        }

        var frequent = new FrequentWords(new KeyPhraseOptions(), count);
        foreach (var (tokens, done) in Tokens(posts(), cancellationToken))
        {
            frequent.Count(tokens);
            read?.Invoke(done, 2 * count);
        }

        return Fill(new TermTableBuilder(frequent, () => ScratchFile.Open(folder)), posts(), done => read?.Invoke(count + done, 2 * count), cancellationToken);
    }

    private TermTable Fill(TermTableBuilder builder, IEnumerable<(string Prose, string Language)> posts, Action<int> read, CancellationToken cancellationToken)
    {
        using var filled = builder;
        foreach (var (tokens, done) in Tokens(posts, cancellationToken))
        {
            builder.Add(tokens);
            read(done);
        }

        return builder.Build();
    }

    private IEnumerable<(TermToken[] Tokens, int Done)> Tokens(IEnumerable<(string Prose, string Language)> posts, CancellationToken cancellationToken)
    {
        var done = 0;
        var limit = new ParallelOptions { MaxDegreeOfParallelism = options.Threads > 0 ? options.Threads : Environment.ProcessorCount, CancellationToken = cancellationToken };
        foreach (var part in posts.Chunk(ReadAtOnce))
        {
            var tokens = new TermToken[part.Length][];
            Parallel.For(0, part.Length, limit, i => tokens[i] = [.. TopicTerms.Tokens(part[i].Prose, part[i].Language)]);
            foreach (var row in tokens)
            {
                yield return (row, ++done);
            }
        }
    }
}
