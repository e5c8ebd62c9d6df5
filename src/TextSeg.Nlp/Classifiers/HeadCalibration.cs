using System.Numerics.Tensors;
using TextSeg.Nlp.ModelFiles;

namespace TextSeg.Nlp.Classifiers;

/// <summary>
/// A head's numbers to probabilities: activation(logit × scale + shift). With sigmoid this is Platt's scaling (1999), label by label; with
/// softmax it is vector scaling (Guo et al. 2017, "On Calibration of Modern Neural Networks", section 4.2), of which temperature scaling is the case of one scale.
/// </summary>
internal sealed class HeadCalibration(HeadCard card)
{
    private readonly float[] _scale = [.. card.Scale];
    private readonly float[] _shift = [.. card.Shift];

    /// <summary>Probabilities of one text, or null when a number is not finite.</summary>
    public float[]? Probabilities(ReadOnlySpan<float> logits)
    {
        var values = logits.ToArray();
        if (_scale.Length > 0)
        {
            TensorPrimitives.Multiply(values, _scale, values);
        }

        if (_shift.Length > 0)
        {
            TensorPrimitives.Add(values, _shift, values);
        }

        if (Array.Exists(values, value => !float.IsFinite(value)))
        {
            return null;
        }

        if (card.Activation == Activation.Sigmoid)
        {
            TensorPrimitives.Sigmoid(values, values);
            return values;
        }

        TensorPrimitives.Subtract(values, TensorPrimitives.Max<float>(values), values);
        TensorPrimitives.SoftMax(values, values);
        return values;
    }
}
