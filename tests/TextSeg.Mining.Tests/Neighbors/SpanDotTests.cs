using TextSeg.Mining.Neighbors;

namespace TextSeg.Mining.Tests.Neighbors;

public sealed class SpanDotTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(100)]
    [InlineData(384)]
    public void IsTheDotProductWhicheverSideComesFirst(int length)
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        float[] left = [.. Enumerable.Range(0, length).Select(_ => random.NextSingle() - 0.5f)];
        float[] right = [.. Enumerable.Range(0, length).Select(_ => random.NextSingle() - 0.5f)];

        SpanDot.Dot(left, right).ShouldBe((float)left.Zip(right, (a, b) => (double)a * b).Sum(), 1e-4f);
        BitConverter.SingleToInt32Bits(SpanDot.Dot(left, right)).ShouldBe(BitConverter.SingleToInt32Bits(SpanDot.Dot(right, left)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(129)]
    [InlineData(256)]
    public void WholeNumbersAreMultipliedExactly(int length)
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        short[] query = [.. Enumerable.Range(0, length).Select(_ => (short)random.Next(-30000, 30001))];
        sbyte[] row = [.. Enumerable.Range(0, length).Select(_ => (sbyte)random.Next(-127, 128))];

        SpanDot.Dot(query, row).ShouldBe(query.Zip(row, (a, b) => a * b).Sum());
    }

    [Fact]
    public void DifferentLengthsAreRefused() =>
        Should.Throw<ArgumentException>(() => SpanDot.Dot(new float[3], new float[4]));
}
