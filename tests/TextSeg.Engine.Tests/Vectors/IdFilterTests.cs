using TextSeg.Engine.Vectors;

namespace TextSeg.Engine.Tests.Vectors;

public sealed class IdFilterTests(ITestOutputHelper output)
{
    [Fact]
    public void FindsThePlacesOfAllAllowedIds()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var trial = 0; trial < 300; trial++)
        {
            var ids = Some(random);
            var allowed = Some(random);

            new IdFilter(allowed.Concat(allowed)).PlacesIn(ids)
                .ShouldBe(Enumerable.Range(0, ids.Length).Where(place => allowed.Contains(ids[place])));
        }
    }

    private static long[] Some(Random random)
    {
        var range = random.Next(1, 500);
        return [.. Enumerable.Range(0, random.Next(60)).Select(_ => (long)random.Next(-range, range)).Distinct().Order()];
    }
}
