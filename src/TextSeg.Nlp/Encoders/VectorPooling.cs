using System.Numerics.Tensors;
using TextSeg.Nlp.ModelFiles;

namespace TextSeg.Nlp.Encoders;

/// <summary>Makes one vector of a text out of the vectors of its tokens (Reimers and Gurevych 2019, section 3).</summary>
internal static class VectorPooling
{
    /// <param name="tokens">The token vectors of one text, padding last: at least <paramref name="count"/> × dimension numbers.</param>
    /// <param name="count">Tokens that are not padding, at least 1.</param>
    /// <param name="pooling">Which tokens count.</param>
    /// <param name="vector">Receives the vector; its length is the dimension.</param>
    public static void Pool(ReadOnlySpan<float> tokens, int count, Pooling pooling, Span<float> vector)
    {
        var dimension = vector.Length;
        switch (pooling)
        {
            case Pooling.Cls:
                tokens[..dimension].CopyTo(vector);
                break;
            case Pooling.LastToken:
                tokens.Slice((count - 1) * dimension, dimension).CopyTo(vector);
                break;
            default:
                Mean(tokens, count, vector);
                break;
        }
    }

    /// <summary>Scales a vector to length 1; one without length, or with a number that is not finite, is refused.</summary>
    /// <returns>False when the vector has no direction.</returns>
    public static bool Normalise(Span<float> vector)
    {
        var length = TensorPrimitives.Norm<float>(vector);
        if (!float.IsFinite(length) || length == 0)
        {
            return false;
        }

        TensorPrimitives.Divide(vector, length, vector);
        return true;
    }

    private static void Mean(ReadOnlySpan<float> tokens, int count, Span<float> vector)
    {
        var dimension = vector.Length;
        tokens[..dimension].CopyTo(vector);
        for (var token = 1; token < count; token++)
        {
            TensorPrimitives.Add(vector, tokens.Slice(token * dimension, dimension), vector);
        }

        TensorPrimitives.Divide(vector, count, vector);
    }
}
