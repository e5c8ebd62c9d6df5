using Shouldly;
using TextSeg.Nlp.Encoders;
using TextSeg.Nlp.ModelFiles;
using Xunit;

namespace TextSeg.Nlp.Tests.Encoders;

public sealed class VectorPoolingTests
{
    // Three tokens of two numbers; the third is padding.
    private static readonly float[] Tokens = [1, 2, 3, 6, 100, 100];

    [Theory]
    [InlineData(Pooling.Mean, 2f, 4f)]
    [InlineData(Pooling.Cls, 1f, 2f)]
    [InlineData(Pooling.LastToken, 3f, 6f)]
    public void PaddingNeverCounts(Pooling pooling, float first, float second)
    {
        var vector = new float[2];
        VectorPooling.Pool(Tokens, 2, pooling, vector);
        vector.ShouldBe([first, second]);
    }

    [Fact]
    public void ANormalisedVectorHasLengthOne()
    {
        float[] vector = [3, 4];
        VectorPooling.Normalise(vector).ShouldBeTrue();
        vector.ShouldBe([0.6f, 0.8f], 1e-6);
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void AVectorWithoutDirectionIsRefused(float number) => VectorPooling.Normalise([number, number]).ShouldBeFalse();
}
