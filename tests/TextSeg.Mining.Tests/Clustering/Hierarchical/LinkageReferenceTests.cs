using System.Text.Json;
using TextSeg.Mining.Clustering;
using TextSeg.Mining.Clustering.Hierarchical;
using TextSeg.Testing;

namespace TextSeg.Mining.Tests.Clustering.Hierarchical;

/// <summary>Against SciPy's numbers, written by scripts/golden/linkage.py.</summary>
public sealed class LinkageReferenceTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static TheoryData<int> Cases() => [.. Enumerable.Range(0, Read().Length)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void HeightsAndCutsAreThoseOfSciPy(int number)
    {
        var reference = Read()[number];
        var rows = LehmerRows.Make(reference.Groups, reference.Size, reference.Dimension, reference.Spread, reference.Seed);
        var options = new AgglomerativeOptions { Linkage = Enum.Parse<Linkage>(reference.Linkage, ignoreCase: true), Groups = 2 };

        var found = new AgglomerativeClustering(options).Run(rows, PlantedGraph.Keys(rows.Count));

        found.Tree.Merges.Length.ShouldBe(reference.Heights.Length);
        for (var merge = 0; merge < reference.Heights.Length; merge++)
        {
            found.Tree.Merges[merge].Height.ShouldBe(reference.Heights[merge], 1e-5);
        }

        foreach (var cut in reference.Cuts)
        {
            found.Cut(cut.Groups).Labels.ShouldBe(Partition.Canonical(cut.Labels).Labels);
        }
    }

    private static Reference[] Read()
        => JsonSerializer.Deserialize<Reference[]>(File.ReadAllText(Repository.PathOf("tests/TextSeg.Mining.Tests/Clustering/Hierarchical/linkage-reference.json")), Web)!;

    private sealed record Reference(int Groups, int Size, int Dimension, double Spread, ulong Seed, string Linkage, double[] Heights, CutLabels[] Cuts);

    private sealed record CutLabels(int Groups, int[] Labels);
}
