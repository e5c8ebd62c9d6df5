using TextSeg.Engine.Ingestion;

namespace TextSeg.Engine.Standalone;

/// <summary>A post read straight from a file: cleaned, masked and with its language, as the mining stages see it.</summary>
public sealed record PreparedPost
{
    /// <summary>Name of the source.</summary>
    public required string Source { get; init; }

    /// <summary>Identity within the source.</summary>
    public required string Id { get; init; }

    /// <summary>The author's words, cleaned and masked; empty when there are none.</summary>
    public required string Prose { get; init; }

    /// <summary>Where <see cref="Prose"/> stands in what the source gave; null unless <see cref="PostSetReader.KeepsOrigins"/>.</summary>
    public ProseOrigin? Origin { get; init; }

    /// <summary>Equal for texts of the same words.</summary>
    public required long TextKey { get; init; }

    /// <summary>The author within the source; null when unknown.</summary>
    public string? Member { get; init; }

    /// <summary>When it was written; null when unknown.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>ISO 639-1 code that the source states; null when it states none.</summary>
    public string? StatedLanguage { get; init; }

    /// <summary>ISO 639-1 code read off the text, or "unknown".</summary>
    public required string GuessedLanguage { get; init; }

    /// <summary>How sure <see cref="GuessedLanguage"/> is, 0 to 1.</summary>
    public required double LanguageConfidence { get; init; }

    /// <summary>The answer known beforehand, for measuring; null for none.</summary>
    public string? Label { get; init; }

    /// <summary>What the source states, else what was guessed.</summary>
    public string Language => StatedLanguage ?? GuessedLanguage;

    /// <summary>Whether there is anything to mine.</summary>
    public bool HasWords => Prose.Length > 0;
}
