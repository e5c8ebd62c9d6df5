namespace TextSeg.Engine.Evaluation.Encoders;

/// <summary>A row of a set. Rows with the same line say the same in other languages; without one a row stands alone.</summary>
public abstract record EncoderRow
{
    /// <summary>Number of what is said, the same in every language; null for none.</summary>
    public int? Line { get; init; }

    /// <summary>Language of the text that is not English, or of all texts; an ISO code or any other name.</summary>
    public string Language { get; init; } = "en";
}

/// <summary>A text whose group is known.</summary>
public sealed record GroupRow : EncoderRow
{
    public required string Text { get; init; }

    public required string Label { get; init; }
}

/// <summary>Two texts and how alike people find them.</summary>
public sealed record SimilarityRow : EncoderRow
{
    public required string Left { get; init; }

    public required string Right { get; init; }

    /// <summary>On any scale: only the order counts.</summary>
    public required double Score { get; init; }
}

/// <summary>A text and the English one that says the same.</summary>
public sealed record TranslationRow : EncoderRow
{
    public required string Text { get; init; }

    public required string English { get; init; }
}

/// <summary>A post of a thread.</summary>
public sealed record ThreadRow : EncoderRow
{
    public required string Text { get; init; }

    public required string Thread { get; init; }

    /// <summary>The one post that looks for its thread; the others are the thread.</summary>
    public required bool Reply { get; init; }
}
