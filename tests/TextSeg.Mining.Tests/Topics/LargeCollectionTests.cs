using TextSeg.Mining.Clustering;
using TextSeg.Mining.Topics;

namespace TextSeg.Mining.Tests.Topics;

/// <summary>What changes beyond <see cref="TopicOptions.MostTextsWhole"/>, at a size that takes a moment.</summary>
public sealed class LargeCollectionTests
{
    private static readonly int[] Sizes = [150, 140, 130, 120, 110, 100, 90, 80, 70, 60, 50, 40];

    [Theory]
    [InlineData(21, 0.9)]
    [InlineData(22, 1.2)]
    public void TopicsOfTheLargePathAgreeWithThoseOfTheOrdinaryPath(int seed, double spread)
    {
        var rows = PlantedPosts.Make(seed, spread, Sizes);
        var keys = PlantedPosts.Keys(rows.Count);

        var ordinary = Find(new TopicInput(rows) { StableKeyOf = keys }, new TopicOptions());
        var large = Find(Shortened(rows, keys), Large());

        ClusterAgreement.AdjustedRand(large.Reader.TopicOf, ordinary.Reader.TopicOf).ShouldBeGreaterThan(0.95, $"seed {seed}");
        large.Silhouette.ShouldBe(ordinary.Silhouette, 0.02);
        large.Graph.Recall.ShouldBeInRange(0.9, 1);
        ordinary.Graph.Recall.ShouldBe(1);
    }

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    public void OrderOfRowsAndNumberOfThreadsChangeNothing(int seed)
    {
        var rows = PlantedPosts.Make(seed, 1.2, Sizes);
        var keys = PlantedPosts.Keys(rows.Count);
        var order = Enumerable.Range(0, rows.Count).ToArray();
        new Random(seed).Shuffle(order);

        var one = Find(Shortened(rows, keys), Large(threads: 1));
        var two = Find(Shortened(PlantedPosts.Reorder(rows, order), Array.ConvertAll(order, row => keys[row])), Large(threads: 2));

        two.Levels.Length.ShouldBe(one.Levels.Length);
        for (var level = 0; level < one.Levels.Length; level++)
        {
            two.Levels[level].TopicOf.ShouldBe(Array.ConvertAll(order, row => one.Levels[level].TopicOf[row]), $"seed {seed}");
            two.Levels[level].Silhouette.ShouldBe(one.Levels[level].Silhouette);
        }

        two.StrengthOf.ShouldBe(Array.ConvertAll(order, row => one.StrengthOf[row]));
    }

    [Fact]
    public void SameTextsShareATopicAndATextWithMoreCopiesThanNeighboursStillHasNeighbours()
    {
        var rows = PlantedPosts.Make(41, 0.8, Sizes);
        var near = PlantedPosts.Make(42, 0.02, 60);
        var all = new VectorTable(rows.Dimension, [.. rows.Values, .. near.Values]);

        var tree = Find(Shortened(all, PlantedPosts.Keys(all.Count)), Large());

        tree.Reader.TopicOf[rows.Count..].Distinct().Count().ShouldBe(1);
        tree.StateOf[^1].ShouldNotBe(PostState.None, "its only neighbours in the lists were copies of itself");
    }

    [Fact]
    public void StoppedAfterAnyStepItEndsLikeAnUndisturbedRun()
    {
        var rows = PlantedPosts.Make(51, 1.2, Sizes);
        var keys = PlantedPosts.Keys(rows.Count);
        var expected = Find(Shortened(rows, keys), Large());
        var kept = new KeptSteps();
        foreach (var step in new[] { "neighbours", "choice", "consensus", "levels" })
        {
            kept.StopAfter = step;
            Should.Throw<OperationCanceledException>(() => Find(Shortened(rows, keys) with { Results = kept.Results }, Large()));
            kept.Steps.Keys.ShouldContain(step);
        }

        kept.StopAfter = null;
        var found = Find(Shortened(rows, keys) with { Results = kept.Results }, Large());

        kept.Made.ShouldBe(["neighbours", "choice", "consensus", "levels"], "each step was made once");
        found.Levels.Length.ShouldBe(expected.Levels.Length);
        for (var level = 0; level < expected.Levels.Length; level++)
        {
            found.Levels[level].TopicOf.ShouldBe(expected.Levels[level].TopicOf);
            found.Levels[level].Topics.Select(topic => topic.Stability).ShouldBe(expected.Levels[level].Topics.Select(topic => topic.Stability));
        }

        found.StrengthOf.ShouldBe(expected.StrengthOf);
        found.StateOf.ShouldBe(expected.StateOf);
    }

    private static TopicOptions Large(int threads = 0) => new() { MostTextsWhole = 300, Threads = threads };

    private static TopicInput Shortened(VectorTable rows, ulong[] keys) => new(new VectorTable(QuantizedRows.From(rows))) { StableKeyOf = keys };

    private static TopicTree Find(TopicInput input, TopicOptions options) => new TopicFinder(options).Find(input, cancellation: TestContext.Current.CancellationToken);

    /// <summary>Steps in memory; throws after one that was just kept, as if the process were stopped there.</summary>
    private sealed class KeptSteps
    {
        public Dictionary<string, byte[]> Steps { get; } = [];

        public List<string> Made { get; } = [];

        public string? StopAfter { get; set; }

        public StageResults Results => new(step => Steps.TryGetValue(step, out var bytes) ? new MemoryStream(bytes) : null, Keep);

        private void Keep(string step, Action<Stream> write)
        {
            using var stream = new MemoryStream();
            write(stream);
            Steps[step] = stream.ToArray();
            Made.Add(step);
            if (step == StopAfter)
            {
                throw new OperationCanceledException();
            }
        }
    }
}
