using TextSeg.Engine.Topics;
using TextSeg.Mining;
using TextSeg.Mining.KeyPhrases;
using TextSeg.Mining.Naming;
using TextSeg.Mining.Topics;

namespace TextSeg.Engine.Standalone;

/// <summary>The key phrases of topics that <see cref="TopicJob"/> found, without a workspace: every post is counted, and the words of very many posts lie in files.</summary>
/// <param name="options">The settings of the topics.</param>
/// <param name="folder">Where those files lie while they are needed.</param>
public sealed class TopicWordsJob(TopicOptions options, string folder)
{
    private const string Step = "phrases";

    /// <summary>Where the finished step is kept; nowhere by default.</summary>
    public StageResults Results { get; init; } = StageResults.None;

    /// <summary>Finds the phrases of the topics of every level.</summary>
    public TopicWords Run(IReadOnlyList<PreparedPost> posts, PostTopics topics, IProgress<StageProgress>? progress, CancellationToken cancellationToken) =>
        Results.Once(Step, () => Find(posts, topics.Tree, progress, cancellationToken), TopicWords.Write, TopicWords.Read);

    private TopicWords Find(IReadOnlyList<PreparedPost> posts, TopicTree tree, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        StageMemory.Release();
        var columns = PostColumns.Of(posts);
        using var terms = new TermReader(options, folder).Read(columns.Rows.Length, () => posts.Where(post => post.HasWords).Select(post => (post.Prose, post.Language)), (done, all) => Told(done, 2L * all), cancellationToken);
        using var finder = new KeyPhraseFinder(terms, new KeyPhraseOptions(), cancellationToken);
        var phrases = new TopicPhrases(columns.Languages, columns.LanguageOf, columns.AuthorOf);
        var levels = new IReadOnlyList<KeyPhrase>[tree.Levels.Length][];
        for (var level = 0; level < levels.Length; level++)
        {
            levels[level] = phrases.Of(tree.Levels[level], finder, cancellationToken);
            Told(levels.Length + level + 1, 2 * levels.Length);
        }

        return new TopicWords(levels, [.. levels.Select((level, i) => TopicLabels.Make(level, [.. tree.Levels[i].Topics.Select(topic => topic.SeedName)]))]);

        // Half of the time is for reading, half for counting.
        void Told(long done, long all) => progress?.Report(new StageProgress(Step, done * posts.Count / all, posts.Count));
    }
}
