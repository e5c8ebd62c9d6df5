using TextSeg.Engine.Samples.Phrases;
using TextSeg.Engine.Samples.Planting;

namespace TextSeg.Engine.Samples.Writing;

/// <summary>Writes how a post ends: where the writer can be reached, thanks, farewell, an emoji, a signature.</summary>
internal sealed class PostEnding(SentenceWriter writer, Expansion expansion, Dice dice)
{
    public void WritePersonalData(PostPlan plan)
    {
        var chance = (plan.Kind, plan.Topic) switch
        {
            ("ticket", "billing" or "shipping" or "account") => 0.4,
            ("ticket", _) => 0.2,
            ("forum", _) => 0.015,
            _ => 0,
        };
        if (dice.Chance(chance))
        {
            writer.Say(plan.Topic switch
            {
                "billing" when dice.Chance(0.6) => "personal.payment",
                "shipping" when dice.Chance(0.6) => "personal.place",
                _ => "personal",
            });
        }
    }

    public void Close(PostPlan plan)
    {
        if (plan.Intent is "ask" or "report" or "request" or "compare" && dice.Chance(plan.Member.Segment.Polite))
        {
            writer.Say("thanks");
        }

        if (dice.Chance(plan.Kind == "ticket" ? 0.6 : plan.Member.Segment.Polite * 0.25))
        {
            writer.BreakParagraph();
            writer.Say("farewell");
        }
    }

    public void Decorate(PostPlan plan, bool html)
    {
        if (!html && dice.Chance(plan.Member.Segment.Emoji) && expansion.Find("emoji." + plan.Mood) is { } emoji)
        {
            expansion.Text.Append(' ');
            expansion.Write(emoji);
        }

        if (plan.Kind == "forum" && plan.Member.Signs && plan.Words >= 20)
        {
            expansion.Text.Append("\n\n-- \n");
            expansion.Write(expansion.Find("signature")!);
        }
    }
}
