using Microsoft.ML.OnnxRuntime;

namespace TextSeg.Nlp.Encoders;

/// <summary>What a graph gave for a batch, still in ONNX Runtime's memory until disposed.</summary>
internal sealed class GraphOutput(IDisposableReadOnlyCollection<OrtValue> values) : IDisposable
{
    /// <summary>The numbers, row after row.</summary>
    public ReadOnlySpan<float> Numbers => values[0].GetTensorDataAsSpan<float>();

    /// <summary>Numbers in one vector.</summary>
    public int Dimension => (int)values[0].GetTensorTypeAndShape().Shape[^1];

    public void Dispose() => values.Dispose();
}
