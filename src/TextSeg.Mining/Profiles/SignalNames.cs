namespace TextSeg.Mining.Profiles;

/// <summary>The measured signals, in the words that a card shows.</summary>
public static class SignalNames
{
    public const string Words = "words in a post";
    public const string Questions = "posts with a question";
    public const string Code = "posts with code or logs";
    public const string Links = "posts with a link";
    public const string Exclamations = "posts with an exclamation mark";
    public const string Emoji = "posts with emoji";
    public const string Polite = "posts with polite words";
    public const string Rating = "mean rating";
    public const string Evening = "posts in the evening or at night (UTC)";
    public const string Weekend = "posts at the weekend";
    public const string Span = "days between first and last post";
    public const string Cadence = "posts in an active month";
    public const string Posts = "posts";
    public const string Openings = "threads opened, of all posts";
    public const string Answers = "posts that answer somebody";
    public const string AnswersGot = "answers got for each post";
}
