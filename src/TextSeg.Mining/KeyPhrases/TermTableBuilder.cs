using System.Runtime.InteropServices;

namespace TextSeg.Mining.KeyPhrases;

/// <summary>Takes the words of one post after the other and keeps them as numbers, so that no text stays in memory.</summary>
public sealed class TermTableBuilder
{
    private const int FlagBits = 2;
    private const int StopFlag = 1;
    private const int LinkFlag = 2;

    private readonly Dictionary<string, int> _idOf = new(StringComparer.Ordinal);
    private readonly SurfaceCounts _surfaces = new();
    private readonly List<(int Seen, int AsStopWord)> _uses = [];
    private readonly List<int> _tokens = [];
    private readonly List<int> _starts = [0];
    private readonly List<bool> _isLeftOut = [];

    /// <summary>Adds the next row.</summary>
    public void Add(IEnumerable<TermToken> tokens)
    {
        foreach (var token in tokens)
        {
            if (token.Form.Length == 0)
            {
                _tokens.Add(TermTable.Break);
                continue;
            }

            ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_idOf, token.Form, out var known);
            if (!known)
            {
                id = _idOf.Count - 1;
                _uses.Add((0, 0));
            }

            _uses[id] = (_uses[id].Seen + 1, _uses[id].AsStopWord + (token.IsStopWord ? 1 : 0));
            _surfaces.Add(id, token.Surface, token.StartsSentence);
            _tokens.Add((id << FlagBits) | (token.IsStopWord ? StopFlag : 0) | (token.IsLink ? LinkFlag : 0));
        }

        _starts.Add(_tokens.Count);
        _isLeftOut.Add(false);
    }

    /// <summary>Adds a row whose words are not looked at: phrases are counted on the others.</summary>
    public void LeaveOut()
    {
        _starts.Add(_tokens.Count);
        _isLeftOut.Add(true);
    }

    /// <summary>
    /// The finished table. A word that is a function word in most of its uses is one everywhere: posts whose language was taken for another
    /// would make content of it. A function word that does not link is a break.
    /// </summary>
    public TermTable Build()
    {
        var forms = new string[_idOf.Count];
        foreach (var (form, id) in _idOf)
        {
            forms[id] = form;
        }

        return new TermTable(forms, _surfaces.MostFrequent(forms), [.. _tokens.Select(Finish)], [.. _starts], [.. _isLeftOut]);
    }

    private int Finish(int token)
    {
        if (token < 0)
        {
            return TermTable.Break;
        }

        var (id, flags) = (token >> FlagBits, token & (StopFlag | LinkFlag));
        var isStopWord = (flags & StopFlag) != 0 || 2 * _uses[id].AsStopWord > _uses[id].Seen;
        return !isStopWord ? id << 1 : (flags & LinkFlag) != 0 ? (id << 1) | 1 : TermTable.Break;
    }
}
