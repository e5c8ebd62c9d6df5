namespace TextSeg.Mining.KeyPhrases;

/// <summary>
/// The words of many posts as numbers, row after row; about 4 bytes a word, in memory or in a file. Made by <see cref="TermTableBuilder"/>.
/// Only one thread may read at a time.
/// </summary>
public sealed class TermTable : IDisposable
{
    internal const int Break = -1;

    /// <summary>A content word of too few posts to be part of a phrase, which ends like a break.</summary>
    internal const int RareWord = -2;

    private readonly NumberRows _tokens;

    internal TermTable(string[] forms, string[] surfaces, NumberRows tokens, Func<Stream>? scratch) =>
        (Forms, Surfaces, _tokens, Scratch) = (forms, surfaces, tokens, scratch);

    /// <summary>Rows, in the order in which they were added.</summary>
    public int Count => _tokens.Count;

    /// <summary>The normal form of each word number.</summary>
    public IReadOnlyList<string> Forms { get; }

    /// <summary>How each word is most often written.</summary>
    public IReadOnlyList<string> Surfaces { get; }

    /// <summary>Opens files for what does not fit into memory; null where all does.</summary>
    internal Func<Stream>? Scratch { get; }

    /// <summary>How many content words a row has.</summary>
    public int ContentWordsIn(int row)
    {
        var words = 0;
        foreach (var token in TokensOf(row))
        {
            words += token == RareWord || (token >= 0 && (token & 1) == 0) ? 1 : 0;
        }

        return words;
    }

    /// <summary>Closes the file where there is one.</summary>
    public void Dispose() => _tokens.Dispose();

    /// <summary>Tokens of a row: word number × 2, plus 1 for a function word that links; −1 for a break, −2 for a rare word.</summary>
    internal ReadOnlySpan<int> TokensOf(int row) => _tokens[row];
}
