namespace TextSeg.Engine.Sources.Columns;

/// <summary>Tells the kind of posts from words in the names of the columns and of the file, and from which roles were found.</summary>
internal static class KindGuesser
{
    private static readonly (PostKind Kind, string[] Words)[] Evidence =
    [
        (PostKind.Review, ["review", "reviews", "reviewer", "product", "asin", "listing", "recommended", "stars", "verified", "avis", "rezension", "bewertung", "recensione"]),
        (PostKind.Ticket, ["ticket", "tickets", "urgency", "impact", "priority", "severity", "assignee", "requester", "sla", "service", "case", "incident"]),
        (PostKind.Chat, ["chat", "chats", "inbound", "dialog", "dialogue", "conversation", "turn", "utterance", "agent", "channel", "response"]),
        (PostKind.Survey, ["survey", "nps", "csat", "respondent", "question", "questionnaire", "promoter", "answer"]),
        (PostKind.Forum, ["topic", "thread", "forum", "posts", "likes", "views", "reply", "tweet", "retweet", "subreddit", "upvotes", "post"]),
    ];

    public static (PostKind Kind, string Reason) Guess(string source, IReadOnlyList<string> columns, IReadOnlyList<ColumnChoice> choices)
    {
        var names = columns.Append(source).Select(name => ColumnNames.Normalize(name).Split(' ')).ToArray();
        var scores = Evidence.Select(evidence => (evidence.Kind, Words: evidence.Words.Where(word => names.Any(name => name.Contains(word))).ToArray())).ToArray();
        var best = scores.MaxBy(score => score.Words.Length + RoleEvidence(score.Kind, choices));
        var weight = best.Words.Length + RoleEvidence(best.Kind, choices);
        return weight == 0
            ? (PostKind.Forum, "nothing tells the kind")
            : (best.Kind, best.Words.Length > 0 ? $"names speak of {string.Join(", ", best.Words)}" : "by the columns that were found");
    }

    private static double RoleEvidence(PostKind kind, IReadOnlyList<ColumnChoice> choices)
    {
        bool Has(ColumnRole role) => choices.Any(choice => choice.Role == role);
        return kind switch
        {
            PostKind.Review => Has(ColumnRole.Rating) && Has(ColumnRole.Title) ? 1.5 : 0,
            PostKind.Forum => Has(ColumnRole.Thread) && Has(ColumnRole.Title) ? 1.5 : 0,
            PostKind.Chat => Has(ColumnRole.ReplyTo) && !Has(ColumnRole.Title) && !Has(ColumnRole.Thread) ? 0.5 : 0,
            _ => 0,
        };
    }
}
