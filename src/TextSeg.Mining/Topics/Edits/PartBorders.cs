namespace TextSeg.Mining.Topics.Edits;

/// <summary>
/// Draws borders inside a topic between sets of posts that must not lie together: posts named stay where they were put, all others go to the nearest mean
/// (seeds that never change their group, as in Constrained-KMeans, Basu et al. 2002, "Semi-supervised clustering by seeding", section 3).
/// </summary>
internal sealed class PartBorders(TopicForest forest, CentredPosts posts)
{
    /// <summary>Divides a topic.</summary>
    /// <param name="topic">A topic of the reader's level.</param>
    /// <param name="parts">The sets of posts, two or more, each with posts in the topic.</param>
    /// <param name="known">Rows below this one were known when the sets were made.</param>
    public void Draw(EditedTopic topic, IReadOnlyList<int[]> parts, int known)
    {
        var rows = forest.RowsOf(topic);
        var partOfText = new Dictionary<long, int>();
        for (var part = 0; part < parts.Count; part++)
        {
            foreach (var row in parts[part].Where(row => forest.TopicOf(row) == topic))
            {
                partOfText.TryAdd(posts.TextKeyOf[row], part);
            }
        }

        var strangers = rows.Where(row => row < known && !partOfText.ContainsKey(posts.TextKeyOf[row])).ToArray();
        var swallowed = 2 * strangers.Length > rows.Count(row => row < known);
        var seeds = Enumerable.Range(0, parts.Count).Select(part => rows.Where(row => partOfText.TryGetValue(posts.TextKeyOf[row], out var own) && own == part).ToArray()).ToList();
        if (swallowed)
        {
            seeds.Add(strangers);
        }

        var partOf = PartOf(rows, partOfText, seeds);
        var keeps = swallowed ? seeds.Count - 1 : partOf.CountBy(part => part).OrderByDescending(part => part.Value).ThenBy(part => part.Key).First().Key;
        TopicDivision.Apply(forest, topic, rows, partOf, keeps);
    }

    private int[] PartOf(int[] rows, Dictionary<long, int> partOfText, List<int[]> seeds)
    {
        int[] free = [.. rows.Where(row => !partOfText.ContainsKey(posts.TextKeyOf[row]))];
        var nearest = free.Length == 0 ? [] : posts.Nearest(free, [.. seeds.Select(seed => posts.Mean(seed))]);
        var placed = free.Zip(nearest).ToDictionary(pair => pair.First, pair => pair.Second);
        return Array.ConvertAll(rows, row => partOfText.TryGetValue(posts.TextKeyOf[row], out var part) ? part : placed[row]);
    }
}
