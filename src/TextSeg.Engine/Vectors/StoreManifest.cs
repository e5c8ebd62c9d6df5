using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace TextSeg.Engine.Vectors;

/// <summary>What a store consists of at one moment. A change writes new segments first and then one new manifest, which alone makes it visible.</summary>
/// <param name="Generation">Grows by one with every change.</param>
/// <param name="NextSegment">The number of the next segment file; numbers are never used twice.</param>
internal sealed record StoreManifest(
    long Generation, string ModelId, int Dimension, long NextSegment, ImmutableArray<SegmentEntry> Segments)
{
    private const ulong Magic = 0x314E_414D_4745_5354;
    private const int Version = 1;
    private const int GenerationAt = 12;

    /// <summary>Vectors that are not deleted.</summary>
    public long Count => Segments.Sum(segment => (long)segment.Live);

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(Generation);
        writer.Write(ModelId);
        writer.Write(Dimension);
        writer.Write(NextSegment);
        writer.Write(Segments.Length);
        foreach (var segment in Segments)
        {
            writer.Write(segment.Number);
            writer.Write(segment.Count);
            writer.Write(segment.HeaderCheck);
            writer.Write(segment.Deleted.Words.Length);
            foreach (var word in segment.Deleted.Words)
            {
                writer.Write(word);
            }
        }

        writer.Write(Checksum.Crc32C(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
        return stream.ToArray();
    }

    /// <exception cref="VectorStoreException">The bytes are not those of a whole manifest.</exception>
    public static StoreManifest FromBytes(byte[] bytes, string path)
    {
        var body = bytes.Length - sizeof(uint);
        if (body < GenerationAt || BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(body)) != Checksum.Crc32C(bytes.AsSpan(0, body)))
        {
            throw new VectorStoreException(
                $"The file {path} is damaged, so the vectors beside it cannot be read; delete that folder and mine again to make them anew.");
        }

        using var reader = new BinaryReader(new MemoryStream(bytes, 0, body), Encoding.UTF8);
        if (reader.ReadUInt64() != Magic || reader.ReadInt32() != Version)
        {
            throw new VectorStoreException($"The file {path} was written by another version of TextSeg; use that version, or mine into a new folder.");
        }

        return new StoreManifest(reader.ReadInt64(), reader.ReadString(), reader.ReadInt32(), reader.ReadInt64(), ReadSegments(reader));
    }

    /// <summary>The generation alone, quickly.</summary>
    public static long? PeekGeneration(ReadOnlySpan<byte> start) =>
        start.Length < GenerationAt + sizeof(long) ? null : BinaryPrimitives.ReadInt64LittleEndian(start[GenerationAt..]);

    private static ImmutableArray<SegmentEntry> ReadSegments(BinaryReader reader)
    {
        var segments = ImmutableArray.CreateBuilder<SegmentEntry>();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var (number, count, check) = (reader.ReadInt64(), reader.ReadInt32(), reader.ReadUInt32());
            var words = new ulong[reader.ReadInt32()];
            for (var word = 0; word < words.Length; word++)
            {
                words[word] = reader.ReadUInt64();
            }

            segments.Add(new SegmentEntry(number, count, check, new RowBitmap(words)));
        }

        return segments.ToImmutable();
    }
}
