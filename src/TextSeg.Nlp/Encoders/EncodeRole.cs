namespace TextSeg.Nlp.Encoders;

/// <summary>What a text is in a search; it chooses the prefix the encoder was trained with.</summary>
public enum EncodeRole
{
    /// <summary>A text that is found, compared or grouped.</summary>
    Document,

    /// <summary>A text that asks.</summary>
    Query,
}
