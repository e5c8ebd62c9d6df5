using TextSeg.Mining.Clustering;
using TextSeg.Mining.Tests.Topics;

namespace TextSeg.Mining.Tests.Clustering;

public sealed class WardMergingTests
{
    [Fact]
    public void NearMeansAreJoinedFirst()
    {
        var means = new VectorTable(1, [0, 0.1f, 5, 5.1f, 20]);

        WardMerging.Merge(means, [1, 1, 1, 1, 1], 3).ShouldBe([0, 0, 1, 1, 2]);
        WardMerging.Merge(means, [1, 1, 1, 1, 1], 2).ShouldBe([0, 0, 0, 0, 1]);
    }

    [Fact]
    public void LargeGroupsResistBeingJoined()
        => WardMerging.Merge(new VectorTable(1, [0, 1, 2.2f, 3.3f]), [1000, 1000, 1, 1], 3).ShouldBe([0, 1, 2, 2]);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(40)]
    public void AnyNumberOfGroupsCanBeHadAndEachIsInsideTheNext(int wanted)
    {
        var means = PlantedPosts.Make(2, 1.5, 8, 8, 8, 8, 8);
        var sizes = Enumerable.Range(1, 40).ToArray();

        var coarse = WardMerging.Merge(means, sizes, wanted);
        var fine = WardMerging.Merge(means, sizes, Math.Min(40, wanted * 2));

        coarse.Distinct().Count().ShouldBe(wanted);
        for (var group = 0; group < 40; group++)
        {
            coarse[Array.IndexOf(fine, fine[group])].ShouldBe(coarse[group]);
        }
    }
}
