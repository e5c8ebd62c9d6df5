using System.Numerics.Tensors;
using Microsoft.Extensions.AI;

namespace TextSeg.Engine.Naming;

/// <summary>Unit vectors of short texts, each made once.</summary>
/// <param name="encoder">Makes them as it makes those of posts.</param>
internal sealed class TextVectors(IEmbeddingGenerator<string, Embedding<float>> encoder)
{
    private readonly Dictionary<string, float[]> _known = [];

    /// <summary>The vectors of these texts, in their order.</summary>
    public async Task<float[][]> OfAsync(IReadOnlyList<string> texts, CancellationToken cancellation)
    {
        var missing = texts.Where(text => !_known.ContainsKey(text)).Distinct().ToArray();
        if (missing.Length > 0)
        {
            var made = await encoder.GenerateAsync(missing, cancellationToken: cancellation);
            for (var i = 0; i < missing.Length; i++)
            {
                _known[missing[i]] = Unit(made[i].Vector.ToArray());
            }
        }

        return [.. texts.Select(text => _known[text])];
    }

    private static float[] Unit(float[] vector)
    {
        var length = TensorPrimitives.Norm<float>(vector);
        TensorPrimitives.Divide(vector, length > 0 ? length : 1, vector);
        return vector;
    }
}
