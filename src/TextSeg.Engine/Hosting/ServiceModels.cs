using TextSeg.Nlp.Classifiers;
using TextSeg.Nlp.Encoders;
using TextSeg.Nlp.Inference;
using TextSeg.Nlp.Languages;
using TextSeg.Nlp.ModelFiles;

namespace TextSeg.Engine.Hosting;

/// <summary>The learned models that a service keeps loaded. Safe to use from several threads.</summary>
public sealed class ServiceModels : IDisposable
{
    private readonly ModelCatalog _catalog;
    private readonly int _threads;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, OnnxEncoder> _encoders = [];

    private ServiceModels(ModelCatalog catalog, int threads, LanguageIdentifier languages, ITextClassifier? classifier) =>
        (_catalog, _threads, Languages, Classifier) = (catalog, threads, languages, classifier);

    /// <summary>Threads for a model, 0 for one per processor.</summary>
    public int Threads => _threads;

    /// <summary>Tells languages.</summary>
    public LanguageIdentifier Languages { get; }

    /// <summary>Reads moods, intents and urgency; null where no model of kind classifier is installed.</summary>
    public ITextClassifier? Classifier { get; }

    /// <summary>Loads the models of this machine; encoders when they are first asked for.</summary>
    /// <param name="catalog">Where models lie.</param>
    /// <param name="threads">Threads for a model, 0 for one per processor.</param>
    /// <exception cref="InvalidModelException">No model for languages is installed, or one cannot be read.</exception>
    public static ServiceModels Load(ModelCatalog catalog, int threads = 0)
    {
        var languages = LanguageIdentifier.Load(catalog.FindDefault(ModelKind.LanguageIdentifier).Path);
        var reader = catalog.List().FirstOrDefault(model => model.Card.Kind == ModelKind.Classifier);
        return new ServiceModels(catalog, threads, languages, reader is null ? null : OnnxClassifier.Load(reader, new InferenceOptions { Threads = threads }));
    }

    /// <summary>The tools to mine with an encoder.</summary>
    /// <param name="modelId">The encoder as it calls itself (name@hash); null for the shipped one.</param>
    /// <exception cref="JobException">That encoder is not installed, or another version of it is.</exception>
    public MiningTools Tools(string? modelId = null) => new(Encoder(modelId), Languages) { Classifier = Classifier };

    public void Dispose()
    {
        (Classifier as IDisposable)?.Dispose();
        foreach (var encoder in _encoders.Values)
        {
            encoder.Dispose();
        }
    }

    private OnnxEncoder Encoder(string? modelId)
    {
        lock (_lock)
        {
            var key = modelId ?? "";
            if (!_encoders.TryGetValue(key, out var encoder))
            {
                encoder = _encoders[key] = OnnxEncoder.Load(Folder(modelId), new InferenceOptions { Threads = _threads });
            }

            return encoder;
        }
    }

    private ModelFolder Folder(string? modelId)
    {
        if (modelId is null)
        {
            return _catalog.FindDefault(ModelKind.Encoder);
        }

        return _catalog.List().FirstOrDefault(model => model.Id == modelId)
            ?? throw new JobException($"The workspace was mined with the encoder {modelId}, which is not installed here: install it, or change the encoder with textseg models use.");
    }
}
