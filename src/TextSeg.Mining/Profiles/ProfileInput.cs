namespace TextSeg.Mining.Profiles;

/// <summary>All posts with what a profile is made of, one row each, and who wrote them.</summary>
/// <param name="Vectors">Unit vectors as the encoder gave them; a row of zeros is a post without words.</param>
/// <param name="MemberOf">The author of each row, 0 to <paramref name="Members"/> − 1; −1 not known.</param>
/// <param name="Members">Number of members.</param>
public sealed record ProfileInput(VectorTable Vectors, int[] MemberOf, int Members)
{
    /// <summary>Identity of each row that does not depend on its place.</summary>
    public required ulong[] StableKeyOf { get; init; }

    /// <summary>Identity of each member that does not depend on its number.</summary>
    public required ulong[] MemberKeyOf { get; init; }

    /// <summary>The topic of each row at the reader's level, −1 none.</summary>
    public required int[] TopicOf { get; init; }

    /// <summary>Number of topics at the reader's level.</summary>
    public required int Topics { get; init; }

    /// <summary>How each row is written.</summary>
    public required PostSignals[] Signals { get; init; }

    /// <summary>What a classifier read in each row; null where posts were not read for moods and intents.</summary>
    public PostReading[]? Readings { get; init; }

    /// <summary>Language code of each row, 0 or more, −1 not known; null when languages do not count. Number languages by name and not by first appearance, so that the order of posts never shows.</summary>
    public int[]? LanguageOf { get; init; }

    /// <summary>When each row was written, seconds since 1970 UTC; <see cref="long.MinValue"/> when not known. Null when no row has a time.</summary>
    public long[]? TimeOf { get; init; }

    /// <summary>The thread of each row, −1 none; null when there are no threads.</summary>
    public int[]? ThreadOf { get; init; }

    /// <summary>The row that each row answers, −1 none; null when replies are not known.</summary>
    public int[]? ReplyTo { get; init; }

    /// <summary>Whether each row opens its thread; null to see it from the rows, as when all posts of the threads are among them.</summary>
    public bool[]? Opens { get; init; }

    /// <summary>Answers of others that each row got; null to count them among the rows.</summary>
    public int[]? AnswersGot { get; init; }

    /// <summary>Rows by stable key: the order in which sums are made, so that the order of the input never shows.</summary>
    internal int[] RowsInStableOrder()
    {
        var rows = new int[Vectors.Count];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = row;
        }

        Array.Sort(rows, (a, b) => StableKeyOf[a] != StableKeyOf[b] ? StableKeyOf[a].CompareTo(StableKeyOf[b]) : a.CompareTo(b));
        return rows;
    }

    /// <summary>The rows of each member, oldest first.</summary>
    internal int[][] RowsByMember()
    {
        var lists = new List<int>[Members];
        foreach (var row in RowsInStableOrder())
        {
            if (MemberOf[row] >= 0)
            {
                (lists[MemberOf[row]] ??= []).Add(row);
            }
        }

        return [.. lists.Select(list => list is null ? [] : list.OrderBy(row => TimeOf?[row] ?? 0).ToArray())];
    }
}
