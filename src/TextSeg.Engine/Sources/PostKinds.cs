namespace TextSeg.Engine.Sources;

/// <summary>Kinds of posts as words.</summary>
internal static class PostKinds
{
    /// <summary>The kind that a word names, one or many of it; null when it names none.</summary>
    public static PostKind? Parse(string? word) => word?.Trim().ToLowerInvariant() switch
    {
        "forum" or "forums" => PostKind.Forum,
        "review" or "reviews" => PostKind.Review,
        "ticket" or "tickets" => PostKind.Ticket,
        "chat" or "chats" => PostKind.Chat,
        "survey" or "surveys" => PostKind.Survey,
        _ => null,
    };
}
