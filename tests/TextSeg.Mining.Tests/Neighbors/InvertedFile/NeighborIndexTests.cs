using TextSeg.Mining.Neighbors;
using TextSeg.Mining.Neighbors.InvertedFile;

namespace TextSeg.Mining.Tests.Neighbors.InvertedFile;

public sealed class NeighborIndexTests(ITestOutputHelper output)
{
    private static readonly NeighborIndexOptions Options = new() { ListRows = 64 };
    private static readonly VectorTable Rows = ClusteredVectors.Unit(3000, 32, centres: 40, seed: 6);

    [Fact]
    public void AddedInPiecesItFindsWhatTheExactSearchFinds()
    {
        var index = new NeighborIndex(32, Options);
        for (var first = 0; first < 3000; first += 170)
        {
            Add(index, Rows, [.. Enumerable.Range(first, Math.Min(170, 3000 - first))]);
        }

        var atOnce = new NeighborIndex(32, Options);
        Add(atOnce, Rows, [.. Enumerable.Range(0, 3000)]);

        var (pieces, whole) = (RecallOf(index), RecallOf(atOnce));
        output.WriteLine($"in pieces {pieces:F4}, told {index.Recall:F4}; at once {whole:F4}, told {atOnce.Recall:F4}");
        pieces.ShouldBeGreaterThanOrEqualTo(0.93);
        whole.ShouldBeGreaterThanOrEqualTo(0.93);
        index.Recall.ShouldBe(pieces, 0.04);
    }

    [Fact]
    public void ARowAddedAgainTakesTheOldOnesPlace()
    {
        var index = new NeighborIndex(32, Options);
        Add(index, Rows, [.. Enumerable.Range(0, 1000)]);

        index.Add([7], RandomVectors.Rows(Rows, [2000]));

        index.Count.ShouldBe(1000);
        index.Nearest(Rows[2000], 1)[0].Id.ShouldBe(7);
        index.Nearest(Rows[7], 1000).Select(hit => hit.Id).ShouldBeUnique();
        index.Nearest(Rows[7], 1)[0].Id.ShouldNotBe(7);
    }

    [Fact]
    public void OfAnIdGivenTwiceTheLastRowStays()
    {
        var index = new NeighborIndex(2);

        index.Add([5, 5], new VectorTable(2, [1, 0, 0, 1]));

        index.Count.ShouldBe(1);
        index.Nearest([0, 1], 3).ShouldHaveSingleItem().Cosine.ShouldBe(1, 1e-6f);
    }

    [Fact]
    public void RemovedRowsAreNotFoundAndTheOthersAre()
    {
        var index = new NeighborIndex(32, Options);
        Add(index, Rows, [.. Enumerable.Range(0, 1500)]);

        index.Remove([.. Enumerable.Range(0, 1500).Where(row => row % 3 != 0).Select(row => (long)row), 99_999]);

        index.Count.ShouldBe(500);
        foreach (var row in Enumerable.Range(0, 1500))
        {
            var nearest = index.Nearest(Rows[row], 5);
            nearest.ShouldAllBe(hit => hit.Id % 3 == 0);
            if (row % 3 == 0)
            {
                nearest[0].Id.ShouldBe(row);
            }
        }
    }

    [Fact]
    public void AllRowsMayGoAndComeBack()
    {
        var index = new NeighborIndex(32, Options);
        Add(index, Rows, [.. Enumerable.Range(0, 300)]);
        _ = index.Recall;
        index.Remove([.. Enumerable.Range(0, 300).Select(row => (long)row)]);

        index.Nearest(Rows[0], 3).ShouldBeEmpty();
        index.Recall.ShouldBe(1);
        Add(index, Rows, [4]);

        index.Nearest(Rows[4], 3).ShouldHaveSingleItem().Id.ShouldBe(4);
    }

    [Fact]
    public void ManyCopiesOfOneRowAreAllFound()
    {
        var index = new NeighborIndex(32, Options);
        index.Add([.. Enumerable.Range(0, 500).Select(id => (long)id)], RandomVectors.Rows(Rows, [.. Enumerable.Repeat(3, 500)]));

        index.Nearest(Rows[3], 500).Select(hit => hit.Id).ShouldBe(Enumerable.Range(0, 500).Select(id => (long)id));
    }

    [Fact]
    public void TheSameCallsGiveTheSameAnswersAtAnyNumberOfThreads()
    {
        var answers = new[] { 1, 4 }.Select(threads =>
        {
            var index = new NeighborIndex(32, new NeighborIndexOptions { ListRows = 64, Threads = threads });
            Add(index, Rows, [.. Enumerable.Range(0, 2000)]);
            return Enumerable.Range(2000, 50).SelectMany(row => index.Nearest(Rows[row], 10)).ToArray();
        }).ToArray();

        answers[1].ShouldBe(answers[0]);
    }

    [Fact]
    public void WhatDoesNotFitIsRefusedAndNothingIsAdded()
    {
        var index = new NeighborIndex(2);

        Should.Throw<ArgumentException>(() => index.Add([1], new VectorTable(2, [1, 0, 0, 1]))).Message.ShouldContain("1 ids and 2 rows");
        Should.Throw<ArgumentException>(() => index.Add([1, 2], new VectorTable(2, [1, 0, float.NaN, 1]))).Message.ShouldContain("Row 1");
        Should.Throw<ArgumentException>(() => new NeighborIndex(2, new NeighborIndexOptions { ListRows = 1, Recall = 2, RecallRows = 0 }))
            .Message.Split(';').Length.ShouldBe(3);
        index.Count.ShouldBe(0);
        index.Nearest([1, 0], 3).ShouldBeEmpty();
    }

    private static void Add(NeighborIndex index, VectorTable rows, int[] chosen) =>
        index.Add([.. chosen.Select(row => (long)row)], RandomVectors.Rows(rows, chosen));

    private static double RecallOf(NeighborIndex index)
    {
        var truth = ExactNeighbors.Find(Rows, 15, threads: 2);
        return Enumerable.Range(0, Rows.Count).Where(row => row % 10 == 0).Average(row =>
            index.Nearest(Rows[row], 16).Select(hit => (int)hit.Id).Intersect(truth.IndicesOf(row).ToArray()).Count() / 15.0);
    }
}
