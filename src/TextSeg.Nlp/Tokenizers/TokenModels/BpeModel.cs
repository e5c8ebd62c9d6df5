using System.Text;

namespace TextSeg.Nlp.Tokenizers.TokenModels;

/// <summary>Byte-pair encoding (Sennrich, Haddow, Birch 2016, section 3.2): starts from characters and merges known pairs, the earliest learnt first.</summary>
internal sealed class BpeModel : TokenModel
{
    private readonly BpeMerges _merges;
    private readonly BpeOptions _options;
    private readonly int? _unknown;
    private readonly int?[]? _byteTokens;

    /// <exception cref="InvalidDataException">The unknown token is not in the vocabulary.</exception>
    public BpeModel(Vocabulary vocabulary, BpeMerges merges, BpeOptions options)
        : base(vocabulary)
    {
        (_merges, _options) = (merges, options);
        _byteTokens = options.ByteFallback ? vocabulary.ByteTokens() : null;
        _unknown = options.UnknownToken is not { } unknown ? null : vocabulary.Find(unknown) ?? throw new InvalidDataException(
            $"The BPE model names '{unknown}' as its unknown token, but the vocabulary lacks it. Add the token to the vocabulary.");
    }

    public override void Tokenize(ReadOnlySpan<char> piece, List<ModelToken> tokens)
    {
        if (_options.IgnoreMerges && Vocabulary.TryFind(piece, out var whole))
        {
            tokens.Add(new ModelToken(whole, 0, piece.Length));
            return;
        }

        var word = Spell(piece);
        word.MergeAll(_merges);
        var places = UnitsOfBytes(piece);
        var start = 0;
        foreach (var (id, bytes) in word.Tokens())
        {
            var end = Math.Min(start + bytes, places.Length - 1);
            var last = places[end - 1];
            tokens.Add(new ModelToken(id, places[Math.Min(start, end - 1)], last + (char.IsHighSurrogate(piece[last]) ? 2 : 1)));
            start += bytes;
        }
    }

    /// <summary>The piece as symbols of single characters, of bytes, or unknown.</summary>
    private BpeWord Spell(ReadOnlySpan<char> piece)
    {
        var word = new BpeWord();
        var unknownBytes = 0;
        var at = 0;
        foreach (var rune in piece.EnumerateRunes())
        {
            var isFirst = at == 0;
            at += rune.Utf16SequenceLength;
            var symbol = (isFirst ? "" : _options.ContinuingPrefix) + rune + (at == piece.Length ? _options.EndOfWordSuffix : "");
            if (Vocabulary.Find(symbol) is { } id)
            {
                Flush();
                word.Add(id, rune.Utf8SequenceLength);
            }
            else if (!TrySpellBytes(symbol, word) && _unknown is not null)
            {
                if (!_options.FuseUnknown)
                {
                    Flush();
                }

                unknownBytes += rune.Utf8SequenceLength;
            }
        }

        Flush();
        return word;

        void Flush()
        {
            if (unknownBytes > 0)
            {
                word.Add(_unknown!.Value, unknownBytes);
                unknownBytes = 0;
            }
        }
    }

    private bool TrySpellBytes(string symbol, BpeWord word)
    {
        if (_byteTokens is null)
        {
            return false;
        }

        var bytes = Encoding.UTF8.GetBytes(symbol);
        if (!Array.TrueForAll(bytes, value => _byteTokens[value] is not null))
        {
            return false;
        }

        foreach (var value in bytes)
        {
            word.Add(_byteTokens[value]!.Value, 1);
        }

        return true;
    }

    /// <summary>Per UTF-8 byte of the piece the UTF-16 unit where its character begins, and the length at the end.</summary>
    private static int[] UnitsOfBytes(ReadOnlySpan<char> piece)
    {
        var units = new int[Encoding.UTF8.GetByteCount(piece) + 1];
        var unit = 0;
        var at = 0;
        foreach (var rune in piece.EnumerateRunes())
        {
            units.AsSpan(at, rune.Utf8SequenceLength).Fill(unit);
            at += rune.Utf8SequenceLength;
            unit += rune.Utf16SequenceLength;
        }

        units[at] = unit;
        return units;
    }
}
