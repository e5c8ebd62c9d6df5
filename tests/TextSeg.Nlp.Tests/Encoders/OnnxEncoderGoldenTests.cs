using System.Numerics.Tensors;
using Shouldly;
using TextSeg.Nlp.Encoders;
using TextSeg.Nlp.ModelFiles;
using TextSeg.Testing;
using Xunit;

namespace TextSeg.Nlp.Tests.Encoders;

/// <summary>
/// The vectors were computed on another kind of processor. Eight-bit activations are rounded by a scale that hangs on the last digits
/// of the numbers before them, so a few texts differ more than most; a wrong token, mask or pooling would cost far more than 0.01.
/// </summary>
public sealed class OnnxEncoderGoldenTests
{
    [Theory]
    [InlineData("all-MiniLM-L6-v2", "")]
    [InlineData("multilingual-e5-small", "query: ")]
    public void VectorsEqualThoseOfAnotherProgram(string name, string prefix)
    {
        var folder = SharedFiles.PathOrSkip("models/" + name);
        var (texts, expected) = GoldenVectors.Read(Path.Combine(folder, "golden.jsonl.gz"));
        var card = ModelCatalog.Inspect(folder, new InspectOptions { DocumentPrefix = prefix });
        using var encoder = OnnxEncoder.Load(new ModelFolder(card, folder), new EncoderOptions { TokensPerBatch = 1 });
        var rows = new float[texts.Length * encoder.Dimension];
        encoder.Encode(texts, rows);
        var cosines = expected.Select((vector, i) => TensorPrimitives.CosineSimilarity<float>(vector, rows.AsSpan(i * encoder.Dimension, encoder.Dimension))).ToArray();
        cosines.Average().ShouldBeGreaterThan(0.999f);
        cosines.Min().ShouldBeGreaterThan(0.99f);
    }
}
