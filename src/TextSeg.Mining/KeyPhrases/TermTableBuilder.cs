using System.Runtime.InteropServices;

namespace TextSeg.Mining.KeyPhrases;

/// <summary>Takes the words of one post after the other and keeps them as numbers, so that no text stays in memory.</summary>
public sealed class TermTableBuilder
{
    private readonly Dictionary<string, int> _idOf = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Word, string Surface), int> _surfaceCounts = [];
    private readonly List<int> _tokens = [];
    private readonly List<int> _starts = [0];

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
            }

            CollectionsMarshal.GetValueRefOrAddDefault(_surfaceCounts, (id, token.Surface), out _)++;
            _tokens.Add((id << 1) | (token.IsStopWord ? 1 : 0));
        }

        _starts.Add(_tokens.Count);
    }

    /// <summary>The finished table.</summary>
    public TermTable Build()
    {
        var forms = new string[_idOf.Count];
        foreach (var (form, id) in _idOf)
        {
            forms[id] = form;
        }

        return new TermTable(forms, MostFrequentSurfaces(), [.. _tokens], [.. _starts]);
    }

    private string[] MostFrequentSurfaces()
    {
        var surfaces = new string[_idOf.Count];
        var counts = new int[_idOf.Count];
        foreach (var ((word, surface), count) in _surfaceCounts)
        {
            // Equal counts go to the ordinally lowest form, so the order of rows never shows.
            if (count > counts[word] || (count == counts[word] && string.CompareOrdinal(surface, surfaces[word]) < 0))
            {
                (surfaces[word], counts[word]) = (surface, count);
            }
        }

        return surfaces;
    }
}
