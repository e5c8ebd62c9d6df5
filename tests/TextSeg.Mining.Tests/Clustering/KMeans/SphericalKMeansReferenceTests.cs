using System.Text.Json;
using TextSeg.Mining.Clustering;
using TextSeg.Mining.Clustering.KMeans;
using TextSeg.Testing;

namespace TextSeg.Mining.Tests.Clustering.KMeans;

/// <summary>Against scikit-learn's and NumPy's numbers from the same first centroids, written by scripts/golden/kmeans.py.</summary>
public sealed class SphericalKMeansReferenceTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static TheoryData<int> Cases() => [.. Enumerable.Range(0, Read().Length)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void LabelsAndDistancesAreThoseOfTheSphericalReference(int number)
    {
        var reference = Read()[number];

        var fit = Run(reference);

        fit.Labels.ShouldBe(reference.Spherical);
        (fit.Distance / fit.Labels.Length).ShouldBe(reference.MeanDistance, 1e-5);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void LabelsAreThoseOfScikitLearn(int number)
    {
        var reference = Read()[number];

        ClusterAgreement.AdjustedRand(Run(reference).Labels, reference.Euclidean).ShouldBeGreaterThanOrEqualTo(0.99);
    }

    private static KMeansFit Run(Reference reference)
    {
        var rows = LehmerRows.Make(reference.Groups, reference.Size, reference.Dimension, reference.Spread, reference.Seed);
        var data = OrderedRows.Of(rows, PlantedGraph.Keys(rows.Count), null);
        var options = new KMeansOptions { Tolerance = 0, MostRounds = 1000 };
        return new KMeansRun(data, options, CancellationToken.None).From(GroupMeans.Gather(rows, reference.First));
    }

    private static Reference[] Read()
        => JsonSerializer.Deserialize<Reference[]>(File.ReadAllText(Repository.PathOf("tests/TextSeg.Mining.Tests/Clustering/KMeans/kmeans-reference.json")), Web)!;

    private sealed record Reference(
        int Groups, int Size, int Dimension, double Spread, ulong Seed, int[] First, double MeanDistance, int[] Spherical, int[] Euclidean);
}
