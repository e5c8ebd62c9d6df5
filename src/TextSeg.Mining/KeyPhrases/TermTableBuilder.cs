using System.Runtime.InteropServices;

namespace TextSeg.Mining.KeyPhrases;

/// <summary>Takes the words of one post after the other and keeps them as numbers, so that no text stays in memory.</summary>
/// <param name="frequent">Knows which words can be part of a phrase, the others need no number; null for all.</param>
/// <param name="scratch">Opens an empty file for numbers, which goes when it is closed; null to keep them in memory.</param>
public sealed class TermTableBuilder(FrequentWords? frequent = null, Func<Stream>? scratch = null) : IDisposable
{
    private const int FlagBits = 2;
    private const int StopFlag = 1;
    private const int LinkFlag = 2;

    private readonly Dictionary<string, int> _idOf = new(StringComparer.Ordinal);
    private readonly SurfaceCounts _surfaces = new();
    private readonly List<(int Seen, int AsStopWord)> _uses = [];
    private readonly NumberRows _rows = new(scratch?.Invoke());
    private readonly List<int> _row = [];

    /// <summary>Adds the next row.</summary>
    public void Add(IEnumerable<TermToken> tokens)
    {
        _row.Clear();
        foreach (var token in tokens)
        {
            _row.Add(token.Form.Length == 0 ? TermTable.Break : frequent is not null && !frequent.MayHold(token.Form) ? Rare(token) : Number(token));
        }

        _rows.Add(CollectionsMarshal.AsSpan(_row));
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

        using var raw = _rows;
        var finished = new NumberRows(scratch?.Invoke());
        for (var row = 0; row < raw.Count; row++)
        {
            _row.Clear();
            foreach (var token in raw[row])
            {
                _row.Add(Finish(token));
            }

            finished.Add(CollectionsMarshal.AsSpan(_row));
        }

        return new TermTable(forms, _surfaces.MostFrequent(forms), finished, scratch);
    }

    /// <summary>Closes the file where there is one and the table was not finished.</summary>
    public void Dispose() => _rows.Dispose();

    private static int Rare(TermToken token) => token.IsStopWord ? TermTable.Break : TermTable.RareWord;

    private int Number(TermToken token)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_idOf, token.Form, out var known);
        if (!known)
        {
            id = _idOf.Count - 1;
            _uses.Add((0, 0));
        }

        _uses[id] = (_uses[id].Seen + 1, _uses[id].AsStopWord + (token.IsStopWord ? 1 : 0));
        _surfaces.Add(id, token.Surface, token.StartsSentence);
        return (id << FlagBits) | (token.IsStopWord ? StopFlag : 0) | (token.IsLink ? LinkFlag : 0);
    }

    private int Finish(int token)
    {
        if (token < 0)
        {
            return token;
        }

        var (id, flags) = (token >> FlagBits, token & (StopFlag | LinkFlag));
        var isStopWord = (flags & StopFlag) != 0 || 2 * _uses[id].AsStopWord > _uses[id].Seen;
        return !isStopWord ? id << 1 : (flags & LinkFlag) != 0 ? (id << 1) | 1 : TermTable.Break;
    }
}
