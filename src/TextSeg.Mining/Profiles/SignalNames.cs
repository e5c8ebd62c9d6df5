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

    public const string AskForHelp = "posts that ask for help";
    public const string ReportProblem = "posts that report a problem";
    public const string RequestFeature = "posts that request a feature";
    public const string Complain = "posts that complain";
    public const string Praise = "posts that praise";
    public const string ConsiderBuying = "posts that compare or consider buying";
    public const string IntendToLeave = "posts that speak of leaving";
    public const string HelpAnother = "posts that help another";
    public const string ShareNews = "posts that share or announce";
    public const string Discuss = "posts that discuss";
    public const string SmallTalk = "posts of small talk";

    public const string Negative = "negative posts";
    public const string Positive = "positive posts";
    public const string Frustrated = "frustrated posts";
    public const string Anger = "posts that show anger";
    public const string Annoyance = "posts that show annoyance";
    public const string Disappointment = "posts that show disappointment";
    public const string Confusion = "posts that show confusion";
    public const string Worry = "posts that show worry";
    public const string Sadness = "posts that show sadness";
    public const string Joy = "posts that show joy";
    public const string Gratitude = "posts that show gratitude";
    public const string Admiration = "posts that show admiration";
    public const string Excitement = "posts that show excitement";
    public const string Surprise = "posts that show surprise";
    public const string Urgent = "urgent posts";
}
