using TextSeg.Engine.Topics;
using TextSeg.Mining.KeyPhrases;
using TextSeg.Mining.Naming;
using TextSeg.Mining.Topics.Edits;

namespace TextSeg.Engine.Edits;

/// <summary>
/// Names, key phrases and typical posts after edits. Topics whose posts did not change keep theirs, so that a name only changes where its evidence does.
/// </summary>
internal sealed class EditedTopicFacts(MiningCorpus corpus, StoredForest stored, Lazy<(TermTable Terms, KeyPhraseFinder Phrases)> words)
{
    /// <summary>What is known of the topics of one level, and their names.</summary>
    public (TopicFacts[] Facts, string[] Names) Describe(EditedLevels edited, int level, CancellationToken cancellationToken)
    {
        var topics = edited.Topics[level];
        var facts = new TopicFacts[topics.Length];
        var phrases = Array.Exists(topics, topic => topic.IsChanged)
            ? new TopicPhrases(corpus.Languages, corpus.LanguageOf, corpus.MemberOf).Of(edited.Levels[level], words.Value.Phrases, cancellationToken)
            : [];
        var rows = Enumerable.Range(0, corpus.PostIds.Length).ToLookup(row => edited.Levels[level].TopicOf[row]);
        for (var place = 0; place < topics.Length; place++)
        {
            var topic = edited.Levels[level].Topics[place];
            facts[place] = topics[place].IsChanged
                ? new TopicFacts(phrases[place], TopicStage.Exemplars(topic, [.. rows[place]], words.Value.Terms, corpus), topic.DistinctTexts) { ChangedByHand = true }
                : stored.Found[topics[place].Id].Facts;
            facts[place] = facts[place] with { GivenName = topics[place].GivenName };
        }

        return (facts, TopicLabels.Make([.. facts.Select(fact => fact.KeyPhrases)], [.. topics.Select(KeptName)]));
    }

    private string? KeptName(EditedTopic topic) => topic.GivenName ?? (topic.IsChanged ? null : stored.Found[topic.Id].Name);
}
