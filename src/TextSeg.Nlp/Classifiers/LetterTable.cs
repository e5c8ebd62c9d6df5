using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TextSeg.Nlp.ModelFiles;
using TextSeg.Nlp.Tokenizers;

namespace TextSeg.Nlp.Classifiers;

/// <summary>
/// Numbers for the runs of letters in the words of a text: all of one to some letters in a word with a mark before and behind it, as rows of a table by a hash (Weinberger
/// et al. 2009, "Feature Hashing for Large Scale Multitask Learning", section 2). A word is what its tokens spell, so it is folded and normalised as they are. The sums are
/// whole numbers, the same in any order. ONNX Runtime has no operator that adds rows up without writing them out first (src/README.md, 2026-11-23). Thread-safe.
/// </summary>
internal sealed class LetterTable
{
    /// <summary>Numbers of a row and of a text.</summary>
    public const int Width = 4;

    private const char Mark = '\u2581'; // SentencePiece's mark of a word's begin
    private const uint Seed = 2_166_136_261, Prime = 16_777_619; // FNV-1a (Fowler, Noll and Vo), over code points
    private static readonly int[] Parting = [Mark];
    private readonly int[][] _spelled;
    private readonly int[] _rows; // four signed bytes each
    private readonly int _longest;

    private LetterTable(Tokenizer tokenizer, int[] rows, int longest)
    {
        (_rows, _longest) = (rows, longest);
        _spelled = [.. Enumerable.Range(0, tokenizer.VocabularySize).Select(id => tokenizer.TokenOf(id) is { } token && token is not ['<', _, .., '>']
            ? token.EnumerateRunes().Select(rune => rune.Value).ToArray()
            : Parting)];
    }

    /// <param name="path">The table: four signed bytes a row, as many rows as a power of two.</param>
    /// <param name="longest">Letters in a run at most.</param>
    /// <param name="tokenizer">Whose tokens spell the words; a special token, as "&lt;s&gt;", parts them.</param>
    /// <exception cref="InvalidModelException">The file has another size.</exception>
    public static LetterTable Load(string path, int longest, Tokenizer tokenizer)
    {
        using var file = File.OpenRead(path);
        if (file.Length < Width || !BitOperations.IsPow2(file.Length))
        {
            throw new InvalidModelException($"{path} has {file.Length:N0} bytes, which is no power of two; export the model again.");
        }

        var rows = new int[file.Length / Width];
        file.ReadExactly(MemoryMarshal.AsBytes(rows.AsSpan()));
        return new LetterTable(tokenizer, rows, longest);
    }

    /// <summary>The sums of the rows of all runs of a text; a run that comes twice counts twice.</summary>
    /// <param name="ids">Tokens of the text; one that the vocabulary lacks parts words.</param>
    /// <param name="sums">Room for <see cref="Width"/> numbers.</param>
    public void Sum(ReadOnlySpan<int> ids, Span<float> sums)
    {
        var lent = ArrayPool<int>.Shared.Rent(LettersOf(ids));
        Vector128.ConvertToSingle(Sum(lent.AsSpan(0, Spell(ids, lent)))).CopyTo(sums);
        ArrayPool<int>.Shared.Return(lent);
    }

    private int[] Spelled(int id) => id < _spelled.Length ? _spelled[id] : Parting;

    private int LettersOf(ReadOnlySpan<int> ids)
    {
        var letters = 2; // the marks at both ends
        foreach (var id in ids)
        {
            letters += Spelled(id).Length;
        }

        return letters;
    }

    // Words with one mark between them and at both ends.
    private int Spell(ReadOnlySpan<int> ids, int[] letters)
    {
        var count = 1;
        letters[0] = Mark;
        foreach (var id in ids)
        {
            foreach (var letter in Spelled(id))
            {
                if (letter != Mark || letters[count - 1] != Mark)
                {
                    letters[count++] = letter;
                }
            }
        }

        letters[count] = Mark;
        return letters[count - 1] == Mark ? count : count + 1;
    }

    // A mark ends a run and begins the next word's runs, but is none alone.
    private Vector128<int> Sum(ReadOnlySpan<int> letters)
    {
        var sum = Vector128<int>.Zero;
        for (var first = 0; first < letters.Length - 1; first++)
        {
            var hash = (Seed ^ (uint)letters[first]) * Prime;
            if (letters[first] != Mark)
            {
                sum += RowOf(hash);
            }

            foreach (var letter in letters[(first + 1)..Math.Min(first + _longest, letters.Length)])
            {
                hash = (hash ^ (uint)letter) * Prime;
                sum += RowOf(hash);
                if (letter == Mark)
                {
                    break;
                }
            }
        }

        return sum;
    }

    private Vector128<int> RowOf(uint hash) =>
        Vector128.WidenLower(Vector128.WidenLower(Vector128.CreateScalar(_rows[(hash ^ (hash >> 15)) & (uint)(_rows.Length - 1)]).AsSByte()));
}
