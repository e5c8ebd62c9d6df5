namespace TextSeg.Engine.Sources;

/// <summary>A post as its source gives it: mapped to fields, otherwise untouched.</summary>
public sealed record RawPost
{
    /// <summary>Name of the source, part of the post's key: the file's name without folder and endings.</summary>
    public required string Source { get; init; }

    /// <summary>Line of the file on which the record starts, from 1.</summary>
    public required long Line { get; init; }

    /// <summary>Identity within the source; where the source has none, one made from the content.</summary>
    public required string ExternalId { get; init; }

    /// <summary>Raw text, never empty.</summary>
    public required string Text { get; init; }

    public string? Title { get; init; }

    /// <summary>Identity of the author within the source; null when unknown.</summary>
    public string? Member { get; init; }

    /// <summary>Name shown for the author.</summary>
    public string? MemberName { get; init; }

    /// <summary>When it was written; null when absent, unreadable or implausible.</summary>
    public DateTimeOffset? Time { get; init; }

    public string? Thread { get; init; }

    /// <summary>Position within the thread, as the source counts.</summary>
    public string? ThreadPosition { get; init; }

    /// <summary>The post it answers: an external id, or a position in the same thread when <see cref="ReplyToIsPosition"/>.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Whether <see cref="ReplyTo"/> counts positions within the thread.</summary>
    public bool ReplyToIsPosition { get; init; }

    /// <summary>The author's rating, in the source's own unit.</summary>
    public double? Rating { get; init; }

    /// <summary>ISO 639-1 code when the source states it.</summary>
    public string? Language { get; init; }

    public PostKind Kind { get; init; }

    /// <summary>Value of the column that <see cref="SourceOptions.LabelColumn"/> names; null when empty or not asked for.</summary>
    public string? Label { get; init; }
}
