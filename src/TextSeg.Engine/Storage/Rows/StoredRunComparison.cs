namespace TextSeg.Engine.Storage.Rows;

/// <summary>What a run changed, compared with the one before.</summary>
public sealed class StoredRunComparison
{
    /// <summary>The run.</summary>
    public long RunId { get; set; }

    /// <summary>The run before.</summary>
    public long BeforeId { get; set; }

    /// <summary>What became of topics, segments and members, as JSON.</summary>
    public required string Facts { get; set; }
}
