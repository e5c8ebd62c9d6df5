using System.Text.Json;
using TextSeg.Mining.Neighbors;
using TextSeg.Testing;

namespace TextSeg.Mining.Tests.Clustering.Hdbscan;

/// <summary>Invented points of uneven density, written by scripts/golden/hdbscan.py.</summary>
internal static class DensityPoints
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);
    private static readonly Lazy<Dictionary<string, VectorTable>> Sets = new(() => Read<PointSet>("Hdbscan/points.json").ToDictionary(set => set.Set, Unit));

    public static VectorTable Of(string set) => Sets.Value[set];

    public static ulong[] Keys(int count) => [.. Enumerable.Range(0, count).Select(row => (ulong)row)];

    public static NeighborTable Neighbors(VectorTable rows, int k = 15) => ExactNeighbors.Find(rows, k, 1);

    public static T[] Read<T>(string file)
        => JsonSerializer.Deserialize<T[]>(File.ReadAllText(Repository.PathOf($"tests/TextSeg.Mining.Tests/Clustering/{file}")), Web)!;

    private static VectorTable Unit(PointSet set)
    {
        var dimension = set.Points[0].Length;
        var values = set.Points.SelectMany(point =>
        {
            var length = Math.Sqrt(point.Sum(value => value * value));
            return point.Select(value => (float)(value / length));
        });
        return new VectorTable(dimension, [.. values]);
    }

    private sealed record PointSet(string Set, double[][] Points);
}
