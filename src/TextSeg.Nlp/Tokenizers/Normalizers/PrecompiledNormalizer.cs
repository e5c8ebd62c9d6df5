using System.Buffers;
using System.Globalization;
using System.Text;
using TextSeg.Nlp.Tokenizers.Pieces;

namespace TextSeg.Nlp.Tokenizers.Normalizers;

/// <summary>
/// SentencePiece's own normalization rules (nmt_nfkc and the like), applied as Hugging Face's library applies them: to a
/// grapheme cluster of fewer than 6 UTF-8 bytes as a whole, else to its characters one by one.
/// </summary>
internal sealed class PrecompiledNormalizer : PieceNormalizer
{
    private const int MaxClusterBytes = 5;
    private const char Other = '\uFFFF'; // becomes several characters or none, or hangs on what follows

    private readonly CharacterMap _map;
    private readonly SearchValues<char> _plainAscii;
    private readonly char[] _asciiByOne; // what each ASCII unit becomes, or Other

    /// <param name="base64">The map as tokenizer.json holds it.</param>
    /// <exception cref="InvalidDataException">It is not base64 or not a map.</exception>
    public PrecompiledNormalizer(string base64)
    {
        var bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, bytes, out var count))
        {
            throw new InvalidDataException("The precompiled_charsmap in tokenizer.json is not base64. Export the tokenizer again.");
        }

        _map = new CharacterMap(bytes[..count]);
        _plainAscii = SearchValues.Create([.. Enumerable.Range(0, 128).Select(code => (char)code).Where(unit => _map.Find([unit]) is null)]);
        _asciiByOne = [.. Enumerable.Range(0, 128).Select(code => (char)code).Select(unit => (unit, _map.Find([unit])) switch
        {
            ('\r', _) => Other,
            (_, null) => unit,
            (_, [var one]) => one,
            _ => Other,
        })];
    }

    protected override bool Changes(ReadOnlySpan<char> text) => text.ContainsAnyExcept(_plainAscii);

    protected override void Rewrite(TextRewriter rewriter)
    {
        if (rewriter.TryMap(_asciiByOne, Other))
        {
            return;
        }

        var steps = rewriter.Steps;
        steps.Clear();
        var modified = false;
        for (var rest = rewriter.Old; !rest.IsEmpty;)
        {
            var length = ClusterLength(rest);
            modified |= AddCluster(rest[..length], steps);
            rest = rest[length..];
        }

        if (!modified)
        {
            rewriter.Keep(rewriter.Old.Length);
            return;
        }

        foreach (var step in steps)
        {
            rewriter.Step(new Rune(step.CodePoint), step.Change);
        }
    }

    private static int ClusterLength(ReadOnlySpan<char> rest) =>
        rest.Length > 1 && rest[0] < 128 && rest[1] < 128 && rest[0] != '\r' ? 1 : StringInfo.GetNextTextElementLength(rest);

    private bool AddCluster(ReadOnlySpan<char> cluster, List<RewriteStep> steps)
    {
        if (cluster is [< (char)128 and var unit] && _asciiByOne[unit] is not Other and var one)
        {
            steps.Add(new RewriteStep(one, 0));
            return one != unit;
        }

        if (Encoding.UTF8.GetByteCount(cluster) <= MaxClusterBytes && TryReplace(cluster, steps))
        {
            return true;
        }

        var modified = false;
        while (!cluster.IsEmpty)
        {
            Rune.DecodeFromUtf16(cluster, out var rune, out var length);
            if (TryReplace(cluster[..length], steps))
            {
                modified = true;
            }
            else
            {
                steps.Add(new RewriteStep(rune.Value, 0));
            }

            cluster = cluster[length..];
        }

        return modified;
    }

    private bool TryReplace(ReadOnlySpan<char> old, List<RewriteStep> steps)
    {
        if (old is [var unit] && _plainAscii.Contains(unit) || _map.Find(old) is not { } replacement)
        {
            return false;
        }

        var surplus = -CountCharacters(old);
        var first = steps.Count;
        foreach (var rune in replacement.EnumerateRunes())
        {
            steps.Add(new RewriteStep(rune.Value, 0));
            surplus++;
        }

        Balance(steps, first, surplus);
        return true;
    }

    /// <summary>Marks what is longer than before as inserted at the end; what is shorter goes with the last step, even one of an earlier character.</summary>
    private static void Balance(List<RewriteStep> steps, int first, int surplus)
    {
        for (var i = steps.Count - 1; i >= steps.Count - surplus && i >= first; i--)
        {
            steps[i] = steps[i] with { Change = 1 };
        }

        if (surplus < 0 && steps.Count > 0)
        {
            steps[^1] = steps[^1] with { Change = steps[^1].Change + surplus };
        }
    }

    private static int CountCharacters(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var unit in text)
        {
            count += char.IsLowSurrogate(unit) ? 0 : 1;
        }

        return count;
    }
}
