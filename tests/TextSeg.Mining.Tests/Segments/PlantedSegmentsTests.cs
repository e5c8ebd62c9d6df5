using TextSeg.Mining.Segments;

namespace TextSeg.Mining.Tests.Segments;

public sealed class PlantedSegmentsTests
{
    [Fact]
    public void TheSameGroupsUnderOtherNumbersScoreOne()
    {
        var scores = PlantedSegments.Score([2, 2, 0, 0, 1], [0, 0, 1, 1, 2]);

        scores.ShouldAllBe(score => score.F1 == 1 && score.F1WithQuiet == 1);
        scores.Select(score => score.Found).ShouldBe([2, 0, 1]);
    }

    [Fact]
    public void PrecisionAndRecallAreThoseOfTheBestMatch()
    {
        // Planted 0 has four members: three found together with one stranger, one elsewhere.
        var score = PlantedSegments.Score([0, 0, 0, 1, 0, 1], [0, 0, 0, 0, 1, 1])[0];

        score.Precision.ShouldBe(0.75);
        score.Recall.ShouldBe(0.75);
        score.F1.ShouldBe(0.75);
    }

    [Fact]
    public void QuietMembersCountInTheirOwnFigureOnly()
    {
        var score = PlantedSegments.Score([0, 0, -1, -1], [0, 0, 0, -1])[0];

        (score.Members, score.Quiet, score.F1).ShouldBe((2, 1, 1.0));
        score.F1WithQuiet.ShouldBe(0.8, 1e-9);
    }

    [Fact]
    public void ASegmentWithoutAnyPlacedMemberIsNotFound()
    {
        var score = PlantedSegments.Score([-1, 0], [0, 1])[0];

        (score.Found, score.F1, score.Quiet).ShouldBe((-1, 0.0, 1));
    }

    [Fact]
    public void LabelsOfDifferentMembersAreRefused() => Should.Throw<ArgumentException>(() => PlantedSegments.Score([0, 1], [0])).Message.ShouldContain("same members");
}
