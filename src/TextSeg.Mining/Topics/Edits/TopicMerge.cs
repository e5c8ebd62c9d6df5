namespace TextSeg.Mining.Topics.Edits;

/// <summary>Makes several topics of the reader's level one.</summary>
internal static class TopicMerge
{
    /// <summary>
    /// The first topic takes the posts and finer topics of the others; they end. It moves to the coarser topic that held most of the posts,
    /// and keeps its given name, or takes the first that another one has.
    /// </summary>
    public static void Apply(TopicForest forest, EditedTopic target, IReadOnlyCollection<EditedTopic> others)
    {
        if (others.Count == 0)
        {
            return;
        }

        EditedTopic[] all = [target, .. others];
        ChangeAncestors(all);
        var parent = LargestParent(forest, all);
        foreach (var topic in others)
        {
            foreach (var child in forest.Children(topic).ToArray())
            {
                child.Parent = target;
            }
        }

        for (var row = 0; row < forest.Rows; row++)
        {
            if (forest.TopicOf(row) is { } topic && others.Contains(topic))
            {
                forest.Put(row, target);
            }
        }

        var left = target.Parent;
        target.Parent = parent;
        target.GivenName ??= others.Select(topic => topic.GivenName).FirstOrDefault(name => name is not null);
        target.ChangeAlone();
        foreach (var topic in others)
        {
            forest.End(topic);
        }

        forest.End(left);
    }

    private static void ChangeAncestors(EditedTopic[] topics)
    {
        for (var level = topics[0].Level - 1; level >= 0; level--)
        {
            var holders = topics.Select(topic => topic.Above(level)).Distinct().ToArray();
            foreach (var holder in holders.Where(_ => holders.Length > 1))
            {
                holder?.ChangeAlone();
            }
        }
    }

    private static EditedTopic? LargestParent(TopicForest forest, EditedTopic[] topics)
    {
        var posts = topics.Select(topic => topic.Parent).Distinct().OfType<EditedTopic>().ToDictionary(parent => parent, _ => 0);
        for (var row = 0; row < forest.Rows; row++)
        {
            if (forest.TopicOf(row) is { Parent: { } parent } topic && topics.Contains(topic))
            {
                posts[parent]++;
            }
        }

        return posts.Count == 0 ? null : posts.OrderByDescending(pair => pair.Value).ThenByDescending(pair => pair.Key == topics[0].Parent).ThenBy(pair => pair.Key.Id, StringComparer.Ordinal).First().Key;
    }
}
