namespace TextSeg.Nlp.Tokenizers.PreTokenizers;

/// <summary>What becomes of a delimiter. The examples cut "the-final--countdown" at every "-".</summary>
internal enum SplitBehavior
{
    /// <summary>the | final | countdown</summary>
    Removed,

    /// <summary>the | - | final | - | - | countdown</summary>
    Isolated,

    /// <summary>the- | final- | - | countdown</summary>
    MergedWithPrevious,

    /// <summary>the | -final | - | -countdown</summary>
    MergedWithNext,

    /// <summary>the | - | final | -- | countdown</summary>
    Contiguous,
}
