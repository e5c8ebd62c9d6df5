using TextSeg.Mining.Neighbors.InvertedFile;

namespace TextSeg.Mining.Tests.Neighbors.InvertedFile;

public sealed class ListJoinTests
{
    private static readonly VectorTable Rows = ClusteredVectors.Unit(1500, 20, centres: 12, seed: 9);

    [Fact]
    public void VisitsPlannedInManyPartsFindTheSame()
    {
        var reader = new RowReader(Rows);
        var centres = Codebook.Train(Rows, 40, 3, 2, null, default);

        var whole = new ListJoin(reader, centres, 10, 2, null, default).Run(4, ListJoin.MostVisits, null, default);
        var parts = new ListJoin(reader, centres, 10, 2, null, default).Run(4, 1, null, default);

        parts.Indices.ShouldBe(whole.Indices);
        parts.Similarities.ShouldBe(whole.Similarities);
    }
}
