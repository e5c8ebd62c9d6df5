using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Sources;
using TextSeg.Nlp.Classifiers;
using TextSeg.Nlp.Languages;

namespace TextSeg.Engine.Streaming;

/// <summary>A post on its way through the batch stages: what is stored of it, and what was made of it and is still to be written.</summary>
internal sealed class CarriedPost
{
    public required long Id { get; init; }

    /// <summary>Identity that does not depend on the order of posts.</summary>
    public required (string Source, string ExternalId) Key { get; init; }

    public required PostKind Kind { get; init; }

    public required string? Title { get; init; }

    public required string RawText { get; init; }

    public required long? Member { get; init; }

    public required string? Thread { get; init; }

    public required string? StatedLanguage { get; init; }

    /// <summary>Its words as they are stored; null while it was never cleaned.</summary>
    public required string? StoredProse { get; init; }

    /// <summary>Kinds of what is masked, as stored.</summary>
    public required string? StoredMasked { get; init; }

    public required bool StoredHasCode { get; init; }

    public required long StoredTextKey { get; init; }

    public required bool NeedsVector { get; init; }

    /// <summary>Its settled language as it is stored.</summary>
    public required string? StoredLanguage { get; init; }

    /// <summary>Whether the installed reader's labels are there.</summary>
    public required bool HasLabels { get; init; }

    /// <summary>Its words anew; null where they are as they were.</summary>
    public PreparedText? Text { get; set; }

    /// <summary>Its vector, new or stored; null where it has no words.</summary>
    public float[]? Vector { get; set; }

    /// <summary>Whether the vector is to be stored.</summary>
    public bool IsEncoded { get; set; }

    /// <summary>What the model says of its language; null where that is stored already.</summary>
    public LanguageGuess? Guess { get; set; }

    /// <summary>Its language, settled by what is known now.</summary>
    public string? Language { get; set; }

    /// <summary>Moods and the like; null where they are stored already, or nobody reads them.</summary>
    public PostReading? Reading { get; set; }

    /// <summary>The posts of the run that are nearest, nearest first; null where there is no run.</summary>
    public IReadOnlyList<(long Id, float Cosine)>? Nearest { get; set; }

    public string Prose => Text?.Prose ?? StoredProse ?? "";

    public long TextKey => Text?.TextKey ?? StoredTextKey;

    /// <summary>Whether its words are others than those that its vector and its place were made of.</summary>
    public bool IsChanged => Text is not null || NeedsVector;
}
