using TextSeg.Mining.Clustering;
using TextSeg.Mining.Clustering.Hdbscan;

namespace TextSeg.Mining.Tests.Clustering.Hdbscan;

/// <summary>Against a slow reading of the papers, written by scripts/golden/hdbscan.py.</summary>
public sealed class PaperReferenceTests
{
    private static readonly Reference[] Cases = DensityPoints.Read<Reference>("Hdbscan/hdbscan-paper.json");

    public static TheoryData<int> Numbers() => [.. Enumerable.Range(0, Cases.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void LabelsStrengthsAndOutlierScoresAreThoseOfThePapers(int number)
    {
        var reference = Cases[number];
        var rows = DensityPoints.Of(reference.Set);

        var found = HdbscanAlgorithm.Run(rows, DensityPoints.Keys(rows.Count), DensityPoints.Neighbors(rows), reference.Options);

        ClusterAgreement.AdjustedRand(found.Groups.Labels, reference.Labels).ShouldBe(1, 1e-12);
        found.Groups.Labels.Select(label => label < 0).ShouldBe(reference.Labels.Select(label => label < 0));
        for (var row = 0; row < rows.Count; row++)
        {
            ((double)found.Strength[row]).ShouldBe(reference.Strength[row], 1e-4, $"strength of row {row}");
            ((double)found.OutlierScores[row]).ShouldBe(reference.Outlier[row], 1e-4, $"outlier score of row {row}");
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void StabilitiesAreThoseOfThePapers(int number)
    {
        var reference = Cases[number];
        var rows = DensityPoints.Of(reference.Set);

        var found = HdbscanAlgorithm.Run(rows, DensityPoints.Keys(rows.Count), DensityPoints.Neighbors(rows), reference.Options);

        for (var row = 0; row < rows.Count; row++)
        {
            if (reference.Labels[row] is var label and >= 0)
            {
                found.Stability[found.Groups.Labels[row]].ShouldBe(reference.Stability[label], 1e-3 * (1 + reference.Stability[label]));
            }
        }
    }

    private sealed record Reference(
        string Set, int MinSamples, int MinClusterSize, string Method, double Epsilon, bool AllowSingleCluster,
        int[] Labels, double[] Strength, double[] Outlier, double[] Stability)
    {
        public HdbscanOptions Options => new()
        {
            MinSamples = MinSamples,
            MinClusterSize = MinClusterSize,
            Selection = Method == "leaf" ? ClusterSelectionMethod.Leaf : ClusterSelectionMethod.ExcessOfMass,
            Epsilon = Epsilon,
            AllowSingleCluster = AllowSingleCluster,
        };
    }
}
