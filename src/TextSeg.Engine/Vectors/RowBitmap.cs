using System.Numerics;

namespace TextSeg.Engine.Vectors;

/// <summary>A set of row numbers of one segment that never changes.</summary>
internal sealed class RowBitmap
{
    private const int Bits = 64;
    private readonly ulong[] _words;

    public RowBitmap(ulong[] words)
    {
        _words = words;
        Count = words.Sum(BitOperations.PopCount);
    }

    public static RowBitmap Empty { get; } = new([]);

    /// <summary>Rows in the set.</summary>
    public int Count { get; }

    public ReadOnlySpan<ulong> Words => _words;

    public bool this[int row] => row / Bits < _words.Length && (_words[row / Bits] >> (row % Bits) & 1) != 0;

    /// <summary>This set and more rows.</summary>
    public RowBitmap With(IReadOnlyCollection<int> rows)
    {
        if (rows.Count == 0)
        {
            return this;
        }

        var words = new ulong[Math.Max(_words.Length, (rows.Max() / Bits) + 1)];
        _words.CopyTo(words, 0);
        foreach (var row in rows)
        {
            words[row / Bits] |= 1UL << (row % Bits);
        }

        return new RowBitmap(words);
    }
}
