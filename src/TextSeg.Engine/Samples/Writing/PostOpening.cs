using TextSeg.Engine.Samples.Planting;

namespace TextSeg.Engine.Samples.Writing;

/// <summary>Writes how a post begins: a quote and a nod to the member who is answered, or a greeting.</summary>
internal sealed class PostOpening(SentenceWriter writer, Dice dice)
{
    public void Write(PostPlan plan, bool html)
    {
        if (plan.Answers is { } thread && !html)
        {
            Quote(thread);
            if (dice.Chance(0.55))
            {
                writer.Say("reply");
            }
        }
        else if (plan.Kind != "review" && dice.Chance(plan.Member.Segment.Polite * (plan.Kind == "ticket" ? 1.1 : 0.7)))
        {
            writer.Say("greeting");
            if (dice.Chance(0.5))
            {
                writer.BreakParagraph();
            }
        }

        if (plan.Words > 40 && dice.Chance(0.5))
        {
            writer.Say(dice.Chance(0.7) ? "context" : "detail");
        }
    }

    private void Quote(OpenThread thread)
    {
        var post = thread.Last;
        var style = dice.Unit();
        if (style < 0.12)
        {
            writer.Block($"[quote=\"{post.MemberName}, post:{post.Number}, topic:{thread.Id[1..]}\"]\n{post.Quote}\n[/quote]\n\n");
        }
        else if (style < 0.2)
        {
            writer.Block($"> {post.Quote}\n\n");
        }
    }
}
