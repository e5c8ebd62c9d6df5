using TextSeg.Engine.Evaluation.Encoders;
using TextSeg.Engine.Tests.Evaluation.Measures;
using TextSeg.Mining;

namespace TextSeg.Engine.Tests.Evaluation.Encoders;

public sealed class LloydKMeansTests
{
    private static readonly float[][] Points = MeasureReference.Read().Groups.Points;

    [Fact]
    public void TheSumOfSquaredDistancesIsThatOfScikitLearn()
    {
        var labels = new LloydKMeans(Table(Points), groups: 4, threads: 2, CancellationToken.None).Best(1, starts: 20);
        Inertia(Points, labels).ShouldBe(MeasureReference.Read().Groups.Inertia, 0.01);
    }

    [Fact]
    public void ThreadsDoNotChangeTheGroups()
    {
        var one = new LloydKMeans(Table(Points), 4, threads: 1, CancellationToken.None).Best(7, starts: 2);
        new LloydKMeans(Table(Points), 4, threads: 3, CancellationToken.None).Best(7, starts: 2).ShouldBe(one);
    }

    [Fact]
    public void AsManyGroupsAsRowsLeaveNoDistance()
    {
        float[][] few = Points[..6];
        Inertia(few, new LloydKMeans(Table(few), 6, threads: 1, CancellationToken.None).Best(1, starts: 1)).ShouldBe(0, 1e-6);
    }

    private static VectorTable Table(float[][] points) => new(points[0].Length, [.. points.SelectMany(point => point)]);

    private static double Inertia(float[][] points, int[] labels) => points.Zip(labels).GroupBy(pair => pair.Second, pair => pair.First).Sum(group =>
    {
        float[][] own = [.. group];
        return own.Sum(point => point.Select((value, place) => Math.Pow(value - own.Average(other => (double)other[place]), 2)).Sum());
    });
}
