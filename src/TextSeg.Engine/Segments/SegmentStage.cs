using System.Globalization;
using TextSeg.Engine.Naming;
using TextSeg.Engine.Segments.Placement;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Topics;
using TextSeg.Mining;
using TextSeg.Mining.Naming;
using TextSeg.Mining.Profiles;
using TextSeg.Mining.Segments;

namespace TextSeg.Engine.Segments;

/// <summary>The corpus stage that groups members by their profiles, tells the groups apart, names them, and writes them under a run.</summary>
public sealed class SegmentStage(Workspace workspace, SegmentOptions options, MiningTools tools)
{
    private const int FewestMembers = 4;

    /// <summary>Finds and writes the segments; says why when there can be none.</summary>
    public async Task<SegmentFindings> RunAsync(
        long run, MiningCorpus corpus, TopicFindings topics, ProfileInput posts, ProfileTable profiles, ProfileModel model, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        using var activity = Telemetry.Begin("segments");
        var quiet = profiles.Quiet.Count(isQuiet => isQuiet);
        if (WhyNone(corpus, profiles.Count - quiet) is { } reason)
        {
            return new SegmentFindings { NoSegments = reason, QuietMembers = quiet };
        }

        progress?.Report(new StageProgress("segments", 0, 3));
        var tree = new SegmentFinder(options).Find(profiles, posts.MemberKeyOf, null, cancellationToken);
        var inNone = tree.SegmentOf.Count(segment => segment < 0) - quiet;
        if (tree.Segments.Count == 0)
        {
            var empty = $"{options.Clusterer.Name} put no member in a group: choose another clusterer for segments.";
            return new SegmentFindings { NoSegments = empty, QuietMembers = quiet, MembersInNone = inNone };
        }

        if (tree.Segments.Count == 1 && options.Count is null && inNone == 0)
        {
            return new SegmentFindings { NoSegments = "All members write so much alike that they are one group, which tells nobody apart.", QuietMembers = quiet };
        }

        progress?.Report(new StageProgress("segments", 1, 3));
        var quotes = new QuoteChooser(posts, tree, row => Prose(corpus.PostIds[row]));
        var evidence = NamingEvidence.WithQuotes(SegmentEvidenceBuilder.Build(Naming(corpus, topics, posts, profiles, tree), cancellationToken), quotes, row => Prose(corpus.PostIds[row]));
        var proof = NamingEvidence.Proof(workspace, tools, posts, tree);
        var names = await new SegmentNaming(tools.Namer, proof).NameAllAsync(evidence, cancellationToken);
        progress?.Report(new StageProgress("segments", 2, 3));
        var cards = new SegmentCards(corpus, topics, posts, profiles, tree, names, quotes);
        SegmentFacts[] facts = [.. evidence.Select((own, i) => cards.Describe(own, [.. quotes.Choose(i, names[i]).Select(quote => corpus.PostIds[quote.Row])]))];
        new SegmentWriter(workspace, run).Write(corpus, tree, profiles, names, new QuoteEvidence(workspace, tools.Classifier).AddTo(facts, cancellationToken));
        new SegmentRule(
            model.State, [.. tree.Segments.Select(segment => segment.Centroid)],
            [.. Enumerable.Range(0, topics.Tree.K).Select(topic => TopicWriter.IdOf(topics.Tree.ReaderLevel, topic))], corpus.Languages).Write(workspace, run);
        progress?.Report(new StageProgress("segments", 3, 3));
        return new SegmentFindings { Segments = tree.Segments.Count, QuietMembers = quiet, MembersInNone = inNone, Silhouette = tree.Silhouette, Stability = tree.Stability, Naming = NamingFacts.Of(tools.Namer, names) };
    }

    private static string? WhyNone(MiningCorpus corpus, int placed) => corpus.MemberIds.Length switch
    {
        0 => "The posts name no members, so only topics were found; name the column with --columns member=NAME if there is one.",
        1 => "All posts are by one member, so there are no groups of members.",
        _ when placed < FewestMembers => string.Create(CultureInfo.CurrentCulture, $"Only {placed:N0} of {corpus.MemberIds.Length:N0} members wrote enough to be compared, so there are no groups of members."),
        _ => null,
    };

    private NamingInput Naming(MiningCorpus corpus, TopicFindings topics, ProfileInput posts, ProfileTable profiles, SegmentTree tree) => new()
    {
        Posts = posts,
        Profiles = profiles,
        Segments = tree,
        Phrases = topics.Phrases,
        TopicLabels = topics.Labels,
        LanguageNames = [.. corpus.Languages.Select(code => CultureInfo.GetCultureInfo(code).EnglishName)],
        Rules = new NameRules(workspace.Connection.Query("SELECT DISTINCT COALESCE(Name, ExternalId) FROM Members ORDER BY 1", row => row.GetString(0))),
    };

    private string Prose(long post) => workspace.Connection.Query("SELECT Prose FROM Posts WHERE Id = $1", row => row.Text(0), post).SingleOrDefault() ?? "";
}
