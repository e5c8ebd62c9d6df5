using TextSeg.Mining.Clustering;

namespace TextSeg.Mining.Tests.Clustering;

public sealed class SilhouetteLadderTests
{
    [Fact]
    public void RungsRiseFromTheFewestToTheMost()
        => SilhouetteLadder.Rungs(2, 50).ShouldBe([2, 3, 4, 6, 8, 11, 16, 23, 32, 45, 50]);

    [Fact]
    public void APeakBetweenTwoRungsIsFound()
    {
        var ladder = new SilhouetteLadder(groups => 0.5 - (0.1 * Math.Abs(groups - 13)));

        ladder.Choose(2, 100, 5000).ShouldBeInRange(12, 14);
    }

    [Fact]
    public void FewerGroupsAreTakenWhereTheyAreAlmostAsGood()
    {
        var ladder = new SilhouetteLadder(groups => groups < 30 ? 0.1 : groups < 200 ? 0.39 : 0.4);

        ladder.Choose(2, 400, 5000).ShouldBeInRange(30, 32);
    }

    [Fact]
    public void AForumWhoseSilhouetteOnlyRisesGetsANumberThatCanBeRead()
        => new SilhouetteLadder(groups => groups / 10_000.0).Choose(2, 500, 40_000).ShouldBeInRange(20, 80);

    [Fact]
    public void TooFewRowsToSearchGiveTheFewest()
        => new SilhouetteLadder(_ => 0).Choose(2, 500, 5).ShouldBe(2);

    [Fact]
    public void EveryTryIsToldOnceAndInOrder()
    {
        var asked = new List<int>();
        var ladder = new SilhouetteLadder(groups =>
        {
            asked.Add(groups);
            return 0.3;
        });

        ladder.Choose(2, 20, 1000);

        ladder.Steps.Select(step => step.Groups).ShouldBe(asked.Order());
        asked.ShouldBeUnique();
    }
}
