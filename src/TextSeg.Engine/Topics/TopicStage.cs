using System.Numerics.Tensors;
using TextSeg.Engine.Storage;
using TextSeg.Mining;
using TextSeg.Mining.Exemplars;
using TextSeg.Mining.KeyPhrases;
using TextSeg.Mining.Naming;
using TextSeg.Mining.Topics;
using TextSeg.Mining.Topics.Layout;
using TextSeg.Mining.Topics.Seeds;

namespace TextSeg.Engine.Topics;

/// <summary>The corpus stage that finds topics: graph, levels and hierarchy, then words and typical posts for each topic of each level, and a place on the map for each post.</summary>
public sealed class TopicStage(Workspace workspace, TopicOptions options)
{
    private const int ExemplarsPerTopic = 5;

    /// <summary>Rounds of the map of a very large collection, where each takes a second.</summary>
    private const int FewRounds = 100;

    /// <summary>Content words of a post that is easy to quote: some 8 to 80 words in all.</summary>
    private const int FewestWords = 4;
    private const int MostWords = 40;

    /// <summary>What other posts lose in cosine: they are taken where no better ones are near the centre.</summary>
    private const double HardToQuote = 0.2;

    /// <summary>Topics that people described; languages are numbered as in the corpus.</summary>
    public IReadOnlyList<SeedTopic> Seeds { get; init; } = [];

    /// <summary>Finds the topics of the corpus and writes them under a run.</summary>
    public TopicFindings Run(long run, MiningCorpus corpus, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        using var activity = Telemetry.Begin("topics");
        var tree = Find(corpus, progress, cancellationToken);
        StageMemory.Release();
        progress?.Report(new StageProgress("map", 0, 1));
        var rounds = tree.Graph.Keys.Length > options.MostTextsWhole ? FewRounds : new MapOptions().Rounds;
        var places = new PostMap(new MapOptions { Seed = options.Seed, Threads = options.Threads, Rounds = rounds }).Place(tree.Graph, cancellationToken);
        tree = tree.WithoutVectors();
        StageMemory.Release();
        progress?.Report(new StageProgress("words", 0, tree.Levels.Length));
        var terms = TopicTerms.Read(workspace, corpus, options, cancellationToken);
        var phrases = new KeyPhraseFinder(terms, new KeyPhraseOptions(), cancellationToken);
        var facts = new List<TopicFacts[]>();
        foreach (var level in tree.Levels)
        {
            facts.Add(Describe(level, terms, phrases, corpus, cancellationToken));
            progress?.Report(new StageProgress("words", facts.Count, tree.Levels.Length));
        }

        var labels = facts.Select(level => TopicLabels.Make([.. level.Select(topic => topic.KeyPhrases)], [.. level.Select(topic => topic.GivenName)])).ToArray();
        new TopicWriter(workspace, run).Write(corpus, tree, facts, labels, places);
        return new TopicFindings(tree, phrases, terms, labels[tree.ReaderLevel]);
    }

    // The vectors as the encoder gave them are not needed while groups are looked for.
    private TopicTree Find(MiningCorpus corpus, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        var input = new TopicInput(corpus.Vectors)
        {
            LanguageOf = corpus.LanguageOf,
            AuthorOf = corpus.MemberOf,
            TextKeyOf = corpus.TextKeyOf,
            StableKeyOf = corpus.StableKeys,
            Seeds = Seeds,
        };
        var finder = new TopicFinder(options);
        var graph = finder.Connect(input, progress, cancellationToken);
        corpus.Rest();
        StageMemory.Release();
        return finder.Group(graph, progress, cancellationToken);
    }

    private static TopicFacts[] Describe(TopicLevel level, TermTable terms, KeyPhraseFinder phrases, MiningCorpus corpus, CancellationToken cancellationToken)
    {
        var found = new TopicPhrases(corpus.Languages, corpus.LanguageOf, corpus.MemberOf).Of(level, phrases, cancellationToken);
        var rows = Enumerable.Range(0, level.TopicOf.Length).ToLookup(row => level.TopicOf[row]);
        return [.. level.Topics.Select((topic, index) => new TopicFacts(found[index], Exemplars(topic, [.. rows[index]], terms, corpus), topic.DistinctTexts) { GivenName = topic.SeedName })];
    }

    /// <summary>Posts that stand for a topic, the best first.</summary>
    internal static long[] Exemplars(Topic topic, int[] rows, TermTable terms, MiningCorpus corpus)
    {
        var relevance = rows.Select(row => TensorPrimitives.Dot(corpus.Vectors[row], topic.Centroid)
            - (terms.ContentWordsIn(row) is >= FewestWords and <= MostWords ? 0 : HardToQuote)).ToArray();
        return [.. MaximalMarginalRelevance.Choose(corpus.Vectors, rows, relevance, ExemplarsPerTopic, corpus.MemberOf, corpus.StableKeys).Select(row => corpus.PostIds[row])];
    }
}
