namespace TextSeg.Engine.Samples.Planting;

/// <summary>Draws what a member says next: kind, topic, intent, mood, urgency, language, length, and whom it answers.</summary>
internal sealed class PostPlanner(string firstLanguage, ThreadBoard threads, Dice dice)
{
    /// <summary>Expected share of frustrated posts in the souring topic before it sours; the planner's intents and moods make it.</summary>
    public const double FrustratedBefore = 0.11;

    public const double FrustratedAtEnd = 0.75;

    public const int MostWords = 345;

    private static readonly WeightedChoice ReviewIntents = WeightedChoice.Parse("praise:46 complain:28 compare:16 leave:5 request:5");
    private static readonly WeightedChoice TicketIntents = WeightedChoice.Parse("report:42 ask:26 complain:14 request:8 leave:10");
    private static readonly WeightedChoice SouredIntents = WeightedChoice.Parse("report:40 complain:45 leave:15");

    private static readonly Dictionary<string, WeightedChoice> Moods = new()
    {
        ["ask"] = WeightedChoice.Parse("neutral:58 confusion:28 worry:14"),
        ["report"] = WeightedChoice.Parse("neutral:46 confusion:16 worry:18 frustration:20"),
        ["request"] = WeightedChoice.Parse("neutral:86 disappointment:14"),
        ["complain"] = WeightedChoice.Parse("frustration:52 disappointment:42 worry:6"),
        ["praise"] = WeightedChoice.Parse("joy:60 gratitude:40"),
        ["compare"] = WeightedChoice.Parse("neutral:68 confusion:22 worry:10"),
        ["leave"] = WeightedChoice.Parse("disappointment:60 frustration:40"),
        ["answer"] = WeightedChoice.Parse("neutral:86 joy:14"),
        ["share"] = WeightedChoice.Parse("joy:55 neutral:45"),
        ["discuss"] = WeightedChoice.Parse("neutral:74 worry:14 joy:12"),
        ["chat"] = WeightedChoice.Parse("joy:42 neutral:34 gratitude:24"),
    };

    public PostPlan Plan(Member member, DateTime time)
    {
        var souring = Calendar.Souring(time);
        var topic = dice.Chance(0.12 * souring) ? Calendar.SouringTopic : member.Topics.Draw(dice);
        var soured = topic == Calendar.SouringTopic && dice.Chance(0.72 * souring);
        var kind = member.Segment.Kinds.Draw(dice);
        var language = dice.Chance(member.SecondLanguage) ? firstLanguage : member.Facts.Language;
        var intent = soured ? SouredIntents.Draw(dice) : Intent(member, kind);
        var answers = kind == "forum" && dice.Chance(ReplyChance(intent)) ? threads.Pick(topic, language, member.Facts.Id, time, dice) : null;
        if (intent == "answer" && answers is null)
        {
            intent = dice.Chance(0.5) ? "discuss" : "share";
        }

        var mood = soured ? "frustration" : Moods[intent].Draw(dice);
        return new PostPlan(
            member, time, kind, topic, intent, mood, Urgency(kind, intent, mood), language, answers,
            kind == "review" ? Rating(mood) : null, Words(member, kind, intent));
    }

    /// <summary>Chance that a forum post of an intent answers somebody, where an open thread is found.</summary>
    public static double ReplyChance(string intent) => intent switch
    {
        "answer" => 1,
        "discuss" or "chat" => 0.6,
        "share" or "report" => 0.35,
        _ => 0.2,
    };

    private string Intent(Member member, string kind) => kind switch
    {
        "review" => ReviewIntents.Draw(dice),
        "ticket" => TicketIntents.Draw(dice),
        _ => member.Segment.Intents.Draw(dice),
    };

    private string Urgency(string kind, string intent, string mood) => intent switch
    {
        "report" or "complain" or "leave" when dice.Chance(kind == "ticket" ? 0.35 : 0.1) => "high",
        "ask" when dice.Chance(mood == "worry" ? 0.4 : 0.06) => "high",
        "ask" or "request" or "compare" when dice.Chance(0.12) => "low",
        _ => "normal",
    };

    private int Rating(string mood) => mood switch
    {
        "joy" or "gratitude" => dice.Between(4, 5),
        "frustration" or "disappointment" => dice.Between(1, 2),
        "neutral" => dice.Between(3, 4),
        _ => dice.Between(2, 3),
    };

    private int Words(Member member, string kind, string intent)
    {
        var median = member.Words * (kind == "forum" ? 1 : 1.25) * (intent == "chat" ? 0.5 : 1);
        return (int)Math.Clamp(median * Math.Exp(0.75 * dice.Normal()), 2, MostWords);
    }
}
