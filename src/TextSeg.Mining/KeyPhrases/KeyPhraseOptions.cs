namespace TextSeg.Mining.KeyPhrases;

/// <summary>What counts as a key phrase.</summary>
public sealed class KeyPhraseOptions
{
    /// <summary>Phrases per group, at least 1. Default 10.</summary>
    public int Count { get; set; } = 10;

    /// <summary>Posts of the whole corpus that a phrase must stand in, at least 1. Default: 2 below 1,000 posts, then 3, from 20,000 posts 5.</summary>
    public int? MinimumPosts { get; set; }

    /// <summary>Candidates by class TF-IDF that are looked at closely, at least <see cref="Count"/>. Default 80.</summary>
    public int Candidates { get; set; } = 80;

    internal int MinimumPostsFor(int rows) => MinimumPosts ?? (rows < 1_000 ? 2 : rows < 20_000 ? 3 : 5);

    /// <exception cref="ArgumentException">Names every value that is out of range.</exception>
    public void Validate()
    {
        List<string> faults = [];
        if (Count < 1)
        {
            faults.Add("Count must be at least 1");
        }

        if (MinimumPosts < 1)
        {
            faults.Add("MinimumPosts must be at least 1");
        }

        if (Candidates < Count)
        {
            faults.Add("Candidates must be at least Count");
        }

        if (faults.Count > 0)
        {
            throw new ArgumentException("Key phrases: " + string.Join("; ", faults) + ".");
        }
    }
}
