using System.Text;

namespace TextSeg.Engine.Samples.Phrases;

/// <summary>
/// The text of one post while it grows: what was written, which alternatives were used (so that no sentence comes twice
/// in a post), and where personal data stands. Reused from post to post.
/// </summary>
internal sealed class Expansion(Dice dice)
{
    private const int TrackedAlternatives = 64;
    private ulong[] _used = [];
    private Grammar _grammar = null!;

    public Dice Dice { get; } = dice;

    public StringBuilder Text { get; } = new();

    public List<PersonalDataSpan> PersonalData { get; } = [];

    /// <summary>Name of the member who is answered; empty when the post speaks to everybody.</summary>
    public string AnsweredMember { get; set; } = "";

    public string OwnFirstName { get; set; } = "";

    public void Start(Grammar grammar)
    {
        _grammar = grammar;
        if (_used.Length < grammar.RuleCount)
        {
            _used = new ulong[grammar.RuleCount];
        }

        Array.Clear(_used);
        Text.Clear();
        PersonalData.Clear();
    }

    /// <summary>Adds a piece of a phrase: no space comes twice or before a mark, a new sentence gets its capital, and an English "a" fits the word behind it.</summary>
    public void Append(string piece)
    {
        if (piece.Length == 0)
        {
            return;
        }

        if (Text.Length > 0 && Text[^1] == ' ' && piece[0] is ' ' or ',' or ':' or '?' or '.')
        {
            Text.Length--;
        }

        if (_grammar.Language == "en" && EnglishArticle.NeedsN(Text, piece))
        {
            Text.Insert(Text.Length - 1, 'n');
        }

        if (Text.Length > 1 && Text[^1] == ' ' && Text[^2] is '.' or '!' or '?')
        {
            Text.Append(char.ToUpperInvariant(piece[0])).Append(piece, 1, piece.Length - 1);
        }
        else
        {
            Text.Append(piece);
        }
    }

    public Rule? Find(string rule) => _grammar.Find(rule);

    public bool IsUsedUp(Rule rule)
    {
        var count = rule.Alternatives.Count;
        return count <= TrackedAlternatives && System.Numerics.BitOperations.PopCount(_used[rule.Index]) >= count;
    }

    /// <summary>Writes one alternative, one not used in this post where there is any.</summary>
    public void Write(Rule rule)
    {
        var count = rule.Alternatives.Count;
        var pick = Dice.Below(count);
        if (count is > 1 and <= TrackedAlternatives)
        {
            if (IsUsedUp(rule))
            {
                _used[rule.Index] = 0;
            }

            while ((_used[rule.Index] >> pick & 1) != 0)
            {
                pick = (pick + 1) % count;
            }
        }

        if (count <= TrackedAlternatives)
        {
            _used[rule.Index] |= 1UL << pick;
        }

        rule.Alternatives[pick].Write(this);
    }

    public void WriteSlot(string name)
    {
        switch (name)
        {
            case "to" when AnsweredMember.Length == 0:
                Write(_grammar.Find("everybody")!);
                break;
            case "to":
                Text.Append(AnsweredMember);
                break;
            case "me":
                Text.Append(OwnFirstName);
                break;
            case "at":
                Mark("handle", () => Text.Append('@').Append(AnsweredMember));
                break;
            case "address":
                Mark(name, () => Write(_grammar.Find("street")!));
                break;
            default:
                Mark(name, () => Text.Append(PersonalDataForge.Make(name, _grammar.Language, Dice)));
                break;
        }
    }

    private void Mark(string kind, Action write)
    {
        var start = Text.Length;
        write();
        PersonalData.Add(new PersonalDataSpan(kind, start, Text.Length - start));
    }
}
