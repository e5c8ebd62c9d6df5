using System.Numerics.Tensors;
using TextSeg.Nlp.ModelFiles;

namespace TextSeg.Nlp.Encoders;

/// <summary>Takes a Hugging Face encoder into the catalogue, once it has shown that it works.</summary>
public static class EncoderRegistration
{
    private static readonly string[] Probes = ["The parcel has not arrived yet.", "¿Dónde está mi pedido?", ""];

    /// <summary>Inspects the folder, loads the encoder, checks that it gives vectors of length 1 and writes its card.</summary>
    /// <param name="catalog">Where the model will be found by name.</param>
    /// <param name="folder">A folder with an ONNX file and a tokenizer.json; it may be read-only.</param>
    /// <param name="options">What the folder's files do not say, such as prefixes.</param>
    /// <exception cref="InvalidModelException">The folder holds no encoder that works.</exception>
    public static ModelFolder Add(ModelCatalog catalog, string folder, InspectOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var card = ModelCatalog.Inspect(folder, options);
        using var encoder = OnnxEncoder.Load(new ModelFolder(card, folder));
        var rows = new float[Probes.Length * encoder.Dimension];
        encoder.Encode(Probes, rows);
        for (var row = 0; row < Probes.Length; row++)
        {
            var length = TensorPrimitives.Norm<float>(rows.AsSpan(row * encoder.Dimension, encoder.Dimension));
            if (!(Math.Abs(length - 1) < 1e-4))
            {
                throw new InvalidModelException($"The encoder in {folder} gives vectors of length {length:0.###} and not 1; check its pooling and output.");
            }
        }

        return catalog.Add(card with { Encoder = card.Encoder! with { Dimension = encoder.Dimension } }, folder);
    }
}
