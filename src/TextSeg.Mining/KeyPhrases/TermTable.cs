namespace TextSeg.Mining.KeyPhrases;

/// <summary>The words of many posts as numbers, row after row; about 4 bytes a word. Made by <see cref="TermTableBuilder"/>.</summary>
public sealed class TermTable
{
    internal const int Break = -1;

    private readonly int[] _tokens;
    private readonly int[] _starts;
    private readonly bool[] _isLeftOut;

    internal TermTable(string[] forms, string[] surfaces, int[] tokens, int[] starts, bool[] isLeftOut)
    {
        Forms = forms;
        Surfaces = surfaces;
        _tokens = tokens;
        _starts = starts;
        _isLeftOut = isLeftOut;
        CountedRows = isLeftOut.Count(left => !left);
    }

    /// <summary>Rows, in the order in which they were added.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>Rows whose words were looked at.</summary>
    public int CountedRows { get; }

    /// <summary>Whether a row's words were looked at.</summary>
    public bool IsCounted(int row) => !_isLeftOut[row];

    /// <summary>The normal form of each word number.</summary>
    public IReadOnlyList<string> Forms { get; }

    /// <summary>How each word is most often written.</summary>
    public IReadOnlyList<string> Surfaces { get; }

    /// <summary>How many content words a row has.</summary>
    public int ContentWordsIn(int row)
    {
        var words = 0;
        foreach (var token in TokensOf(row))
        {
            words += token >= 0 && (token & 1) == 0 ? 1 : 0;
        }

        return words;
    }

    /// <summary>Tokens of a row: word number × 2, plus 1 for a function word that links; −1 for a break.</summary>
    internal ReadOnlySpan<int> TokensOf(int row) => _tokens.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);
}
