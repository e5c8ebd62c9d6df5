using TextSeg.Mining.Clustering;

namespace TextSeg.Mining.Tests.Clustering;

public sealed class OrderedRowsTests
{
    [Fact]
    public void RowsStandByKeyAndRowsOfZerosAreLeftOut()
    {
        var ordered = OrderedRows.Of(new VectorTable(1, [1, 0, -1, 1]), [7, 1, 3, 2], [10, 20, 30, 40]);

        ordered.Places.ShouldBe([3, 2, 0]);
        ordered.Keys.ShouldBe([2UL, 3UL, 7UL]);
        ordered.Sizes.ShouldBe([40, 30, 10]);
        ordered.Spread([0, 1, 0], 4).Labels.ShouldBe([0, -1, 1, 0]);
    }

    [Fact]
    public void RowsWithOneKeyStandByValue()
        => OrderedRows.Of(new VectorTable(1, [1, -1]), [5, 5], null).Places.ShouldBe([1, 0]);

    [Fact]
    public void LengthsThatDoNotFitAreRefused()
        => Should.Throw<ArgumentException>(() => OrderedRows.Of(new VectorTable(1, [1, 1]), [5], null)).Message.ShouldContain("2 rows come with 1 keys");

    [Fact]
    public void NumbersThatAreNotFiniteAreRefused()
        => Should.Throw<ArgumentException>(() => OrderedRows.Of(new VectorTable(1, [float.NaN]), [5], null)).Message.ShouldContain("not finite");
}
