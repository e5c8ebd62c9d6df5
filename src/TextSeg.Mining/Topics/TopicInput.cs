using TextSeg.Mining.Topics.Seeds;

namespace TextSeg.Mining.Topics;

/// <summary>The posts to find topics in, one row each.</summary>
/// <param name="Vectors">Unit vectors as the encoder gave them; a row of zeros is a post without words.</param>
public sealed record TopicInput(VectorTable Vectors)
{
    /// <summary>A code for the language of each row, 0 or more, −1 where it is unknown; null where languages do not count.</summary>
    public int[]? LanguageOf { get; init; }

    /// <summary>The member who wrote each row, −1 for none; null where authors do not count.</summary>
    public int[]? AuthorOf { get; init; }

    /// <summary>Rows with equal keys are the same text and always land in the same topic; null to compare vectors only.</summary>
    public long[]? TextKeyOf { get; init; }

    /// <summary>What a row is, wherever it stands, for example a hash of source and id: random draws hang on it. Null to use the vector itself.</summary>
    public ulong[]? StableKeyOf { get; init; }

    /// <summary>Topics that a person described with a few phrases; posts are pulled to them, the rest is free. None by default.</summary>
    public IReadOnlyList<SeedTopic> Seeds { get; init; } = [];

    /// <summary>Where the finished steps of a long run are kept; nowhere by default.</summary>
    public StageResults Results { get; init; } = StageResults.None;

    /// <exception cref="ArgumentException">Says every fault.</exception>
    internal void Validate()
    {
        var faults = new List<string>();
        Check(LanguageOf?.Length, "languages");
        Check(AuthorOf?.Length, "authors");
        Check(TextKeyOf?.Length, "text keys");
        Check(StableKeyOf?.Length, "stable keys");
        var bad = Vectors.Shortened is null ? Array.FindIndex(Vectors.Values, value => !float.IsFinite(value)) : -1;
        if (bad >= 0)
        {
            faults.Add($"row {bad / Vectors.Dimension} has a number that is not finite");
        }

        if (faults.Count > 0)
        {
            throw new ArgumentException($"Topics cannot be found: {string.Join("; ", faults)}.");
        }

        void Check(int? length, string what)
        {
            if (length is { } given && given != Vectors.Count)
            {
                faults.Add($"there are {given} {what} for {Vectors.Count} rows");
            }
        }
    }
}
