using TextSeg.Mining.Clustering;

namespace TextSeg.Mining.Tests.Clustering;

public sealed class LevelChoiceTests
{
    private static readonly LevelChoice Choice = new([1, 2, 4, 8], [10, 20, 40, 160]);

    [Fact]
    public void ATrustedSilhouetteGivesTheCoarsestStepNearItsBest()
        => Choice.BySilhouette([0.1, 0.29, 0.3, 0.28], new GraphClustererOptions()).ShouldBe(2);

    [Fact]
    public void AWeakSilhouetteChoosesNothing()
        => Choice.BySilhouette([0.01, 0.02, 0.03, 0.09], new GraphClustererOptions()).ShouldBeNull();

    [Fact]
    public void TheLevelThatClearlyAgreesBestIsTaken()
        => Choice.ByAgreement(20, 80, resolution => resolution < 2.1 ? 0.8 : 0.6).ShouldBe(2, 1e-6);

    [Fact]
    public void EqualAgreementGivesTheMiddleOfTheReadableRange()
        => Choice.ByAgreement(20, 80, _ => 0.6).ShouldBe(4, 1e-6);

    [Fact]
    public void SmallDifferencesOfAgreementDoNotLeaveTheMiddle()
        => Choice.ByAgreement(20, 80, resolution => 0.6 + (0.01 * resolution)).ShouldBe(4, 1e-6);

    [Theory]
    [InlineData(20, 2)]
    [InlineData(80, 5.656854)]
    [InlineData(1, 1)]
    [InlineData(999, 8)]
    public void AnyNumberOfGroupsHasAResolutionBetweenTheSteps(double groups, double resolution)
        => Choice.ResolutionFor(groups).ShouldBe(resolution, 1e-5);
}
