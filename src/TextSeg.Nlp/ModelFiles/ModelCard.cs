using System.Text.Json;
using System.Text.Json.Serialization;

namespace TextSeg.Nlp.ModelFiles;

/// <summary>
/// What <c>model.json</c> says: everything the program must know about a learned model. A model is data; no code names one.
/// </summary>
public sealed record ModelCard
{
    /// <summary>The name users write; unique in a catalogue, compared without regard to case.</summary>
    public required string Name { get; init; }

    /// <summary>What the model does, which decides who can load it.</summary>
    public required ModelKind Kind { get; init; }

    /// <summary>Version of the weights, counted from 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>True for the model that is taken where the user names none; one per kind.</summary>
    public bool Default { get; init; }

    /// <summary>One sentence for the list of models.</summary>
    public string Description { get; init; } = "";

    /// <summary>The folder that holds the files, absolute; null when it is the one with model.json.</summary>
    public string? Location { get; init; }

    /// <summary>Every file the model needs, with its checksum.</summary>
    public required IReadOnlyList<ModelFile> Files { get; init; }

    /// <summary>How text becomes a vector; null unless <see cref="Kind"/> is an encoder.</summary>
    public EncoderCard? Encoder { get; init; }

    /// <summary>How text becomes labels; null unless <see cref="Kind"/> is a classifier.</summary>
    public ClassifierCard? Classifier { get; init; }

    /// <summary>SPDX name or a short statement; empty when the folder does not say.</summary>
    public string Licence { get; init; } = "";

    /// <summary>Languages as ISO 639-1 codes; empty when unknown.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>The sets and teachers the weights learnt from, with their licences.</summary>
    public IReadOnlyList<TrainingSource> TrainedOn { get; init; } = [];

    /// <summary>Measured figures by name: numbers, or groups of them.</summary>
    public IReadOnlyDictionary<string, JsonElement> Figures { get; init; } = new Dictionary<string, JsonElement>();
}

/// <summary>What a model does.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ModelKind>))]
public enum ModelKind
{
    /// <summary>Text to vector.</summary>
    [JsonStringEnumMemberName("encoder")] Encoder,

    /// <summary>Text to language.</summary>
    [JsonStringEnumMemberName("language-identifier")] LanguageIdentifier,

    /// <summary>Text to labels.</summary>
    [JsonStringEnumMemberName("classifier")] Classifier,
}

/// <summary>One file of a model. <paramref name="Path"/> is relative to the model's folder; <paramref name="Sha256"/> is in lower-case hexadecimal.</summary>
public sealed record ModelFile(string Path, string Sha256);

/// <summary>A set or a teacher that weights were made with.</summary>
public sealed record TrainingSource(string Set, string Licence, string Use = "");
