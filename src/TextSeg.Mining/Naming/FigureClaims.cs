using System.Globalization;
using System.Text.RegularExpressions;
using TextSeg.Mining.Profiles;

namespace TextSeg.Mining.Naming;

/// <summary>
/// Finds in English statements what is a matter of figures and not of theme: how long, when, in which language, since when, how often and with whom they write, what they want and how they feel.
/// A theme is proved by likeness to posts; "late at night" is not, so it is held against the data.
/// </summary>
public static partial class FigureClaims
{
    private static readonly (string Signal, int Direction, Regex Words)[] Patterns =
    [
        (SignalNames.Words, 1, Long()), (SignalNames.Words, -1, Short()),
        (SignalNames.Questions, 1, Asking()), (SignalNames.Answers, 1, Answering()),
        (SignalNames.Evening, 1, Late()), (SignalNames.Evening, -1, ByDay()),
        (SignalNames.Weekend, 1, Weekend()), (SignalNames.Weekend, -1, Weekdays()),
        (SignalNames.Emoji, 1, Emoji()), (SignalNames.Exclamations, 1, Exclaiming()),
        (SignalNames.Polite, 1, Polite()), (SignalNames.Polite, -1, Curt()),
        (SignalNames.Code, 1, Code()), (SignalNames.Links, 1, Links()),
        (SignalNames.Span, -1, New()), (SignalNames.Span, 1, Old()),
        (SignalNames.Posts, 1, Often()), (SignalNames.Posts, -1, Seldom()),
        (SignalNames.Rating, 1, Pleased()), (SignalNames.Rating, -1, Displeased()),
    ];

    private static readonly Lazy<HashSet<string>> Languages = new(() =>
        [.. CultureInfo.GetCultures(CultureTypes.NeutralCultures).Select(culture => culture.EnglishName.ToLowerInvariant())]);

    /// <summary>All claims of a statement, in the order of the kinds.</summary>
    public static IReadOnlyList<FigureClaim> In(string statement)
    {
        var claims = new List<FigureClaim>();
        foreach (var (signal, direction, words) in Patterns)
        {
            claims.AddRange(words.Matches(statement).Select(match => Claim(signal, IsDenied(statement, match) ? -direction : direction, match.Value)));
        }

        foreach (var (signal, direction, words) in ReadingClaims.Patterns.Concat(ReadingClaims.Attitudes))
        {
            claims.AddRange(words.Matches(statement).Select(match => Claim(signal, IsDenied(statement, match) ? -direction : direction, match.Value) with { NeedsReading = true }));
        }

        foreach (Match match in SpokenLanguage().Matches(statement))
        {
            var name = match.Groups["language"].Value;
            if (Languages.Value.Contains(name.ToLowerInvariant()))
            {
                claims.Add(new FigureClaim(null, 1, name, match.Value));
            }
        }

        return claims;
    }

    private static FigureClaim Claim(string signal, int direction, string words) =>
        new(signal, direction, null, words) { Or = [.. ReadingClaims.Alike(signal, direction).Select(other => (other.Signal, other.Direction))] };

    /// <summary>"Seldom at night" says the opposite of "at night".</summary>
    private static bool IsDenied(string statement, Match match) => Denial().IsMatch(statement[..match.Index]);

    /// <summary>The statement without the words that claims are made of.</summary>
    public static string Without(string statement, IEnumerable<FigureClaim> claims)
    {
        foreach (var claim in claims)
        {
            statement = statement.Replace(claim.Words, " ", StringComparison.Ordinal);
        }

        return statement;
    }

    [GeneratedRegex(@"\b(not|never|seldom|rarely|hardly|no|few|fewer|less|without)( \w+)? $", Loose)]
    private static partial Regex Denial();

    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(long|longer|lengthy|detailed|extensive|elaborate) (and \w+ )?(posts?|texts?|messages?|reviews?|letters)\b|\b(posts?|texts?|messages?|reviews?) (are|tend to be) (\w+ )?(long|longer|lengthy|detailed|extensive)\b|\bat (great )?length\b|\bin (great )?detail\b", Loose)]
    private static partial Regex Long();

    [GeneratedRegex(@"\b(short|shorter|brief|terse|concise) (and \w+ )?(posts?|texts?|messages?|remarks?|notes?|comments?)\b|\b(posts?|texts?|messages?|reviews?) (are|tend to be) (\w+ )?(short|shorter|brief|terse)\b|\b(in|with) (a )?few words\b|\bbriefly\b", Loose)]
    private static partial Regex Short();

    [GeneratedRegex(@"\b(many|more|mostly|lots of|a lot of|often|frequent(ly)?|mainly) (ask(ing)? )?questions?\b|\bmostly ask\b|\b(most|many|much) of their (posts|messages) are questions\b|\bposts are (mostly|often|usually) questions\b|\bask (a lot|often|many|more)\b|\bfull of questions\b", Loose)]
    private static partial Regex Asking();

