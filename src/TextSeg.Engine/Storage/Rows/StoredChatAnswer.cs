namespace TextSeg.Engine.Storage.Rows;

/// <summary>What a chat model answered to one question about a segment.</summary>
public sealed class StoredChatAnswer
{
    /// <summary>Hash of the prompt's version, the model and the whole question.</summary>
    public required string Hash { get; set; }

    /// <summary>Who answered.</summary>
    public required string Model { get; set; }

    /// <summary>The answer as it came.</summary>
    public required string Answer { get; set; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset AnsweredAt { get; set; }
}
