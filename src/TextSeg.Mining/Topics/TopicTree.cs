using TextSeg.Mining.Clustering;

namespace TextSeg.Mining.Topics;

/// <summary>The topics of a collection at several levels, each level inside the one before.</summary>
/// <param name="Levels">From few topics to many.</param>
/// <param name="ReaderLevel">The level to read first.</param>
/// <param name="StrengthOf">How strongly each row belongs to its topic at the reader's level, 0 to 1.</param>
/// <param name="StateOf">How surely each row belongs to its topic at the reader's level.</param>
/// <param name="Graph">What the topics were found in; needed to draw a map.</param>
public sealed record TopicTree(TopicLevel[] Levels, int ReaderLevel, float[] StrengthOf, PostState[] StateOf, TopicGraph Graph)
{
    /// <summary>The level to read first.</summary>
    public TopicLevel Reader => Levels[ReaderLevel];

    /// <summary>Names of seeds that no post supports; they have no topic.</summary>
    public IReadOnlyList<string> EmptySeeds { get; init; } = [];

    /// <summary>Number of topics at the reader's level.</summary>
    public int K => Reader.Count;

    /// <summary>Mean silhouette at the reader's level, −1 to 1.</summary>
    public double Silhouette => Reader.Silhouette;

    /// <summary>Agreement under resampling at the reader's level, at most 1.</summary>
    public double Stability => Reader.Stability;

    /// <summary>Share of the rows whose topic cannot be told.</summary>
    public double ShareUnsure => ShareOf(PostState.Unsure);

    /// <summary>Share of the rows in a state.</summary>
    public double ShareOf(PostState state)
    {
        var count = 0;
        foreach (var given in StateOf)
        {
            count += given == state ? 1 : 0;
        }

        return StateOf.Length > 0 ? (double)count / StateOf.Length : 0;
    }

    /// <summary>The same without the vectors and edges of its graph, which are most of its memory.</summary>
    public TopicTree WithoutVectors() => this with
    {
        Graph = Graph with { Vectors = new VectorTable(Graph.Vectors.Dimension, []), Edges = new WeightedGraph([0], [], []), Neighbors = null },
    };

    /// <summary>The topics of a row from the first level to the last, −1 where it is in none.</summary>
    public int[] PathOf(int row) => Array.ConvertAll(Levels, level => level.TopicOf[row]);
}

/// <summary>One level of a <see cref="TopicTree"/>.</summary>
/// <param name="TopicOf">The topic of each row, −1 for rows like no other.</param>
/// <param name="Topics">The topics, by falling number of different texts.</param>
/// <param name="Resolution">Resolution at which the level was found; 0 where it joins topics of a finer level or the clusterer knows no resolution.</param>
/// <param name="Silhouette">Mean silhouette over different texts, −1 to 1.</param>
/// <param name="Stability">Agreement under resampling (mean adjusted Rand index), at most 1.</param>
public sealed record TopicLevel(int[] TopicOf, Topic[] Topics, double Resolution, double Silhouette, double Stability)
{
    /// <summary>Number of topics.</summary>
    public int Count => Topics.Length;
}

/// <summary>One topic on one level.</summary>
/// <param name="Parent">Its topic on the level before, −1 on the first.</param>
/// <param name="Children">Its topics on the next level.</param>
/// <param name="Size">Posts in it.</param>
/// <param name="DistinctTexts">Different texts in it.</param>
/// <param name="Stability">How well it is found again under resampling, 0 to 1.</param>
/// <param name="Centroid">Unit mean of its centred vectors.</param>
public sealed record Topic(int Parent, int[] Children, int Size, int DistinctTexts, double Stability, float[] Centroid)
{
    /// <summary>The name of the seed that it was pulled to; null for a topic that was found freely.</summary>
    public string? SeedName { get; init; }
}
