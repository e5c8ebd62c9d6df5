using System.Numerics.Tensors;
using Shouldly;
using TextSeg.Nlp.Encoders;
using TextSeg.Nlp.Inference;
using TextSeg.Nlp.ModelFiles;
using TextSeg.Testing;
using Xunit;

namespace TextSeg.Nlp.Tests.Encoders;

/// <summary>
/// The golden vectors come from the same int8 weights, one text a call, on another processor. Most are met to the last digit they are
/// written with; some cannot be. Dynamic quantisation rounds activations to 256 steps before every product, so a difference in the
/// seventh digit (another order of a sum, another exp or erf) lets one number fall into the next step, and twelve layers later the vector
/// has moved by 0.001 to 0.007. The same graph in numpy shows it without ONNX Runtime and without any processor's kernels. Texts below
/// cosine 0.999, of 75, all-MiniLM-L6-v2 / multilingual-e5-small: float32 7 / 19; float64 15 / 24; float32 with noise of 1e-7 behind
/// each layer norm 12 / 26; ONNX Runtime 1.29 with AVX-512 14 / 22, all-MiniLM-L6-v2 with AVX2 only 12; other texts each time, none below
/// 0.993. No session setting takes fewer. A wrong token, prefix, mask or pooling costs every text far more than these bounds.
/// </summary>
public sealed class OnnxEncoderGoldenTests
{
    [Theory]
    [InlineData("all-MiniLM-L6-v2", "")]
    [InlineData("multilingual-e5-small", "query: ")]
    public void VectorsEqualThoseOfAnotherProcessorButForRoundingStepsOfInt8(string name, string prefix)
    {
        var folder = SharedFiles.PathOrSkip("models/" + name);
        var (texts, expected) = GoldenVectors.Read(Path.Combine(folder, "golden.jsonl.gz"));
        var card = ModelCatalog.Inspect(folder, new InspectOptions { DocumentPrefix = prefix });
        using var encoder = OnnxEncoder.Load(new ModelFolder(card, folder), new InferenceOptions { TokensPerBatch = 1 });
        var rows = new float[texts.Length * encoder.Dimension];
        encoder.Encode(texts, rows);
        var cosines = expected.Select((vector, i) => TensorPrimitives.CosineSimilarity<float>(vector, rows.AsSpan(i * encoder.Dimension, encoder.Dimension))).Order().ToArray();
        cosines[0].ShouldBeGreaterThan(0.99f, "the furthest vector");
        cosines[cosines.Length * 2 / 5].ShouldBeGreaterThan(0.999f, "at most two in five may differ by rounding steps");
        cosines[cosines.Length / 2].ShouldBeGreaterThan(0.9995f, "the median");
        cosines.Average().ShouldBeGreaterThan(0.999f, "the mean");
    }
}
