namespace TextSeg.Mining.Topics.Edits;

/// <summary>What a person may do to topics.</summary>
public enum EditVerb
{
    /// <summary>Give a topic a name.</summary>
    Rename,

    /// <summary>Make several topics one.</summary>
    Merge,

    /// <summary>Make one topic several.</summary>
    Split,

    /// <summary>Put a post, with all posts of the same words, where some other posts are.</summary>
    Move,

    /// <summary>Never let two posts or topics lie in one topic.</summary>
    Apart,
}
