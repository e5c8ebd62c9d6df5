using TextSeg.Engine.Storage;
using TextSeg.Engine.Topics;
using TextSeg.Mining.KeyPhrases;
using TextSeg.Mining.Topics;
using TextSeg.Mining.Topics.Edits;

namespace TextSeg.Engine.Edits;

/// <summary>What edits made of the topics of a run.</summary>
/// <param name="Stored">The edited topics.</param>
/// <param name="Levels">The same, level by level.</param>
/// <param name="Names">Names of the topics of the reader's level.</param>
/// <param name="Results">What became of each edit.</param>
internal sealed record EditedTopics(StoredForest Stored, EditedLevels Levels, string[] Names, IReadOnlyList<EditResult> Results);

/// <summary>Applies all edits of a workspace to the topics of a run as they were found, and writes all that depends on them: the one way by which edits take effect, at once and in later runs.</summary>
internal sealed class TopicEditing(Workspace workspace, long run, MiningCorpus corpus)
{
    /// <summary>Words where they were not read yet.</summary>
    public Lazy<(TermTable Terms, KeyPhraseFinder Phrases)> Words { get; init; } = new(() =>
    {
        var terms = TopicTerms.Read(workspace, corpus, new TopicOptions(), CancellationToken.None);
        return (terms, new KeyPhraseFinder(terms, new KeyPhraseOptions()));
    });

    /// <summary>Applies them; without edits the topics are those that were found, and the result is null. The caller holds the transaction.</summary>
    /// <param name="readerLevel">The level that is read first.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public EditedTopics? Apply(int readerLevel, CancellationToken cancellationToken)
    {
        var found = new FoundTopics(workspace, run);
        var store = new EditStore(workspace);
        var edits = store.OfTopics(corpus);
        if (edits.Count == 0)
        {
            found.Restore();
            return null;
        }

        found.Keep();
        var stored = TopicForestReader.Read(workspace, found.Number, corpus, readerLevel);
        var posts = new CentredPosts(Input());
        var results = new EditReplay(stored.Forest, posts).Run(edits);
        var levels = EditedLevels.Of(stored, posts);
        var (writer, facts) = (new EditedTopicWriter(workspace, run, corpus), new EditedTopicFacts(corpus, stored, Words));
        string[] readerNames = [];
        for (var level = 0; level < levels.Levels.Count; level++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (described, names) = facts.Describe(levels, level, cancellationToken);
            writer.WriteLevel(levels, level, described, names);
            readerNames = level == readerLevel ? names : readerNames;
        }

        writer.WritePosts(stored);
        store.WriteResults(run, results);
        return new EditedTopics(stored, levels, readerNames, results);
    }

    /// <summary>What edits need to know of posts.</summary>
    public TopicInput Input() => new(corpus.Vectors) { LanguageOf = corpus.LanguageOf, TextKeyOf = corpus.TextKeyOf, StableKeyOf = corpus.StableKeys };
}
