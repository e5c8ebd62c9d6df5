using TextSeg.Engine.Samples.Phrases;
using TextSeg.Engine.Samples.Planting;

namespace TextSeg.Engine.Samples.Writing;

/// <summary>
/// Turns a plan into text: greeting, what the post is for, how the writer feels, details until it is long enough, farewell.
/// </summary>
internal sealed class PostComposer
{
    private const int ShortPost = 9;
    private readonly GrammarLibrary _library;
    private readonly Dice _dice;
    private readonly SentenceWriter _writer;
    private readonly PostOpening _opening;
    private readonly PostBody _body;
    private readonly PostEnding _ending;

    public PostComposer(GrammarLibrary library, Dice dice)
    {
        _library = library;
        _dice = dice;
        Expansion = new Expansion(dice);
        _writer = new SentenceWriter(Expansion);
        _opening = new PostOpening(_writer, dice);
        _body = new PostBody(_writer, Expansion, dice);
        _ending = new PostEnding(_writer, Expansion, dice);
    }

    public Expansion Expansion { get; }

    public void Compose(PostPlan plan)
    {
        Expansion.Start(_library.For(plan.Language, plan.Topic));
        Expansion.AnsweredMember = plan.Answers?.Last.MemberName ?? "";
        Expansion.OwnFirstName = plan.Member.FirstName;
        var html = plan.Kind == "ticket" && _dice.Chance(0.35);
        _writer.Paragraph = html ? ("<p>", "</p>\n") : ("", "\n\n");
        _writer.Start(plan);
        if (plan.Words < ShortPost)
        {
            WriteShort(plan);
        }
        else
        {
            WriteLong(plan, html);
        }

        TrimEnd();
        _ending.Decorate(plan, html);
    }

    /// <summary>A title for a new thread, review or ticket on the plan's topic.</summary>
    public string Title(PostPlan plan)
    {
        Expansion.Start(_library.For(plan.Language, plan.Topic));
        Expansion.Write(Expansion.Find("title")!);
        var title = Expansion.Text;
        title[0] = char.ToUpperInvariant(title[0]);
        return title.ToString();
    }

    private void WriteShort(PostPlan plan)
    {
        if (plan.Mood != "neutral")
        {
            _writer.Say("mood." + plan.Mood);
        }

        if (plan.Mood == "neutral" || _dice.Chance(0.5))
        {
            _writer.Say("short." + plan.Intent);
        }
    }

    private void WriteLong(PostPlan plan, bool html)
    {
        _opening.Write(plan, html);
        _body.WriteCore(plan);
        if (plan.Mood != "neutral")
        {
            _writer.Say("mood." + plan.Mood);
        }

        if (plan.Urgency != "normal")
        {
            _writer.Say("urgency." + plan.Urgency);
        }

        _body.Fill(plan, html);
        _ending.WritePersonalData(plan);
        _ending.Close(plan);
    }

    private void TrimEnd()
    {
        var text = Expansion.Text;
        _writer.BreakParagraph();
        while (text.Length > 0 && (text[^1] is '\n' or ' '))
        {
            text.Length--;
        }
    }
}
