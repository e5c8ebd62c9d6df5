using TextSeg.Mining.Clustering.Dbscan;

namespace TextSeg.Mining.Tests.Clustering.Dbscan;

public sealed class DistanceElbowTests
{
    [Fact]
    public void TheElbowIsWhereTheCurveBendsUp()
        => DistanceElbow.Of([1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 3, 5, 7, 9]).ShouldBe(1.6);

    [Fact]
    public void TheOrderOfTheDistancesDoesNotMatter()
        => DistanceElbow.Of([9, 1.6, 1.1, 7, 1, 1.3, 5, 1.2, 3, 1.5, 1.4]).ShouldBe(1.6);

    [Fact]
    public void ACurveThatNeverLiesBelowTheLineHasItsElbowAtTheEnd()
        => DistanceElbow.Of([0, 3, 4]).ShouldBe(4);

    [Fact]
    public void EqualDistancesAreTheirOwnElbow()
        => DistanceElbow.Of([2, 2, 2]).ShouldBe(2);

    [Fact]
    public void NoDistanceHasNoElbow()
        => DistanceElbow.Of([]).ShouldBe(0);
}
