using TextSeg.Engine.Standalone;
using TextSeg.Mining;
using TextSeg.Nlp.Encoders;

namespace TextSeg.Engine.Evaluation.Encoders;

/// <summary>Vectors of texts in one order, a unit row each.</summary>
internal sealed class TextVectors(OnnxEncoder encoder, CancellationToken cancellation)
{
    public CancellationToken Cancellation => cancellation;

    public VectorTable Of(IEnumerable<string> texts) => PostVectors.Encode(encoder, [.. texts], progress: null, cancellation);
}
