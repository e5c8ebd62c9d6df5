using TextSeg.Engine.Evaluation.Encoders;
using TextSeg.Mining;

namespace TextSeg.Engine.Tests.Evaluation.Encoders;

public sealed class LanguageMeansTests
{
    [Fact]
    public void WhatALanguageSharesIsTakenOff()
    {
        // In the second language both rows lean to the third axis.
        var table = new VectorTable(3, [1, 0, 0, 0, 1, 0, 0.6f, 0, 0.8f, 0, 0.6f, 0.8f]);
        var centred = LanguageMeans.TakenOff(table, [0, 0, 1, 1]);
        var half = MathF.Sqrt(0.5f);
        centred.Values.Zip([half, -half, 0, -half, half, 0, half, -half, 0, -half, half, 0]).ShouldAllBe(pair => MathF.Abs(pair.First - pair.Second) < 1e-6f);
    }

    [Fact]
    public void ARowAloneInItsLanguageHasNothingLeft() => LanguageMeans.TakenOff(new VectorTable(2, [0.6f, 0.8f]), [0]).Values.ShouldBe([0f, 0f]);
}
