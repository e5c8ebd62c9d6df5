using TextSeg.Mining.Clustering.Hierarchical;

namespace TextSeg.Mining.Tests.Clustering.Hierarchical;

public sealed class GapCutTests
{
    [Fact]
    public void TheCutStandsBelowTheMergeThatIsHigherByTheLargestShare()
        => GapCut.Choose(Tree(0.1, 0.11, 0.12, 0.3, 0.5), 2, 10, 0.4).ShouldBe(3);

    [Fact]
    public void OfEqualGapsTheOneWithFewerGroupsIsTaken()
        => GapCut.Choose(Tree(0.1, 0.2, 0.2, 0.4, 0.5), 2, 10, 0.4).ShouldBe(3);

    [Fact]
    public void HeightsThatRiseEvenlyHaveNoClearGap()
        => GapCut.Choose(Tree(0.10, 0.12, 0.14, 0.16, 0.18), 2, 10, 0.4).ShouldBeNull();

    [Fact]
    public void OnlyTheNumbersAskedForAreLookedAt()
        => GapCut.Choose(Tree(0.1, 0.2, 0.21, 0.22, 0.9), 3, 10, 0.05).ShouldBe(5);

    [Fact]
    public void CopiesAreNeverCutApart()
        => GapCut.Choose(Tree(0, 0, 0, 0.3, 0.3), 2, 10, 0.4).ShouldBe(3);

    [Fact]
    public void OneLeafHasNoGap()
        => GapCut.Choose(new Dendrogram(1, []), 2, 10, 0.4).ShouldBeNull();

    // A chain with many leaves joined below, so that a tenth of the leaves is no limit.
    private static Dendrogram Tree(params double[] last)
    {
        const int leaves = 100;
        double[] heights = [.. Enumerable.Repeat(last[0], leaves - 1 - last.Length), .. last];
        var builder = new DendrogramBuilder(leaves);
        for (var merge = 0; merge < heights.Length; merge++)
        {
            builder.Add(0, merge + 1, heights[merge]);
        }

        return builder.Build();
    }
}
