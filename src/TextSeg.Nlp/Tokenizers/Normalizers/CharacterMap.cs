using System.Buffers.Binary;
using System.Text;

namespace TextSeg.Nlp.Tokenizers.Normalizers;

/// <summary>
/// SentencePiece's compiled character map: 4 bytes with the size of a double-array trie (Aoe 1989; the Darts-clone layout),
/// the trie, then the replacements, each ended by a zero byte. The trie is read by UTF-8 bytes; a leaf is a place among the replacements.
/// </summary>
internal sealed class CharacterMap
{
    private readonly uint[] _trie;
    private readonly byte[] _replacements;

    /// <exception cref="InvalidDataException">The bytes are not such a map.</exception>
    public CharacterMap(byte[] bytes)
    {
        var size = bytes.Length < 4 ? -1L : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        if (size <= 0 || size % 4 != 0 || size > bytes.Length - 4)
        {
            throw new InvalidDataException("The precompiled_charsmap in tokenizer.json is cut short or damaged. Export the tokenizer again.");
        }

        _trie = new uint[size / 4];
        for (var i = 0; i < _trie.Length; i++)
        {
            _trie[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4 + (4 * i)));
        }

        _replacements = bytes[(int)(4 + size)..];
    }

    /// <summary>
    /// The replacement for the shortest beginning of <paramref name="text"/> that has one, or null. Hugging Face's library
    /// puts it in the place of the whole text, and so do we.
    /// </summary>
    public string? Find(ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[64];
        var count = Encoding.UTF8.GetBytes(text, bytes);
        var node = Offset(_trie[0]);
        foreach (var value in bytes[..count])
        {
            node ^= value;
            if (value == 0 || node >= _trie.Length || Label(_trie[node]) != value)
            {
                return null;
            }

            var unit = _trie[node];
            node ^= Offset(unit);
            if (HasLeaf(unit))
            {
                return Replacement((int)(_trie[node] & 0x7FFFFFFF));
            }
        }

        return null;
    }

    private string Replacement(int start)
    {
        var rest = _replacements.AsSpan(start);
        var end = rest.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? rest : rest[..end]);
    }

    private static bool HasLeaf(uint unit) => ((unit >> 8) & 1) == 1;

    private static uint Label(uint unit) => unit & 0x800000FF;

    private static uint Offset(uint unit) => (unit >> 10) << (int)((unit & 0x200) >> 6);
}