    [GeneratedRegex(@"\b(answer(s|ing)?|repl(y|ies|ying) to|help(s|ing)?|advis(e|es|ing)|support(s|ing)?) (many |often |mostly )?(others|other members|other users|newcomers|beginners|people)\b|\bhelpers?\b|\banswer (many |more |most )?questions\b|\boften (answer|reply)\b", Loose)]
    private static partial Regex Answering();

    [GeneratedRegex(@"\b(late )?(in|during) the (late )?evenings?\b|\bevenings?\b|\b(late )?at night\b|\bnight[- ]?time\b|\bnights?\b|\bafter dark\b|\bmidnight\b|\blate hours\b|\bnight owls?\b", Loose)]
    private static partial Regex Late();

    [GeneratedRegex(@"\b(in|during) the (early )?mornings?\b|\bmornings?\b|\b(during |in )?(office|working|business) hours\b|\bby day(light)?\b|\bduring the day\b|\bdaytime\b|\bbefore noon\b", Loose)]
    private static partial Regex ByDay();

    [GeneratedRegex(@"\b(at|on) (the )?weekends?\b|\bweekend\w*\b", Loose)]
    private static partial Regex Weekend();

    [GeneratedRegex(@"\b(on )?(weekdays|working days|workdays)\b", Loose)]
    private static partial Regex Weekdays();

    [GeneratedRegex(@"\b((use|with|add|like) )?(many |lots of |more )?(emojis?|smileys?|emoticons?)\b", Loose)]
    private static partial Regex Emoji();

    [GeneratedRegex(@"\bexclamation marks?\b|\bexclamations\b", Loose)]
    private static partial Regex Exclaiming();

    [GeneratedRegex(@"\b(very |always )?(polite(ly)?|courteous(ly)?)\b|\bsay (please|thanks|thank you)\b|\b(please and thank you|thank others|thank people)\b", Loose)]
    private static partial Regex Polite();

    [GeneratedRegex(@"\b(impolite|rude|curt|blunt)(ly)?\b|\b(rarely|seldom|never) (thank|say)( \w+)?\b", Loose)]
    private static partial Regex Curt();

    [GeneratedRegex(@"\b(show|post|share|paste|include|with) (their |own )?(\w+ and )?(code|logs?|snippets|log files)( (and|or) (code|logs?))?\b|\bcode (snippets|blocks|examples)\b", Loose)]
    private static partial Regex Code();

    [GeneratedRegex(@"\b(post|share|add|include|with) (many |lots of |more )?(links|addresses of pages)\b", Loose)]
    private static partial Regex Links();

    [GeneratedRegex(@"\bnewcomers?\b|\b(new|fresh|recent) (members?|users?|arrivals)\b|\b(just|recently) (joined|arrived)\b|\b(joined|arrived|came) (only )?(recently|lately|not long ago)\b|\bbeginners?\b", Loose)]
    private static partial Regex New();

    [GeneratedRegex(@"\blong[- ](standing|time|serving)( members?| users?)?\b|\bveterans?\b|\bold hands\b|\b(active |here |been )for (many )?years\b", Loose)]
    private static partial Regex Old();

    [GeneratedRegex(@"\b(post|write) (very )?(often|a lot|frequently|daily|every day)\b|\bprolific\b|\b(very|most) active\b|\bheavy posters\b", Loose)]
    private static partial Regex Often();

    [GeneratedRegex(@"\b(occasional|infrequent) (members?|users?|writers|posters|guests|visitors)\b|\b(post|write) (only )?(rarely|seldom|once)\b|\b(rarely|seldom) (post|write)\b(?! (at|in|on|during|by)\b)|\bfew posts\b", Loose)]
    private static partial Regex Seldom();

    [GeneratedRegex(@"\b(happy|pleased|satisfied|delighted) (customers?|buyers?|users?|owners?|reviewers|members)\b|\b(high|good|top) ratings\b|\bfive stars\b", Loose)]
    private static partial Regex Pleased();

    [GeneratedRegex(@"\b(unhappy|displeased|dissatisfied|angry|disappointed) (customers?|buyers?|users?|owners?|reviewers|members|subscribers)\b|\b(low|bad|poor) ratings\b|\bone star\b", Loose)]
    private static partial Regex Displeased();

    [GeneratedRegex(@"\b(?<language>\p{L}+)[- ]speak(ing|ers?)\b|\b(write|writes|writing|post|posts|posting|speak)( mostly| mainly| only| usually| nearly always)? in (?<language>\p{Lu}\p{L}+)\b", RegexOptions.CultureInvariant)]
    private static partial Regex SpokenLanguage();
}
