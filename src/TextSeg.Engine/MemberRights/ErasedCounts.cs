using System.Text.Json;

namespace TextSeg.Engine.MemberRights;

/// <summary>What an erasure took out of a workspace.</summary>
/// <param name="Posts">Posts with all their versions.</param>
/// <param name="Vectors">Vectors of these posts.</param>
/// <param name="Annotations">Labels that were read in them.</param>
/// <param name="Memberships">Segments the member belonged to.</param>
/// <param name="Words">Words that only they had written, taken out of names, phrases and the search index.</param>
/// <param name="ChatAnswers">Remembered answers of chat models, all let go, since any may hold their words.</param>
public sealed record ErasedCounts(int Posts, int Vectors, int Annotations, int Memberships, int Words, int ChatAnswers)
{
    /// <summary>What they did elsewhere: orders, visits, clicks.</summary>
    public int Events { get; init; }

    /// <summary>As a receipt keeps it.</summary>
    internal string ToStored() => JsonSerializer.Serialize(this, StoredJson.Options);

    /// <summary>What a receipt keeps; null where it keeps nothing yet.</summary>
    internal static ErasedCounts? OfStored(string? kept) => kept is null ? null : JsonSerializer.Deserialize<ErasedCounts>(kept, StoredJson.Options);
}
