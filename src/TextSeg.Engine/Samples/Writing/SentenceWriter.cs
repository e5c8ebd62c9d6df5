using TextSeg.Engine.Samples.Phrases;
using TextSeg.Engine.Samples.Planting;

namespace TextSeg.Engine.Samples.Writing;

/// <summary>Writes single sentences into an expansion in a member's hand: capitals, full stops, typing errors, spaces and paragraphs.</summary>
internal sealed class SentenceWriter(Expansion expansion)
{
    private const string Farewell = "farewell";
    private Member _member = null!;
    private bool _dense;
    private int _wanted;
    private int _inParagraph;

    /// <summary>Words so far; two characters count as a word in a language that sets no spaces.</summary>
    public int Words => _dense ? expansion.Text.Length / 2 : expansion.Text.Length * 2 / 11;

    public int WordsLeft => _wanted - Words;

    public bool IsLongEnough => WordsLeft <= 0;

    /// <summary>How a paragraph starts and ends: nothing and a blank line in plain text, tags in HTML.</summary>
    public (string Open, string Close) Paragraph { get; set; }

    public void Start(PostPlan plan)
    {
        _member = plan.Member;
        _wanted = plan.Words;
        _dense = plan.Language is "ja";
        _inParagraph = 0;
    }

    /// <summary>Writes a sentence of the rule; false, and nothing written, when the grammar has none left for this post.</summary>
    public bool Say(string name) => Say(name, isLinked: false);

    /// <summary>As <see cref="Say(string)"/>, now and then with a word that leads to the sentence or a remark behind it.</summary>
    public bool SayMore(string name) => Say(name, isLinked: true);

    private bool Say(string name, bool isLinked)
    {
        if (expansion.Find(name) is not { } rule || expansion.IsUsedUp(rule))
        {
            return false;
        }

        var text = expansion.Text;
        Separate();
        var (start, marks) = (text.Length, expansion.PersonalData.Count);
        if (isLinked && WriteSometimes("link", 0.16))
        {
            text.Append(' ');
        }

        expansion.Write(rule);
        if (isLinked && char.IsLetterOrDigit(text[^1]))
        {
            WriteSometimes("tail", 0.34);
        }

        while (text[^1] == ' ')
        {
            text.Length--;
        }

        if (!_member.LowerCase)
        {
            text[start] = char.ToUpperInvariant(text[start]);
        }
        else if (start + 1 < text.Length && !char.IsUpper(text[start + 1]))
        {
            text[start] = char.ToLowerInvariant(text[start]);
        }

        if (marks == expansion.PersonalData.Count && expansion.Dice.Chance(_member.Segment.Typos / 100))
        {
            Typist.Slip(text, start, expansion.Dice);
        }

        if (name != Farewell)
        {
            Stop();
        }

        _inParagraph++;
        return true;
    }

    /// <summary>Writes text as it stands, on lines of its own.</summary>
    public void Block(string text)
    {
        BreakParagraph();
        expansion.Text.Append(text);
        BreakParagraph();
    }

    public void BreakParagraph()
    {
        if (expansion.Text.Length > 0 && _inParagraph > 0)
        {
            expansion.Text.Append(Paragraph.Close);
        }

        _inParagraph = 0;
    }

    /// <summary>Starts a new line for each sentence of a list.</summary>
    public void Bullet(string name)
    {
        BreakLine();
        var length = expansion.Text.Length;
        expansion.Text.Append("- ");
        _inParagraph = -1;
        if (!Say(name))
        {
            expansion.Text.Length = length;
        }

        _inParagraph = 1;
    }

    private bool WriteSometimes(string name, double probability)
    {
        if (_dense || !expansion.Dice.Chance(probability) || expansion.Find(name) is not { } rule)
        {
            return false;
        }

        expansion.Write(rule);
        return true;
    }

    private void BreakLine()
    {
        var text = expansion.Text;
        if (text.Length > 0 && text[^1] != '\n')
        {
            text.Append('\n');
        }
    }

    private void Separate()
    {
        if (_inParagraph >= 3 && expansion.Dice.Chance(0.35))
        {
            BreakParagraph();
        }

        if (_inParagraph == 0)
        {
            expansion.Text.Append(Paragraph.Open);
        }
        else if (_inParagraph > 0 && !_dense && expansion.Text[^1] != '\n')
        {
            expansion.Text.Append(' ');
        }
    }

    private void Stop()
    {
        var last = expansion.Text[^1];
        if (char.IsLetterOrDigit(last) || last is ')' or '"' or '”' or '»' or '%' or '°' or '」')
        {
            expansion.Text.Append(_dense ? '。' : '.');
        }
    }
}
