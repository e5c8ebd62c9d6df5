using TextSeg.Engine.Samples.Phrases;
using TextSeg.Engine.Samples.Planting;

namespace TextSeg.Engine.Samples.Writing;

/// <summary>
/// Turns a plan into text: greeting, what the post is for, how the writer feels, details until it is long enough, farewell.
/// </summary>
internal sealed class PostComposer(GrammarLibrary library, Dice dice)
{
    private readonly Expansion _expansion = new(dice);
    private SentenceWriter? _writer;

    public Expansion Expansion => _expansion;

    private SentenceWriter Writer => _writer ??= new SentenceWriter(_expansion);

    public void Compose(PostPlan plan)
    {
        _expansion.Start(library.For(plan.Language, plan.Topic));
        _expansion.AnsweredMember = plan.Answers?.Last.MemberName ?? "";
        _expansion.OwnFirstName = plan.Member.FirstName;
        var html = plan.Kind == "ticket" && dice.Chance(0.35);
        Writer.Paragraph = html ? ("<p>", "</p>\n") : ("", "\n\n");
        Writer.Start(plan);
        if (plan.Words < 9)
        {
            Short(plan);
        }
        else
        {
            Long(plan, html);
        }

        TrimEnd();
        Decorate(plan, html);
    }

    /// <summary>A title for a new thread, review or ticket on the plan's topic.</summary>
    public string Title(PostPlan plan)
    {
        _expansion.Start(library.For(plan.Language, plan.Topic));
        _expansion.Write(_expansion.Find("title")!);
        var title = _expansion.Text;
        title[0] = char.ToUpperInvariant(title[0]);
        return title.ToString();
    }

    private void Short(PostPlan plan)
    {
        if (plan.Mood != "neutral")
        {
            Writer.Say("mood." + plan.Mood);
        }

        if (plan.Mood == "neutral" || dice.Chance(0.5))
        {
            Writer.Say("short." + plan.Intent);
        }
    }

    private void Long(PostPlan plan, bool html)
    {
        Open(plan, html);
        Core(plan);
        if (plan.Mood != "neutral")
        {
            Writer.Say("mood." + plan.Mood);
        }

        if (plan.Urgency != "normal")
        {
            Writer.Say("urgency." + plan.Urgency);
        }

        Fill(plan, html);
        PersonalData(plan);
        Close(plan);
    }

    private void Open(PostPlan plan, bool html)
    {
        if (plan.Answers is { } thread && !html)
        {
            Quote(thread);
            if (dice.Chance(0.55))
            {
                Writer.Say("reply");
            }
        }
        else if (plan.Kind != "review" && dice.Chance(plan.Member.Segment.Polite * (plan.Kind == "ticket" ? 1.1 : 0.7)))
        {
            Writer.Say("greeting");
            if (dice.Chance(0.5))
            {
                Writer.BreakParagraph();
            }
        }

        if (plan.Words > 40 && dice.Chance(0.5))
        {
            Writer.Say(dice.Chance(0.7) ? "context" : "detail");
        }
    }

    private void Quote(OpenThread thread)
    {
        var post = thread.Last;
        var style = dice.Unit();
        if (style < 0.12)
        {
            Writer.Block($"[quote=\"{post.MemberName}, post:{post.Number}, topic:{thread.Id[1..]}\"]\n{post.Quote}\n[/quote]\n\n");
        }
        else if (style < 0.2)
        {
            Writer.Block($"> {post.Quote}\n\n");
        }
    }

    private void Core(PostPlan plan)
    {
        if (dice.Chance(0.45))
        {
            Writer.Say(plan.Intent + ".lead");
        }

        Writer.Say(plan.Intent switch
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
            Writer.Say("problem");
        }

        if (plan.Intent is "complain" or "discuss" or "compare" || dice.Chance(0.35))
        {
            Writer.Say(plan.Intent + ".close");
        }
    }

    private void Fill(PostPlan plan, bool html)
    {
        var more = plan.Intent switch
        {
            "ask" => "question",
            "answer" => "advice",
            "share" or "chat" => "share",
            "praise" => "praise",
            "report" or "complain" or "leave" => "problem",
            _ => "detail",
        };
        if (!html && plan.Words > 30 && dice.Chance(plan.Member.Segment.Code) && _expansion.Find("log.lines") is not null)
        {
            Code();
        }

        if (!html && plan.Words > 60 && dice.Chance(0.12))
        {
            for (var points = dice.Between(2, 5); points > 0; points--)
            {
                Writer.Bullet("detail");
            }

            Writer.BreakParagraph();
        }

        for (var misses = 0; !Writer.IsLongEnough && misses < 6;)
        {
            var draw = dice.Unit();
            misses += Writer.Say(draw < 0.5 ? "detail" : draw < 0.78 ? "context" : more) ? 0 : 1;
        }
    }

    private void Code()
    {
        Writer.BreakParagraph();
        _expansion.Text.Append("```\n");
        for (var lines = dice.Between(2, 7); lines > 0; lines--)
        {
            _expansion.Write(_expansion.Find("log.lines")!);
            _expansion.Text.Append('\n');
        }

        _expansion.Text.Append("```\n");
    }

    private void PersonalData(PostPlan plan)
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
            Writer.Say(plan.Topic switch
            {
                "billing" when dice.Chance(0.6) => "personal.payment",
                "shipping" when dice.Chance(0.6) => "personal.place",
                _ => "personal",
            });
        }
    }

    private void Close(PostPlan plan)
    {
        if (plan.Intent is "ask" or "report" or "request" or "compare" && dice.Chance(plan.Member.Segment.Polite))
        {
            Writer.Say("thanks");
        }

        if (dice.Chance(plan.Kind == "ticket" ? 0.6 : plan.Member.Segment.Polite * 0.25))
        {
            Writer.BreakParagraph();
            Writer.Say("farewell");
        }
    }

    private void TrimEnd()
    {
        var text = _expansion.Text;
        Writer.BreakParagraph();
        while (text.Length > 0 && (text[^1] is '\n' or ' '))
        {
            text.Length--;
        }
    }

    private void Decorate(PostPlan plan, bool html)
    {
        var text = _expansion.Text;
        if (!html && dice.Chance(plan.Member.Segment.Emoji) && _expansion.Find("emoji." + plan.Mood) is { } emoji)
        {
            text.Append(' ');
            _expansion.Write(emoji);
        }

        if (plan.Kind == "forum" && plan.Member.Signs && plan.Words >= 20)
        {
            text.Append("\n\n-- \n");
            _expansion.Write(_expansion.Find("signature")!);
        }
    }
}
