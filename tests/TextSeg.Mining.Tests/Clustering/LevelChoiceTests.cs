using TextSeg.Mining.Clustering;

namespace TextSeg.Mining.Tests.Clustering;

public sealed class LevelChoiceTests
{
    private static readonly GraphClustererOptions Options = new();

    [Fact]
    public void ATrustedSilhouetteGivesTheCoarsestStepNearItsBest()
        => LevelChoice.Choose([5, 20, 60, 90], [0.1, 0.29, 0.3, 0.28], Unasked, Options).ShouldBe(1);

    [Fact]
    public void AWeakSilhouetteGivesTheStepThatAgreesBestAmongThoseToRead()
        => LevelChoice.Choose([5, 30, 50, 400], [0.01, 0.02, 0.03, 0.05], step => step == 2 ? 0.8 : 0.6, Options).ShouldBe(2);

    [Fact]
    public void EqualAgreementGivesTheMiddleOfTheReadableRange()
        => LevelChoice.Choose([20, 28, 41, 62, 80], [0, 0, 0, 0, 0], _ => 0.6, Options).ShouldBe(2);

    [Fact]
    public void WhereNoStepIsReadableTheNearestToTheFewestIsTaken()
        => LevelChoice.Choose([2, 6, 150], [0, 0, 0], Unasked, Options).ShouldBe(1);

    [Fact]
    public void AWantedNumberIsTakenAsNearAsTheStepsAllow()
        => LevelChoice.Choose([5, 20, 60], [0.5, 0.1, 0.1], Unasked, new GraphClustererOptions { WantedGroups = 55 }).ShouldBe(2);

    private static double Unasked(int step) => throw new InvalidOperationException($"step {step} need not be measured");
}
