namespace TextSeg.Mining.Topics.Edits;

/// <summary>Puts a text, with all posts that say the same, into another topic.</summary>
internal sealed class PostMove(TopicForest forest, CentredPosts posts)
{
    /// <summary>Moves the text of a row into a topic of the reader's level, and there into the nearest finer topic.</summary>
    public void To(int row, EditedTopic topic)
    {
        int[] rows = [.. Enumerable.Range(0, forest.Rows).Where(other => posts.TextKeyOf[other] == posts.TextKeyOf[row] && forest.TopicOf(other) != topic)];
        if (rows.Length == 0)
        {
            return;
        }

        var leaf = forest.LeafLevel == forest.ReaderLevel ? topic : NearestLeaf(row, topic);
        foreach (var own in rows)
        {
            var (topicLeft, leafLeft) = (forest.TopicOf(own), forest.LeafOf(own));
            forest.Put(own, topic);
            forest.Put(own, leaf);
            forest.Fix(own);
            leafLeft?.Change();
            topicLeft?.Change();
            forest.End(leafLeft);
            forest.End(topicLeft);
        }

        leaf.Change();
        topic.Change();
    }

    /// <summary>The nearest topic of the reader's level that may be taken; null where there is none.</summary>
    public EditedTopic? Nearest(int row, Func<EditedTopic, bool> allowed)
    {
        var topics = forest.Topics.Where(topic => topic.Level == forest.ReaderLevel && allowed(topic)).ToArray();
        return topics.Length == 0 ? null : topics[posts.Nearest([row], [.. topics.Select(topic => posts.Mean(forest.RowsOf(topic)))])[0]];
    }

    private EditedTopic NearestLeaf(int row, EditedTopic topic)
    {
        var leaves = forest.RowsOf(topic).Select(forest.LeafOf).OfType<EditedTopic>().Distinct().OrderBy(leaf => leaf.Id, StringComparer.Ordinal).ToArray();
        return leaves.Length == 0
            ? forest.Create(forest.Topics.First(other => other.Level == forest.LeafLevel), topic)
            : leaves[posts.Nearest([row], [.. leaves.Select(leaf => posts.Mean(forest.RowsOf(leaf)))])[0]];
    }
}
