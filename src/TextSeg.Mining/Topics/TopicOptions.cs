using TextSeg.Mining.Clustering;

namespace TextSeg.Mining.Topics;

/// <summary>Settings of <see cref="TopicFinder"/>.</summary>
public sealed class TopicOptions
{
    /// <summary>
    /// Neighbours of each post in the graph, 2 to 200; null (default) for 15, rising from 10,000 different texts to 25 at 30,000 and more, where a topic has more posts,
    /// and 15 again beyond <see cref="MostTextsWhole"/>, where time and memory count.
    /// </summary>
    public int? Neighbors { get; set; }

    /// <summary>Seed of every random draw. Default 1.</summary>
    public ulong Seed { get; set; } = 1;

    /// <summary>Threads to use, 0 for one a processor (default). The result does not depend on it.</summary>
    public int Threads { get; set; }

    /// <summary>How different texts are grouped. Default the graph; only the graph heeds <see cref="SmallestTopic"/>.</summary>
    public ClustererChoice Clusterer { get; set; } = new();

    /// <summary>The number of topics wanted at the reader's level, at least 1; the graph takes the nearest step. Null (default) to let the data choose.</summary>
    public int? Level { get; set; }

    /// <summary>Fewest posts in a topic, at least 1; less in very small collections. Default 5.</summary>
    public int SmallestTopic { get; set; } = 5;

    /// <summary>Whether each language's mean vector is taken away first, so that posts group by theme and not by language. Default true.</summary>
    public bool CenterByLanguage { get; set; } = true;

    /// <summary>Fewest different texts in a language for a mean of its own; smaller languages use the mean of all. At least 1, default 50.</summary>
    public int LanguageMinimum { get; set; } = 50;

    /// <summary>The cosine from which two texts count as the same, above 0 to 1. Default 0.985.</summary>
    public double SameTextCosine { get; set; } = 0.985;

    /// <summary>How many neighbours by one author count in full in a post's list, at least 1. Default 5.</summary>
    public int AuthorCap { get; set; } = 5;

    /// <summary>
    /// Different texts up to which every pair is looked at and every resolution is tried on the whole graph, at least 1. Beyond, neighbours are approximate
    /// (<see cref="TopicGraph.Recall"/>) and levels are looked for on small groups of texts (<see cref="GraphClustererOptions.MostNodesWhole"/>). Default 200,000.
    /// </summary>
    public int MostTextsWhole { get; set; } = 200_000;

    /// <summary>Neighbours of each post where there are so many different texts.</summary>
    internal int NeighborsFor(int texts) => Neighbors ?? (texts > MostTextsWhole ? 15 : 15 + (10 * Math.Clamp(texts - 10_000, 0, 20_000) / 20_000));

    /// <summary>The settings of the grouping for these options.</summary>
    internal GraphClustererOptions ForClusterer()
        => new() { Seed = Seed, Threads = Threads, WantedGroups = Level, SmallestGroup = SmallestTopic, MostNodesWhole = MostTextsWhole };

    /// <exception cref="ArgumentException">Says every fault.</exception>
    internal void Validate()
    {
        var faults = new List<string>();
        Check(Neighbors is null or (>= 2 and <= 200), $"there are {Neighbors} neighbours and must be 2 to 200");
        Check(Level is null or >= 1, $"{Level} topics are wanted and must be at least 1");
        faults.AddRange(Clusterer.Faults(Level));
        Check(SmallestTopic >= 1, $"the smallest topic has {SmallestTopic} posts and must have at least 1");
        Check(LanguageMinimum >= 1, $"a language needs {LanguageMinimum} texts and must need at least 1");
        Check(SameTextCosine is > 0 and <= 1, $"the cosine of same texts is {SameTextCosine} and must be above 0, at most 1");
        Check(MostTextsWhole >= 1, $"up to {MostTextsWhole} texts are looked at whole and must be at least 1");
        Check(AuthorCap >= 1, $"the cap of an author is {AuthorCap} and must be at least 1");
        if (faults.Count > 0)
        {
            throw new ArgumentException($"Topics cannot be found: {string.Join("; ", faults)}.");
        }

        void Check(bool good, string fault)
        {
            if (!good)
            {
                faults.Add(fault);
            }
        }
    }
}
