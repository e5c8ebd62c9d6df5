using TextSeg.Mining.Clustering;

namespace TextSeg.Mining.Tests.Clustering;

public sealed class ClusterAgreementTests
{
    // Values of scikit-learn's metrics for the same two labelings.
    [Fact]
    public void FiguresEqualThoseOfTheUsualDefinitions()
    {
        int[] truth = [0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 2];
        int[] found = [1, 1, 1, 0, 0, 0, 0, 2, 2, 2, 3, 3];

        var agreement = ClusterAgreement.Between(found, truth);

        agreement.NormalizedMutualInformation.ShouldBe(0.730937, 1e-5);
        agreement.AdjustedRandIndex.ShouldBe(0.510507, 1e-5);
        agreement.Homogeneity.ShouldBe(0.826046, 1e-5);
        agreement.Completeness.ShouldBe(0.655468, 1e-5);
        agreement.Accuracy.ShouldBe(9 / 12.0, 1e-9);
        (agreement.FoundGroups, agreement.TrueClasses).ShouldBe((4, 3));
    }

    [Fact]
    public void NamesOfGroupsDoNotMatter()
    {
        var agreement = ClusterAgreement.Between([5, 5, -1, -1, 3], [0, 0, 1, 1, 2]);

        agreement.ShouldBe(new ClusterAgreement(1, 1, 1, 1, 1, 1, 3, 3));
    }

    [Fact]
    public void OneGroupForEverythingAgreesNoBetterThanChance()
    {
        var agreement = ClusterAgreement.Between([0, 0, 0, 0], [0, 0, 1, 1]);

        agreement.AdjustedRandIndex.ShouldBe(0);
        agreement.NormalizedMutualInformation.ShouldBe(0);
        agreement.Accuracy.ShouldBe(0.5);
    }

    [Fact]
    public void NothingAgreesWithNothing()
        => ClusterAgreement.Between([], []).Accuracy.ShouldBe(1);

    [Fact]
    public void LabelingsOfUnequalLengthAreRefused()
        => Should.Throw<ArgumentException>(() => ClusterAgreement.Between([1], [1, 2])).Message.ShouldContain("1 and 2");

    [Fact]
    public void MatchingIsTheBestOfAllMatchings()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var trial = 0; trial < 50; trial++)
        {
            var cost = Array.ConvertAll(new double[25], _ => (double)random.Next(20));

            var columns = HungarianAssignment.Solve(cost, 5);

            columns.Order().ShouldBe([0, 1, 2, 3, 4]);
            Enumerable.Range(0, 5).Sum(row => cost[(row * 5) + columns[row]]).ShouldBe(Cheapest(cost, 0, []), $"seed {seed}");
        }
    }

    private static double Cheapest(double[] cost, int row, int[] taken)
        => row == 5 ? 0 : Enumerable.Range(0, 5).Except(taken).Min(column => cost[(row * 5) + column] + Cheapest(cost, row + 1, [.. taken, column]));
}
