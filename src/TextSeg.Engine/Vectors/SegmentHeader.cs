using System.Buffers.Binary;

namespace TextSeg.Engine.Vectors;

/// <summary>The first bytes of a segment file; see <see cref="SegmentLayout"/>.</summary>
internal sealed record SegmentHeader(SegmentLayout Layout, ulong Model, uint ColumnsCheck, uint CodesCheck)
{
    private const int CheckAt = SegmentLayout.HeaderLength - sizeof(uint);

    /// <summary>The checksum of the header.</summary>
    public uint Check => BinaryPrimitives.ReadUInt32LittleEndian(ToBytes().AsSpan(CheckAt));

    public byte[] ToBytes()
    {
        var bytes = new byte[SegmentLayout.HeaderLength];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, SegmentLayout.Magic);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), SegmentLayout.Version);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), Layout.Dimension);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(16), Layout.Count);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(24), Model);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(32), ColumnsCheck);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(36), CodesCheck);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(CheckAt), Checksum.Crc32C(bytes.AsSpan(0, CheckAt)));
        return bytes;
    }

    /// <summary>Reads a header back; null if its bytes are not those of a whole header of this version.</summary>
    public static SegmentHeader? FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < SegmentLayout.HeaderLength ||
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[CheckAt..]) != Checksum.Crc32C(bytes[..CheckAt]) ||
            BinaryPrimitives.ReadUInt64LittleEndian(bytes) != SegmentLayout.Magic ||
            BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]) != SegmentLayout.Version)
        {
            return null;
        }

        return new SegmentHeader(
            new SegmentLayout((int)BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]), BinaryPrimitives.ReadInt32LittleEndian(bytes[12..])),
            BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[32..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[36..]));
    }
}
