using TextSeg.Engine.Queries;

namespace TextSeg.Engine.Disclosure;

/// <summary>What may be shown of an answer to a question.</summary>
public static class DisclosedAnswer
{
    /// <summary>The answer without hidden topics, without a count of too few members, and, for whoever may not look at single members, without the numbers of authors, by which they could be counted and followed.</summary>
    /// <param name="answer">The whole answer.</param>
    /// <param name="hiddenTopics">Topics that are not to be shown.</param>
    /// <param name="minimum">Members that a count must have to be told.</param>
    /// <param name="showsMembers">Whether the asker may look at single members.</param>
    public static SearchAnswer Of(SearchAnswer answer, IReadOnlySet<string> hiddenTopics, int minimum, bool showsMembers) => answer with
    {
        Members = answer.Members > 0 && answer.Members < minimum ? null : answer.Members,
        Topics = [.. answer.Topics.Where(topic => !hiddenTopics.Contains(topic.Id))],
        Hits = [.. answer.Hits.Select(hit => hit with { Member = showsMembers ? hit.Member : null, Topic = hit.Topic is { } topic && hiddenTopics.Contains(topic) ? null : hit.Topic })],
    };
}
