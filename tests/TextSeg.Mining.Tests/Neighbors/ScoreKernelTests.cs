using TextSeg.Mining.Neighbors;

namespace TextSeg.Mining.Tests.Neighbors;

public sealed unsafe class ScoreKernelTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(13)]
    [InlineData(256)]
    public void AllWidthsOfRegistersGiveTheSameBits(int dimension)
    {
        var rows = RandomVectors.Unit(ScoreKernel.Rows, dimension, seed: 7);
        var panel = RandomVectors.Unit(dimension, ScoreKernel.Columns, seed: 8);

        var wide = Scores(rows, panel, ScoreKernel.Score512);

        Scores(rows, panel, ScoreKernel.Score256).ShouldBe(wide);
        Scores(rows, panel, ScoreKernel.Score128).ShouldBe(wide);
        Scores(rows, panel, ScoreKernel.Score).ShouldBe(wide);
        wide[(3 * ScoreKernel.Columns) + 30].ShouldBe(NaiveNeighbors.Dot(rows[3], Column(panel, 30)));
    }

    private delegate void Kernel(float* rows, float* panel, int dimension, float* scores, int scoreStride);

    private static float[] Scores(VectorTable rows, VectorTable panel, Kernel kernel)
    {
        var scores = new float[ScoreKernel.Rows * ScoreKernel.Columns];
        fixed (float* first = rows.Values, second = panel.Values, target = scores)
        {
            kernel(first, second, rows.Dimension, target, ScoreKernel.Columns);
        }

        return scores;
    }

    private static float[] Column(VectorTable panel, int column) =>
        [.. Enumerable.Range(0, panel.Count).Select(row => panel[row][column])];
}
