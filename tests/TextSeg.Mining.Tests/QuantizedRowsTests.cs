using TextSeg.Mining.Neighbors;
using TextSeg.Mining.Tests.Neighbors;

namespace TextSeg.Mining.Tests;

public sealed class QuantizedRowsTests
{
    [Theory]
    [InlineData(33)]
    [InlineData(64)]
    [InlineData(130)]
    public void ARowComesBackWithinHalfACode(int dimension)
    {
        var table = RandomVectors.Unit(50, dimension, seed: 4);
        var rows = QuantizedRows.From(table);
        var back = new float[dimension];

        for (var row = 0; row < 50; row++)
        {
            rows.CopyRow(row, back);
            for (var i = 0; i < dimension; i++)
            {
                back[i].ShouldBe(table[row][i], 0.501f * rows.ScaleOf(row));
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(256)]
    [InlineData(300)]
    public void CosinesAreNearThoseOfFullRowsAndTheSameBothWays(int dimension)
    {
        var table = RandomVectors.Unit(40, dimension, seed: 7);
        var rows = QuantizedRows.From(table);

        for (var row = 1; row < 40; row++)
        {
            rows.Dot(row, row - 1).ShouldBe(SpanDot.Dot(table[row], table[row - 1]), 0.02f);
            rows.Dot(row, row - 1).ShouldBe(rows.Dot(row - 1, row));
        }
    }

    [Fact]
    public void ARowOfZerosStaysZero()
    {
        var rows = QuantizedRows.From(new VectorTable(2, [0, 0, 3, -4]));

        rows.ScaleOf(0).ShouldBe(0);
        rows.Dot(0, 1).ShouldBe(0);
        rows.Gather([1, 0]).Values.ShouldBe([3f, -4f, 0f, 0f], 0.02);
    }

    [Fact]
    public void TheSmallestNumbersStayWithinTheCodes()
    {
        var rows = QuantizedRows.From(new VectorTable(3, [float.Epsilon, -float.Epsilon, 3 * float.Epsilon]));

        rows.CodesOf(0).ToArray().ShouldAllBe(code => code >= -127);
        float.IsFinite(rows.Dot(0, 0)).ShouldBeTrue();
    }

    [Fact]
    public void RowsOfOtherLengthsOrWithoutNumbersAreRefused()
    {
        var rows = QuantizedRows.InMemory(2, 3);

        Should.Throw<ArgumentException>(() => rows.Set(1, [1, 2])).Message.ShouldContain("Row 1");
        Should.Throw<ArgumentException>(() => rows.Set(0, [1, float.NaN, 2])).Message.ShouldContain("finite");
        Should.Throw<ArgumentException>(() => new QuantizedRows(3, new float[2], new sbyte[5])).Message.ShouldContain("2 rows of 3");
    }
}
