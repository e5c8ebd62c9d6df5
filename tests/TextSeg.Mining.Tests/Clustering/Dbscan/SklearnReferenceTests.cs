using TextSeg.Mining.Clustering;
using TextSeg.Mining.Clustering.Dbscan;
using TextSeg.Mining.Tests.Clustering.Hdbscan;

namespace TextSeg.Mining.Tests.Clustering.Dbscan;

/// <summary>Against scikit-learn 1.2.1, written by scripts/golden/dbscan.py.</summary>
public sealed class SklearnReferenceTests
{
    private static readonly Reference[] Cases = DensityPoints.Read<Reference>("Dbscan/dbscan-sklearn.json");

    public static TheoryData<int> Numbers() => [.. Enumerable.Range(0, Cases.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void CoreRowsTheirClustersAndNoiseAreEqual(int number)
    {
        var (reference, found) = Run(number, 25);

        Enumerable.Range(0, found.IsCore.Length).Where(row => found.IsCore[row]).ShouldBe(reference.Core);
        ClusterAgreement.AdjustedRand(
            Array.ConvertAll(reference.Core, row => found.Groups.Labels[row]), Array.ConvertAll(reference.Core, row => reference.Labels[row])).ShouldBe(1, 1e-12);
        found.Groups.Labels.Select(label => label < 0).ShouldBe(reference.Labels.Select(label => label < 0));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void AllLabelsAreEqualButForRowsWithinReachOfTwoClusters(int number)
    {
        var (reference, found) = Run(number, 25);
        int[] clear = [.. Enumerable.Range(0, reference.Labels.Length).Except(reference.Shared)];

        var agreement = ClusterAgreement.AdjustedRand(
            Array.ConvertAll(clear, row => found.Groups.Labels[row]), Array.ConvertAll(clear, row => reference.Labels[row]));

        agreement.ShouldBe(1, 1e-12);
        reference.Shared.Length.ShouldBeLessThan(10);
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void ShortListsOfNeighborsGiveTheSame(int number)
        => Run(number, 2).Found.Groups.Labels.ShouldBe(Run(number, 25).Found.Groups.Labels);

    private static (Reference Reference, DbscanResult Found) Run(int number, int neighbors)
    {
        var reference = Cases[number];
        var rows = DensityPoints.Of(reference.Set);
        var options = new DbscanOptions { Epsilon = reference.Epsilon, MinPoints = reference.MinPoints };
        return (reference, DbscanAlgorithm.Run(rows, DensityPoints.Keys(rows.Count), DensityPoints.Neighbors(rows, neighbors), options));
    }

    private sealed record Reference(string Set, double Epsilon, int MinPoints, int[] Labels, int[] Core, int[] Shared);
}
