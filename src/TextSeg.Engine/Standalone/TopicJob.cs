using TextSeg.Mining;
using TextSeg.Mining.Topics;
using TextSeg.Nlp.Encoders;
using TextSeg.Nlp.Languages;

namespace TextSeg.Engine.Standalone;

/// <summary>The topic stage alone, without a workspace: vectors, then topics.</summary>
public sealed class TopicJob(OnnxEncoder encoder, TopicOptions options)
{
    /// <summary>Finds the topics of all posts with words.</summary>
    /// <exception cref="JobException">No post has words.</exception>
    public PostTopics Run(IReadOnlyList<PreparedPost> posts, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        int[] rows = [.. Enumerable.Range(0, posts.Count).Where(row => posts[row].HasWords)];
        if (rows.Length == 0)
        {
            throw new JobException("No record has words: name another text column with --columns text=NAME, or give other input.");
        }

        PreparedPost[] mined = [.. rows.Select(row => posts[row])];
        var vectors = PostVectors.Encode(encoder, [.. mined.Select(post => post.Prose)], progress, cancellationToken);
        var tree = new TopicFinder(options).Find(Input(mined, vectors), progress, cancellationToken);
        return new PostTopics(tree, RowsOf(posts.Count, rows));
    }

    /// <summary>What the topic stage needs to know of posts with words.</summary>
    public static TopicInput Input(IReadOnlyList<PreparedPost> posts, VectorTable vectors) => new(vectors)
    {
        LanguageOf = Codes(posts, post => post.Language == LanguageGuess.UnknownLanguage ? null : post.Language),
        AuthorOf = Codes(posts, post => post.Member is { } member ? post.Source + '\u001F' + member : null),
        TextKeyOf = [.. posts.Select(post => post.TextKey)],
        StableKeyOf = [.. posts.Select(StableKey)],
    };

    /// <summary>What a post is wherever it stands: its id and its words. The name of the file does not count, so a copy of it gives the same topics.</summary>
    private static ulong StableKey(PreparedPost post) => (ulong)ContentHash.Of(post.Id + '\u001F' + post.Prose);

    /// <summary>A code for each value in alphabetical order, −1 for none: the order of the rows does not matter.</summary>
    private static int[] Codes(IReadOnlyList<PreparedPost> posts, Func<PreparedPost, string?> value)
    {
        var codes = posts.Select(value).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select((text, code) => (text, code)).ToDictionary(pair => pair.text, pair => pair.code, StringComparer.Ordinal);
        return [.. posts.Select(post => value(post) is { } text ? codes[text] : -1)];
    }

    private static int[] RowsOf(int posts, int[] mined)
    {
        var rowOf = new int[posts];
        Array.Fill(rowOf, -1);
        for (var row = 0; row < mined.Length; row++)
        {
            rowOf[mined[row]] = row;
        }

        return rowOf;
    }
}
