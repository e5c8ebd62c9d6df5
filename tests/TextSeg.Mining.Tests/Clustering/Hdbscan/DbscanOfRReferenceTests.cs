using TextSeg.Mining.Clustering;
using TextSeg.Mining.Clustering.Hdbscan;

namespace TextSeg.Mining.Tests.Clustering.Hdbscan;

/// <summary>
/// Against <c>hdbscan</c> of R's dbscan 1.1.11, written by scripts/golden/hdbscan.R. Where clusters have more than two rows R differs in two ways:
/// rows that leave together count in a cluster's stability until each is alone, which may select other clusters, and a row at the border of two clusters goes to either side.
/// So all figures are compared for two rows; for more, the lengths of the trees, and the labels of the set whose clusters are clear.
/// </summary>
public sealed class DbscanOfRReferenceTests
{
    private static readonly Reference[] Cases = DensityPoints.Read<Reference>("Hdbscan/hdbscan-r.json");

    public static TheoryData<int> Pairs() => [.. Enumerable.Range(0, Cases.Length).Where(number => Cases[number].MinPts == 2)];

    public static TheoryData<int> Larger() => [.. Enumerable.Range(0, Cases.Length).Where(number => Cases[number].MinPts > 2)];

    public static TheoryData<int> Clear() => [.. Larger().Select(row => row.Data).Where(number => Cases[number].Set == "blobs")];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void ClustersOfTwoAndMoreAreEqualInAllFigures(int number)
    {
        var (reference, found) = Run(number);

        ClusterAgreement.AdjustedRand(found.Groups.Labels, reference.Labels).ShouldBe(1, 1e-12);
        for (var row = 0; row < reference.Labels.Length; row++)
        {
            ((double)found.OutlierScores[row]).ShouldBe(reference.Outlier[row], 1e-4, $"row {row}");
        }

        var scores = found.Stability.Order().ToArray();
        var expected = reference.Scores.Order().ToArray();
        scores.Length.ShouldBe(expected.Length);
        for (var cluster = 0; cluster < scores.Length; cluster++)
        {
            scores[cluster].ShouldBe(expected[cluster], 1e-3 * (1 + expected[cluster]));
        }
    }

    [Theory]
    [MemberData(nameof(Clear))]
    public void LargerClustersAreEqualButForRowsAtBorders(int number)
    {
        var (reference, found) = Run(number);

        ClusterAgreement.AdjustedRand(found.Groups.Labels, reference.Labels).ShouldBeGreaterThanOrEqualTo(0.99);
        found.Groups.Count.ShouldBe(reference.Labels.Max() + 1);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    [MemberData(nameof(Larger))]
    public void SpanningTreesAreEquallyLong(int number)
    {
        var reference = Cases[number];
        var rows = DensityPoints.Of(reference.Set);
        var neighbors = DensityPoints.Neighbors(rows, 4);

        var tree = MinimumSpanningTree.Find(rows, DensityPoints.Keys(rows.Count), neighbors, CoreDistances.CosinesOf(rows, neighbors, reference.MinPts), exact: true);

        tree.Edges.Sum(edge => edge.Distance).ShouldBe(reference.Length, 1e-4 * reference.Length);
    }

    private static (Reference Reference, HdbscanResult Found) Run(int number)
    {
        var reference = Cases[number];
        var rows = DensityPoints.Of(reference.Set);
        var options = new HdbscanOptions { MinSamples = reference.MinPts, MinClusterSize = reference.MinPts };
        return (reference, HdbscanAlgorithm.Run(rows, DensityPoints.Keys(rows.Count), DensityPoints.Neighbors(rows), options));
    }

    private sealed record Reference(string Set, int MinPts, double Length, int[] Labels, double[] Outlier, double[] Scores);
}
