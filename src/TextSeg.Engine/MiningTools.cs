using Microsoft.Extensions.AI;
using TextSeg.Engine.Naming;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Vectors;
using TextSeg.Mining.Naming;
using TextSeg.Nlp.Classifiers;
using TextSeg.Nlp.Languages;

namespace TextSeg.Engine;

/// <summary>What mining needs beside the workspace: the learned models, and the vectors that the encoder's own store keeps.</summary>
/// <param name="Encoder">Makes the vectors; its metadata names the model and the dimension.</param>
/// <param name="Languages">Tells languages.</param>
public sealed record MiningTools(IEmbeddingGenerator<string, Embedding<float>> Encoder, LanguageIdentifier Languages)
{
    /// <summary>Names segments; extractive, with no network, unless another is given.</summary>
    public ISegmentNamer Namer { get; init; } = new ExtractiveSegmentNamer();

    /// <summary>Reads moods, intents and urgency of posts; null to leave them unread. Not owned.</summary>
    public ITextClassifier? Classifier { get; init; }

    /// <summary>Language that names are asked for, ISO 639-1.</summary>
    public string NameLanguage { get; init; } = "en";

    /// <summary>Whether a run's names are by this namer, none left out because a chat model did not answer.</summary>
    public bool HasNamed(RunFacts run) => run.Naming is null || (run.Naming.Namer == ((Namer as ChatSegmentNamer)?.Model ?? ExtractiveSegmentNamer.Maker) && run.Naming.Unanswered == 0);

    private EmbeddingGeneratorMetadata Metadata { get; } = Encoder.GetService(typeof(EmbeddingGeneratorMetadata)) as EmbeddingGeneratorMetadata
        ?? throw new ArgumentException("The encoder does not say which model it is.", nameof(Encoder));

    /// <summary>Who makes the vectors.</summary>
    public string ModelId => Metadata.DefaultModelId ?? throw new InvalidOperationException("The encoder does not name its model.");

    /// <summary>Numbers in a vector.</summary>
    public int Dimension => Metadata.DefaultModelDimensions ?? throw new InvalidOperationException("The encoder does not state its dimension.");

    /// <summary>The workspace's vectors of this encoder, to add to.</summary>
    public IVectorStore OpenStore(Workspace workspace) => workspace.Vectors.Open(ModelId, Dimension);

    /// <summary>The workspace's vectors of this encoder, to search.</summary>
    public IVectorStore OpenStoreToRead(Workspace workspace) => workspace.Vectors.OpenToRead(ModelId, Dimension);
}
