namespace TextSeg.Mining.Topics.Edits;

/// <summary>Makes one topic of the reader's level several; finer topics that lie across the border are divided with it.</summary>
internal static class TopicDivision
{
    /// <param name="forest">The topics.</param>
    /// <param name="topic">The topic to divide.</param>
    /// <param name="rows">All its rows.</param>
    /// <param name="partOf">The part of each of these rows, from 0.</param>
    /// <param name="keeps">The part that keeps the topic's id and given name.</param>
    public static void Apply(TopicForest forest, EditedTopic topic, int[] rows, int[] partOf, int keeps) =>
        Divide(forest, topic, [.. rows.Zip(partOf)], keeps, _ => topic.Parent);

    private static void Divide(TopicForest forest, EditedTopic topic, (int Row, int Part)[] rows, int keeps, Func<int, EditedTopic?> parentOf)
    {
        var below = topic.Level < forest.LeafLevel
            ? rows.GroupBy(pair => forest.At(pair.Row, topic.Level + 1)).Where(group => group.Key is not null).Select(group => (Topic: group.Key!, Rows: group.ToArray())).ToArray()
            : [];
        var pieces = new SortedDictionary<int, EditedTopic>();
        foreach (var part in rows.Select(pair => pair.Part).Distinct().Order())
        {
            pieces[part] = part == keeps ? topic : forest.Create(topic, parentOf(part));
        }

        topic.Parent = parentOf(keeps);
        foreach (var (row, part) in rows)
        {
            forest.Put(row, pieces[part]);
        }

        foreach (var piece in pieces.Values.Where(_ => pieces.Count > 1))
        {
            piece.ChangeAlone();
        }

        foreach (var (child, own) in below)
        {
            var largest = own.CountBy(pair => pair.Part).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).First().Key;
            Divide(forest, child, own, largest, part => pieces[part]);
        }
    }
}
