namespace TextSeg.Mining.Topics.Edits;

/// <summary>Takes posts apart that lie in one topic and must not: topics get a border, a single post goes to the nearest other topic.</summary>
internal sealed class Separation(TopicForest forest, CentredPosts posts, PostSetMatch match)
{
    /// <summary>Applies a split or a never-together; null when done, else why not.</summary>
    public string? Apply(TopicEdit edit)
    {
        int[] sets = [.. Enumerable.Range(0, edit.Parts.Count).Where(part => !edit.PartIsPost(part))];
        foreach (var together in sets.Select(part => (Part: part, Topic: TopicOf(edit, part))).Where(pair => pair.Topic is not null).GroupBy(pair => pair.Topic!).Where(group => group.Count() > 1).ToArray())
        {
            int[][] parts = [.. together.Select(pair => edit.Parts[pair.Part])];
            new PartBorders(forest, posts).Draw(together.Key, parts, edit.Known);
        }

        // The post that was named last goes; a post goes before a topic does.
        foreach (var part in Enumerable.Range(0, edit.Parts.Count).Reverse().Where(edit.PartIsPost))
        {
            if (MoveAway(edit, part) is { } conflict)
            {
                return conflict;
            }
        }

        return null;
    }

    private string? MoveAway(TopicEdit edit, int part)
    {
        var row = edit.Parts[part][0];
        int[] others = [.. Enumerable.Range(0, edit.Parts.Count).Where(other => other != part)];
        if (forest.TopicOf(row) is not { } topic || !others.Any(other => TopicOf(edit, other) == topic))
        {
            return null;
        }

        if (others.Any(other => edit.PartIsPost(other) && posts.TextKeyOf[edit.Parts[other][0]] == posts.TextKeyOf[row]))
        {
            return "The two posts have the same words now, and the same words always lie in one topic.";
        }

        var move = new PostMove(forest, posts);
        if (move.Nearest(row, candidate => others.All(other => TopicOf(edit, other) != candidate)) is not { } target)
        {
            return "There is no other topic that the post could go to.";
        }

        move.To(row, target);
        return null;
    }

    private EditedTopic? TopicOf(TopicEdit edit, int part) => match.Majority(edit.Parts[part], forest.ReaderLevel);
}
