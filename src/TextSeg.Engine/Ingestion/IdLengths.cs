using System.Text;
using TextSeg.Engine.Sources;

namespace TextSeg.Engine.Ingestion;

/// <summary>How long the ids of a source may be: they are looked up, and an entry of an index in PostgreSQL holds 2,704 bytes (manual, chapter 64.4), the source's name with them.</summary>
internal static class IdLengths
{
    /// <summary>Most bytes of an id in UTF-8.</summary>
    public const int MostBytes = 2_000;

    private const int MostBytesOfSource = 600;

    /// <summary>What a rejected row says.</summary>
    public const string Reason = "The id of the post, its author or its thread is longer than 2,000 bytes: give it a shorter one.";

    public static bool AreGood(RawPost post) =>
        Fits(post.ExternalId, MostBytes) && Fits(post.Member, MostBytes) && Fits(post.Thread, MostBytes) && Fits(post.Source, MostBytesOfSource);

    private static bool Fits(string? text, int most) => text is null || text.Length <= most / 3 || Encoding.UTF8.GetByteCount(text) <= most;
}
