using TextSeg.Nlp.Encoders;

namespace TextSeg.Engine.Evaluation;

/// <summary>Measures an encoder against ONNX Runtime alone, in turns, each time the best of several: other work on the machine only slows.</summary>
public sealed class EncoderSpeed(OnnxEncoder encoder, TimeProvider clock)
{
    private const int MostTexts = 5_000;
    private const int WarmUpTexts = 200;
    private const int Turns = 3;

    /// <summary>Measures with up to 5,000 of the texts.</summary>
    /// <param name="texts">At least one.</param>
    public EncoderRate Measure(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        string[] measured = [.. texts.Take(MostTexts)];
        var rows = new float[measured.Length * encoder.Dimension];
        var runtimeOnly = encoder.PlanRuntimeOnly(measured);
        encoder.Encode([.. measured.Take(WarmUpTexts)], rows, cancellation: cancellationToken);
        var (whole, runtime) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var turn = 0; turn < Turns; turn++)
        {
            whole = Shorter(whole, () => encoder.Encode(measured, rows, cancellation: cancellationToken));
            runtime = Shorter(runtime, () => runtimeOnly(cancellationToken));
        }

        return new EncoderRate(measured.Length / whole.TotalSeconds, measured.Length / runtime.TotalSeconds);
    }

    private TimeSpan Shorter(TimeSpan best, Action work)
    {
        var start = clock.GetTimestamp();
        work();
        var time = clock.GetElapsedTime(start);
        return time < best ? time : best;
    }
}
