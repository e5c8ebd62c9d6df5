using TextSeg.Engine.Sources;

namespace TextSeg.Engine.Storage.Rows;

/// <summary>A post: its current text with what was read from it. Older texts are in <see cref="StoredRevision"/>.</summary>
public sealed class StoredPost
{
    /// <summary>Number within the workspace; also the number of its vector.</summary>
    public long Id { get; set; }

    /// <summary>Name of the source.</summary>
    public required string Source { get; set; }

    /// <summary>Identity within the source.</summary>
    public required string ExternalId { get; set; }

    /// <summary>Kind of post.</summary>
    public PostKind Kind { get; set; }

    /// <summary>Line of the source on which it was first seen.</summary>
    public long Line { get; set; }

    /// <summary>Author; null when unknown.</summary>
    public long? MemberId { get; set; }

    /// <summary>Raw title.</summary>
    public string? Title { get; set; }

    /// <summary>Raw text, as the source gave it.</summary>
    public required string RawText { get; set; }

    /// <summary>Hash of raw title and text: tells whether a post changed.</summary>
    public long ContentHash { get; set; }

    /// <summary>How often the text changed, from 0.</summary>
    public int Revision { get; set; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset? Time { get; set; }

    /// <summary>Thread within the source.</summary>
    public string? Thread { get; set; }

    /// <summary>Position within the thread.</summary>
    public string? ThreadPosition { get; set; }

    /// <summary>What it answers, as the source says it.</summary>
    public string? ReplyTo { get; set; }

    /// <summary>Whether <see cref="ReplyTo"/> counts positions in the thread.</summary>
    public bool ReplyToIsPosition { get; set; }

    /// <summary>The post it answers, when that one is known.</summary>
    public long? ReplyToPostId { get; set; }

    /// <summary>The author's rating.</summary>
    public double? Rating { get; set; }

    /// <summary>Language as the source states it.</summary>
    public string? StatedLanguage { get; set; }

    /// <summary>The author's own words, cleaned and masked; null until prepared.</summary>
    public string? Prose { get; set; }

    /// <summary>Whether it holds code or logs.</summary>
    public bool HasCode { get; set; }

    /// <summary>Links in it.</summary>
    public int Links { get; set; }

    /// <summary>Emoji in it.</summary>
    public int Emoji { get; set; }

    /// <summary>Kinds of personal data masked, one word for each piece, parted by spaces; null for none.</summary>
    public string? Masked { get; set; }

    /// <summary>Equal for posts of the same or nearly the same words.</summary>
    public long TextKey { get; set; }

    /// <summary>ISO 639-1 code or "unknown"; null until annotated.</summary>
    public string? Language { get; set; }

    /// <summary>Whether the words changed since the vector was made.</summary>
    public bool NeedsVector { get; set; }
}
