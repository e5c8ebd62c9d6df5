using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using TextSeg.Nlp.ModelFiles;

namespace TextSeg.Nlp.Languages;

/// <summary>
/// The linear layer of the identifier: an int8 row of one weight per label for each known feature, found by its hash.
/// File, little-endian: "TSLI", version, rows, labels (int32); threshold for short and long text (float32); names of the
/// labels (8 bytes each); bias, then scale by label (float32); hashes (uint32); weights (int8, row by row).
/// </summary>
internal sealed class LanguageWeights
{
    /// <summary>Weights of a row in memory: labels, then zeros, so that a row is one vector of 256 bits.</summary>
    public const int Stride = 32;

    private const int Version = 1;
    private const int HeaderBytes = 24;
    private const int LabelBytes = 8;

    private readonly uint[] _slotHash;
    private readonly int[] _slotRow;
    private readonly int _shift;

    private LanguageWeights(ReadOnlySpan<byte> file)
    {
        var rows = ReadHeader(file, out var labels);
        ShortThreshold = BinaryPrimitives.ReadSingleLittleEndian(file[16..]);
        LongThreshold = BinaryPrimitives.ReadSingleLittleEndian(file[20..]);
        Labels = ReadLabels(file.Slice(HeaderBytes, labels * LabelBytes), labels);
        var at = HeaderBytes + (labels * LabelBytes);
        Bias = ReadSingles(file.Slice(at, 4 * labels));
        Scale = ReadSingles(file.Slice(at += 4 * labels, 4 * labels));
        at += 4 * labels;
        _shift = 32 - Math.Max(1, (int)Math.Ceiling(Math.Log2(2.0 * rows)));
        _slotHash = new uint[1 << (32 - _shift)];
        _slotRow = new int[_slotHash.Length];
        Rows = new sbyte[rows * Stride];
        for (var row = 0; row < rows; row++)
        {
            Place(BinaryPrimitives.ReadUInt32LittleEndian(file[(at + (4 * row))..]), row);
            MemoryMarshal.Cast<byte, sbyte>(file.Slice(at + (4 * rows) + (row * labels), labels)).CopyTo(Rows.AsSpan(row * Stride));
        }
    }

    public string[] Labels { get; }

    public float[] Bias { get; }

    public float[] Scale { get; }

    /// <summary>Least probability believed of a text with few features (<see cref="GramClassifier.ShortText"/>).</summary>
    public float ShortThreshold { get; }

    /// <summary>Least probability believed of a text with many features (<see cref="GramClassifier.LongText"/>).</summary>
    public float LongThreshold { get; }

    public sbyte[] Rows { get; }

    /// <exception cref="InvalidModelException">The bytes are not such a file, or one of another version.</exception>
    public static LanguageWeights Read(ReadOnlySpan<byte> file) => new(file);

    /// <summary>Offset of the feature's row in <see cref="Rows"/>, or −1 when the feature is not known.</summary>
    public int OffsetOf(uint hash)
    {
        for (var slot = FirstSlot(hash); ; slot = (slot + 1) & (_slotHash.Length - 1))
        {
            var row = _slotRow[slot];
            if (row == 0)
            {
                return -1;
            }

            if (_slotHash[slot] == hash)
            {
                return (row - 1) * Stride;
            }
        }
    }

    private static int ReadHeader(ReadOnlySpan<byte> file, out int labels)
    {
        if (file.Length < HeaderBytes || !file[..4].SequenceEqual("TSLI"u8) || BinaryPrimitives.ReadInt32LittleEndian(file[4..]) != Version)
        {
            throw new InvalidModelException("The weights of the language identifier are not of a form this version reads; take the file that belongs to it.");
        }

        var rows = BinaryPrimitives.ReadInt32LittleEndian(file[8..]);
        labels = BinaryPrimitives.ReadInt32LittleEndian(file[12..]);
        var needed = HeaderBytes + (labels * (LabelBytes + 8L)) + (rows * (4L + labels));
        if (rows < 1 || labels is < 2 or > Stride || file.Length != needed)
        {
            throw new InvalidModelException("The weights of the language identifier are cut short or damaged; copy the file again.");
        }

        return rows;
    }

    private static string[] ReadLabels(ReadOnlySpan<byte> names, int count)
    {
        var labels = new string[count];
        for (var i = 0; i < count; i++)
        {
            labels[i] = Encoding.ASCII.GetString(names.Slice(i * LabelBytes, LabelBytes)).TrimEnd('\0');
        }

        return labels;
    }

    private static float[] ReadSingles(ReadOnlySpan<byte> bytes)
    {
        var values = new float[bytes.Length / 4];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(4 * i)..]);
        }

        return values;
    }

    /// <summary>Fibonacci hashing: Knuth, The Art of Computer Programming 3, section 6.4.</summary>
    private int FirstSlot(uint hash) => (int)((hash * 2654435769u) >> _shift);

    private void Place(uint hash, int row)
    {
        var slot = FirstSlot(hash);
        while (_slotRow[slot] != 0)
        {
            slot = (slot + 1) & (_slotHash.Length - 1);
        }

        _slotHash[slot] = hash;
        _slotRow[slot] = row + 1;
    }
}
