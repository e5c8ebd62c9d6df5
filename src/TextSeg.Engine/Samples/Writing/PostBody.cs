using TextSeg.Engine.Samples.Phrases;
using TextSeg.Engine.Samples.Planting;

namespace TextSeg.Engine.Samples.Writing;

/// <summary>Writes what a post is for, and then details, lists, logs and stories until it is as long as planned.</summary>
internal sealed class PostBody(SentenceWriter writer, Expansion expansion, Dice dice)
{
    private const int LongPost = 110;

    public void WriteCore(PostPlan plan)
    {
        if (dice.Chance(0.45))
        {
            writer.Say(plan.Intent + ".lead");
        }

        writer.Say(plan.Intent switch
        {
            "ask" => "question",
            "report" or "complain" => "problem",
            "praise" => "praise",
            "answer" => "advice",
            "share" => "share",
            "discuss" => "detail",
            _ => plan.Intent,
        });
        if (plan.Intent is "leave")
        {
            writer.Say("problem");
        }

        if (plan.Intent is "complain" or "discuss" or "compare" || dice.Chance(0.35))
        {
            writer.Say(plan.Intent + ".close");
        }
    }

    public void Fill(PostPlan plan, bool html)
    {
        if (!html)
        {
            WriteBlocks(plan);
        }

        var more = plan.Intent switch
        {
            "ask" => "question",
            "answer" => "advice",
            "share" or "chat" => "share",
            "praise" => "praise",
            "report" or "complain" or "leave" => "problem",
            _ => "detail",
        };
        for (var misses = 0; !writer.IsLongEnough && misses < 8;)
        {
            var draw = dice.Unit();
            var isWritten = plan.Words > LongPost && writer.WordsLeft > 40 && draw < 0.2
                ? writer.Say("story")
                : draw < 0.55 ? writer.SayMore("detail") : writer.SayMore(draw < 0.82 ? "context" : more);
            misses += isWritten ? 0 : 1;
        }
    }

    private void WriteBlocks(PostPlan plan)
    {
        if (plan.Words > 30 && dice.Chance(plan.Member.Segment.Code))
        {
            WriteLog();
        }

        if (plan.Words > 60 && dice.Chance(0.12))
        {
            WriteList("detail", dice.Between(2, 5));
        }

        if (plan.Words > LongPost && dice.Chance(0.45) && writer.Say("steps.lead"))
        {
            WriteList("step", dice.Between(3, 4 + (plan.Words / 60)));
        }

        if (plan.Words > 2 * LongPost && dice.Chance(0.6) && writer.Say("diary.lead"))
        {
            WriteList("diary", dice.Between(4, 7));
        }
    }

    private void WriteList(string rule, int points)
    {
        for (; points > 0; points--)
        {
            writer.Bullet(rule);
        }

        writer.BreakParagraph();
    }

    private void WriteLog()
    {
        writer.BreakParagraph();
        expansion.Text.Append("```\n");
        for (var lines = dice.Between(2, 7); lines > 0; lines--)
        {
            expansion.Write(expansion.Find("log.lines")!);
            expansion.Text.Append('\n');
        }

        expansion.Text.Append("```\n");
    }
}
