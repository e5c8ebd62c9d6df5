using TextSeg.Mining.Neighbors.InvertedFile;

namespace TextSeg.Mining.Tests.Neighbors.InvertedFile;

public sealed class NeighborIndexStateTests
{
    private static readonly NeighborIndexOptions Options = new() { ListRows = 64 };
    private static readonly VectorTable Rows = ClusteredVectors.Unit(1500, 32, centres: 20, seed: 4);

    [Fact]
    public void ARestoredIndexAnswersAsTheStoredOneAndGoesOnAsIt()
    {
        var index = Filled();
        var restored = NeighborIndex.Restore(index.Store(), Options);
        Answers(restored).ShouldBe(Answers(index));
        restored.Recall.ShouldBe(index.Recall);

        foreach (var each in new[] { index, restored })
        {
            each.Remove([3, 700, 701]);
            each.Add([9_000, 9_001], RandomVectors.Rows(Rows, [1400, 1450]));
        }

        Answers(restored).ShouldBe(Answers(index));
        restored.Nearest(Rows[1450], 1)[0].Id.ShouldBe(9_001);
    }

    [Fact]
    public void StoredRowsStayAsTheyAre()
    {
        var state = Filled().Store();
        var before = state.Lists.Select(list => string.Join(',', list.Ids)).ToArray();
        var changed = NeighborIndex.Restore(state, Options);
        changed.Remove([.. Enumerable.Range(0, 600).Select(id => (long)id)]);
        state.Lists.Select(list => string.Join(',', list.Ids)).ShouldBe(before);
        Answers(NeighborIndex.Restore(state, Options)).ShouldBe(Answers(Filled()));
    }

    private static NeighborIndex Filled()
    {
        var index = new NeighborIndex(32, Options);
        index.Add([.. Enumerable.Range(0, 1200).Select(id => (long)id)], RandomVectors.Rows(Rows, [.. Enumerable.Range(0, 1200)]));
        return index;
    }

    private static string Answers(NeighborIndex index) =>
        string.Join('\n', Enumerable.Range(0, 1500).Where(row => row % 50 == 0).Select(row => string.Join(' ', index.Nearest(Rows[row], 10))));
}
