namespace TextSeg.Engine.Sources;

/// <summary>What a source gives for one record: a post, or the reason why it gives none.</summary>
public readonly record struct SourceRow(RawPost? Post, RejectedRow? Rejected)
{
    public static SourceRow Of(RawPost post) => new(post, null);

    public static SourceRow Reject(string source, long line, string reason) => new(null, new RejectedRow(source, line, reason));
}
