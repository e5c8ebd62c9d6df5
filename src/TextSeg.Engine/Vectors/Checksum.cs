using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace TextSeg.Engine.Vectors;

/// <summary>CRC-32C (Castagnoli; RFC 3720, appendix B.4), in one instruction per eight bytes where the machine has it.</summary>
internal static class Checksum
{
    /// <summary>The checksum of bytes that follow others; start with 0.</summary>
    public static uint Crc32C(ReadOnlySpan<byte> bytes, uint before = 0)
    {
        var crc = ~before;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            crc = BitOperations.Crc32C(crc, BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word));
        }

        foreach (var rest in bytes[(words.Length * sizeof(ulong))..])
        {
            crc = BitOperations.Crc32C(crc, rest);
        }

        return ~crc;
    }

    /// <summary>The checksum of a vector together with the id it belongs to, so that an exchanged row is seen.</summary>
    public static uint OfRow(long id, ReadOnlySpan<float> row) =>
        Crc32C(MemoryMarshal.AsBytes(row), Crc32C(MemoryMarshal.AsBytes([id])));
}
