using System.Text.RegularExpressions;
using TextSeg.Mining.Profiles;

namespace TextSeg.Mining.Naming;

/// <summary>The words by which English statements say what members want and how they feel, for <see cref="FigureClaims"/>.</summary>
internal static partial class ReadingClaims
{
    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static IReadOnlyList<(string Signal, int Direction, Regex Words)> Patterns { get; } =
    [
        (SignalNames.AskForHelp, 1, AskingForHelp()), (SignalNames.ReportProblem, 1, Reporting()), (SignalNames.RequestFeature, 1, Requesting()),
        (SignalNames.Complain, 1, Complaining()), (SignalNames.Praise, 1, Praising()), (SignalNames.ConsiderBuying, 1, Buying()),
        (SignalNames.IntendToLeave, 1, Leaving()), (SignalNames.ShareNews, 1, Sharing()),
        (SignalNames.Frustrated, 1, Frustrated()), (SignalNames.Anger, 1, Angry()), (SignalNames.Annoyance, 1, Annoyed()),
        (SignalNames.Disappointment, 1, Disappointed()), (SignalNames.Confusion, 1, Confused()), (SignalNames.Worry, 1, Worried()),
        (SignalNames.Joy, 1, Cheerful()), (SignalNames.Gratitude, 1, Grateful()), (SignalNames.Admiration, 1, Admiring()), (SignalNames.Excitement, 1, Excited()),
        (SignalNames.Negative, 1, Negative()), (SignalNames.Positive, 1, Positive()), (SignalNames.Urgent, 1, Urgent()),
    ];

    /// <summary>Likes and dislikes of something: their object is a theme, so they can be checked only where moods were read.</summary>
    public static IReadOnlyList<(string Signal, int Direction, Regex Words)> Attitudes { get; } = [(SignalNames.Positive, 1, Liking()), (SignalNames.Negative, 1, Disliking())];

    private static readonly (string Signal, int Direction, string Other, int OtherDirection)[] Kin =
    [
        (SignalNames.Positive, 1, SignalNames.Praise, 1), (SignalNames.Positive, 1, SignalNames.Joy, 1), (SignalNames.Positive, 1, SignalNames.Admiration, 1),
        (SignalNames.Positive, 1, SignalNames.Excitement, 1), (SignalNames.Positive, 1, SignalNames.Gratitude, 1),
        (SignalNames.Negative, 1, SignalNames.Complain, 1), (SignalNames.Negative, 1, SignalNames.Frustrated, 1), (SignalNames.Negative, 1, SignalNames.Annoyance, 1),
        (SignalNames.Negative, 1, SignalNames.Disappointment, 1), (SignalNames.Negative, 1, SignalNames.Anger, 1), (SignalNames.Negative, 1, SignalNames.IntendToLeave, 1),
        (SignalNames.Answers, 1, SignalNames.HelpAnother, 1), (SignalNames.Questions, 1, SignalNames.AskForHelp, 1),
        (SignalNames.Rating, -1, SignalNames.Negative, 1), (SignalNames.Rating, -1, SignalNames.Frustrated, 1), (SignalNames.Rating, 1, SignalNames.Positive, 1),
    ];

    /// <summary>Signals that show a claim as well as its own does.</summary>
    public static IEnumerable<(string Signal, int Direction)> Alike(string signal, int direction) =>
        Kin.Where(kin => kin.Signal == signal && kin.Direction == direction).Select(kin => (kin.Other, kin.OtherDirection));

    [GeneratedRegex(@"\b(ask(s|ing)?|asks? others) for (help|advice|support)\b|\b(need|seek|want)(s|ing)? (help|advice|support)\b", Loose)]
    private static partial Regex AskingForHelp();

    [GeneratedRegex(@"\breport(s|ing)? (many |more )?(problems?|faults?|bugs?|errors?|trouble)\b", Loose)]
    private static partial Regex Reporting();

    [GeneratedRegex(@"\b(request(s|ing)?|ask(s|ing)? for|suggest(s|ing)?|wish(es|ing)? for) (new |more )?(features?|improvements?|functions?)\b|\bfeature requests?\b", Loose)]
    private static partial Regex Requesting();

    [GeneratedRegex(@"\bcomplain(s|ing|ts?|ed)?\b", Loose)]
    private static partial Regex Complaining();

    [GeneratedRegex(@"\bprais(e|es|ed|ing)\b", Loose)]
    private static partial Regex Praising();

    [GeneratedRegex(@"\b(consider(s|ing)?|think(s|ing)? of|thinking about) buying\b|\bcompar(e|es|ing) (models|offers|prices|products)\b|\bwant to buy\b", Loose)]
    private static partial Regex Buying();

    [GeneratedRegex(@"\b(think(s|ing)? of|consider(s|ing)?|threaten(s|ing)? to|want(s|ing)? to|intend(s|ing)? to|plan(s|ning)? to|speak(s|ing)? of) (leav(e|ing)|cancel(l?ing)?|quit(ting)?)\b", Loose)]
    private static partial Regex Leaving();

    [GeneratedRegex(@"\bshar(e|es|ing) (news|results|what they)\b|\bannounc(e|es|ing)\b", Loose)]
    private static partial Regex Sharing();

    [GeneratedRegex(@"\bfrustrat(ed|ion|ing)\b|\bfed up\b", Loose)]
    private static partial Regex Frustrated();

    [GeneratedRegex(@"\b(angry|anger|angrily|furious)\b", Loose)]
    private static partial Regex Angry();

    [GeneratedRegex(@"\bannoy(ed|ance)\b", Loose)]
    private static partial Regex Annoyed();

    [GeneratedRegex(@"\bdisappoint(ed|ment)\b", Loose)]
    private static partial Regex Disappointed();

    [GeneratedRegex(@"\bconfus(ed|ion)\b", Loose)]
    private static partial Regex Confused();

    [GeneratedRegex(@"\b(worried|anxious)\b", Loose)]
    private static partial Regex Worried();

    [GeneratedRegex(@"\b(cheerful|joyful|joyous)(ly)?\b", Loose)]
    private static partial Regex Cheerful();

    [GeneratedRegex(@"\b(grateful|thankful)(ly)?\b", Loose)]
    private static partial Regex Grateful();

    [GeneratedRegex(@"\badmir(e|es|ing|ation)\b", Loose)]
    private static partial Regex Admiring();

    [GeneratedRegex(@"\b(excited|excitement|enthusiastic)\b", Loose)]
    private static partial Regex Excited();

    [GeneratedRegex(@"\bnegative (posts|mood|tone)\b|\b(unhappy|dissatisfied|displeased) members\b", Loose)]
    private static partial Regex Negative();

    [GeneratedRegex(@"\bpositive (posts|mood|tone)\b|\b(happy|pleased|satisfied) members\b", Loose)]
    private static partial Regex Positive();

    [GeneratedRegex(@"\b(love|loves|enjoy|enjoys|adore|adores|gladly|fond of)\b|\b(they|who) like\b|\b(happy|pleased|delighted|content) (with|about)\b", Loose)]
    private static partial Regex Liking();

    [GeneratedRegex(@"\b(hate|hates|dislike|dislikes|detest|regret|regrets|doubt|doubts|distrust|loathe)\b|\b(bored|tired|unhappy|dissatisfied) (by|of|with|about)\b", Loose)]
    private static partial Regex Disliking();

    [GeneratedRegex(@"\burgent(ly)?\b|\bin a hurry\b", Loose)]
    private static partial Regex Urgent();
}
