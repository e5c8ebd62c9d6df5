using TextSeg.Mining.Tests.Topics;

namespace TextSeg.Mining.Tests;

public sealed class VectorTableTests
{
    private static readonly VectorTable Whole = PlantedPosts.Make(1, 0.9, 20, 20);
    private static readonly VectorTable Shortened = new(QuantizedRows.From(Whole));

    [Fact]
    public void AShortenedTableGivesNearlyTheSameNumbersByRowByBlockAndAllAtOnce()
    {
        var buffer = new float[4 * Whole.Dimension];
        Shortened.Count.ShouldBe(Whole.Count);
        for (var row = 0; row + 4 <= Whole.Count; row++)
        {
            Shortened.Row(row, buffer).ToArray().ShouldBe(Whole[row].ToArray(), 0.005);
            Shortened.Block(row, 4, buffer).ToArray().ShouldBe(Whole.Values[(row * Whole.Dimension)..((row + 4) * Whole.Dimension)], 0.005);
            Shortened.Dot(row, row + 3).ShouldBe(Whole.Dot(row, row + 3), 0.01f);
        }

        Shortened.Values.ShouldBe(Whole.Values, 0.005);
    }

    [Fact]
    public void AWholeTableGivesItsRowsWithoutACopy() => Whole.Row(3, []).Overlaps(Whole.Values).ShouldBeTrue();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WhatIsWrittenIsReadAgain(bool shortened)
    {
        var table = shortened ? Shortened : Whole;
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            table.Write(writer);
        }

        stream.Position = 0;
        var read = VectorTable.Read(new BinaryReader(stream));
        (read.Shortened is not null).ShouldBe(shortened);
        read.Values.ShouldBe(table.Values);
    }
}
