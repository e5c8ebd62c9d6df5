using TextSeg.Mining.Clustering.Hierarchical;
using TextSeg.Mining.Tests.Topics;

namespace TextSeg.Mining.Tests.Clustering.Hierarchical;

public sealed class DendrogramTests
{
    private static readonly Dendrogram Tree
        = NearestNeighborChain.Run(PlantedPosts.Make(2, 1.5, 8, 8, 8, 8, 8), [.. Enumerable.Range(1, 40)], Linkage.Ward);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(40)]
    public void AnyNumberOfGroupsCanBeHadAndEachIsInsideTheNext(int wanted)
    {
        var (coarse, fine) = (Tree.Cut(wanted), Tree.Cut(wanted * 2));

        coarse.Distinct().Count().ShouldBe(wanted);
        for (var group = 0; group < 40; group++)
        {
            coarse[Array.IndexOf(fine, fine[group])].ShouldBe(coarse[group]);
        }
    }

    [Fact]
    public void MergesRiseAndCountTheirLeaves()
    {
        Tree.Merges.Select(merge => merge.Height).ShouldBe(Tree.Merges.Select(merge => merge.Height).Order());
        for (var merge = 0; merge < Tree.Merges.Length; merge++)
        {
            var (first, second) = (Tree.Merges[merge].First, Tree.Merges[merge].Second);
            first.ShouldBeLessThan(second);
            second.ShouldBeLessThan(Tree.Leaves + merge);
            Tree.Merges[merge].Leaves.ShouldBe(LeavesBelow(first) + LeavesBelow(second));
        }

        Tree.Merges[^1].Leaves.ShouldBe(40);
    }

    [Fact]
    public void AMergeThatRoundingMadeCheaperStaysAboveItsParts()
    {
        var builder = new DendrogramBuilder(3);
        builder.Add(0, 1, 0.5);
        builder.Add(0, 2, 0.4999999);

        builder.Build().Merges.ShouldBe([new DendrogramMerge(0, 1, 0.5, 2), new DendrogramMerge(2, 3, 0.5, 3)]);
    }

    private static int LeavesBelow(int node) => node < Tree.Leaves ? 1 : Tree.Merges[node - Tree.Leaves].Leaves;
}
