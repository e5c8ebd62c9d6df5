using System.Text.Json;
using TextSeg.Mining.Clustering;
using TextSeg.Testing;

namespace TextSeg.Mining.Tests.Clustering;

/// <summary>Against leidenalg's numbers, written by scripts/golden/leiden.py.</summary>
public sealed class LeidenReferenceTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static TheoryData<int> Cases() => [.. Enumerable.Range(0, Read().Length)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void QualityIsWithinOnePercentOfTheReference(int number)
    {
        var (reference, graph, found) = Run(number);

        graph.Targets.Length.ShouldBe(2 * reference.Edges);
        PartitionQuality.Of(graph, reference.Labels, reference.Resolution).ShouldBe(reference.Quality, 1e-6);
        PartitionQuality.Of(graph, found.Labels, reference.Resolution).ShouldBeGreaterThan(reference.Quality * 0.99);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ClearGroupsAreTheSameAsInTheReference(int number)
    {
        var (reference, _, found) = Run(number);
        var isClear = ClusterAgreement.AdjustedRand(reference.Labels, PlantedGraph.Truth(reference.Groups, reference.Size)) > 0.95;

        var agreement = ClusterAgreement.AdjustedRand(found.Labels, reference.Labels);

        agreement.ShouldBeGreaterThan(isClear ? 0.9 : 0.3);
    }

    private static (Reference Reference, WeightedGraph Graph, Partition Found) Run(int number)
    {
        var reference = Read()[number];
        var graph = PlantedGraph.Make(reference.Groups, reference.Size, reference.Inside, reference.Outside, reference.Seed);
        var leiden = new Leiden(new LeidenOptions { Resolution = reference.Resolution, Rounds = 10 });
        return (reference, graph, leiden.Run(graph, PlantedGraph.Keys(graph.Count)));
    }

    private static Reference[] Read()
        => JsonSerializer.Deserialize<Reference[]>(File.ReadAllText(Repository.PathOf("tests/TextSeg.Mining.Tests/Clustering/leiden-reference.json")), Web)!;

    private sealed record Reference(
        int Groups, int Size, double Inside, double Outside, ulong Seed, double Resolution, int Edges, double Quality, int[] Labels);
}
