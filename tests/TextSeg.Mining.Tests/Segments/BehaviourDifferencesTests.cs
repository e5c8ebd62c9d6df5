using TextSeg.Mining.Segments;

namespace TextSeg.Mining.Tests.Segments;

public sealed class BehaviourDifferencesTests
{
    [Fact]
    public void AGroupThatOrdersMoreIsTold()
    {
        var groupOf = Enumerable.Range(0, 200).Select(i => i < 60 ? 0 : 1).ToArray();
        var orders = groupOf.Select((group, i) => group == 0 ? (i % 2 == 0 ? 3.0 : 0) : i % 10 == 0 ? 1.0 : 0).ToArray();
        var found = BehaviourDifferences.Of(groupOf, 2, [orders])[0][0];
        (found.Members, found.Doers).ShouldBe((60, 30));
        (found.Share, found.ShareElsewhere).ShouldBe((0.5, 0.1));
        found.Lift!.Value.ShouldBe(5, 1e-9);
        (found.Mean, found.MeanElsewhere).ShouldBe((1.5, 0.1));
        found.ShareQValue.ShouldBeLessThan(0.001);
        found.Effect.ShouldBeGreaterThan(0.3);
        found.EffectQValue.ShouldBeLessThan(0.001);
    }

    [Fact]
    public void ChanceIsNotTold()
    {
        var random = new Random(5);
        var groupOf = Enumerable.Range(0, 300).Select(i => i % 3).ToArray();
        double[][] amounts = [.. Enumerable.Range(0, 4).Select(_ => groupOf.Select(_ => (double)random.Next(3)).ToArray())];
        BehaviourDifferences.Of(groupOf, 3, amounts).SelectMany(list => list).ShouldAllBe(one => one.ShareQValue > 0.01 && one.EffectQValue > 0.01);
    }

    [Fact]
    public void WhereNobodyElseDidItThereIsNoLift()
    {
        var found = BehaviourDifferences.Of([0, 0, 1, 1], 2, [[1, 0, 0, 0]])[0][0];
        found.Lift.ShouldBeNull();
        found.ShareElsewhere.ShouldBe(0);
    }
}
