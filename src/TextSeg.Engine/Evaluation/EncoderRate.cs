namespace TextSeg.Engine.Evaluation;

/// <summary>How quick an encoder is.</summary>
/// <param name="TextsPerSecond">Texts tokenised, encoded, pooled and scaled in a second.</param>
/// <param name="RuntimeTextsPerSecond">Texts in a second when ONNX Runtime alone runs the same batches.</param>
public sealed record EncoderRate(double TextsPerSecond, double RuntimeTextsPerSecond)
{
    /// <summary>The first as a part of the second; near 1 when nothing is lost around the network.</summary>
    public double ShareOfRuntime => TextsPerSecond / RuntimeTextsPerSecond;
}
