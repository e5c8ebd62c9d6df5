using System.Globalization;

namespace TextSeg.Engine.Samples.Phrases;

/// <summary>Reads one alternative of a grammar rule into nodes, by recursive descent.</summary>
internal sealed class PhraseParser
{
    private readonly string _text;
    private readonly Grammar _grammar;
    private int _at;

    private PhraseParser(string text, Grammar grammar)
    {
        _text = text;
        _grammar = grammar;
    }

    public static PhraseNode Parse(string text, Grammar grammar)
    {
        var parser = new PhraseParser(text, grammar);
        var node = parser.Sequence();
        return parser._at == text.Length
            ? node
            : throw new FormatException($"'{text[parser._at]}' at position {parser._at} closes nothing in: {text}");
    }

    private PhraseNode Sequence()
    {
        var parts = new List<PhraseNode>();
        while (_at < _text.Length && _text[_at] is not (']' or '|'))
        {
            parts.Add(_text[_at] switch
            {
                '[' => Choice(),
                '{' => Reference(),
                _ => Literal(),
            });
        }

        return parts.Count == 1 ? parts[0] : new SequenceNode([.. parts]);
    }

    private LiteralNode Literal()
    {
        var end = _text.AsSpan(_at).IndexOfAny("[]{|");
        var text = end < 0 ? _text[_at..] : _text.Substring(_at, end);
        _at += text.Length;
        return new LiteralNode(text);
    }

    private ChoiceNode Choice()
    {
        var options = new List<PhraseNode>();
        do
        {
            _at++;
            options.Add(Sequence());
        }
        while (_at < _text.Length && _text[_at] == '|');
        if (_at == _text.Length)
        {
            throw new FormatException($"A '[' is never closed in: {_text}");
        }

        _at++;
        return new ChoiceNode([.. options]);
    }

    private PhraseNode Reference()
    {
        var close = _text.IndexOf('}', _at);
        if (close < 0)
        {
            throw new FormatException($"A '{{' is never closed in: {_text}");
        }

        var name = _text[(_at + 1)..close];
        _at = close + 1;
        if (name[0] == '$')
        {
            return new SlotNode(name[1..]);
        }

        var dash = name.IndexOf('-', StringComparison.Ordinal);
        return char.IsAsciiDigit(name[0]) && dash > 0
            ? new NumberNode(int.Parse(name.AsSpan(0, dash), CultureInfo.InvariantCulture), int.Parse(name.AsSpan(dash + 1), CultureInfo.InvariantCulture))
            : new RuleNode(_grammar.Declare(name));
    }
}
