using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace TextSeg.Engine;

/// <summary>Hashes of texts that are the same on every machine and in every run: the first bytes of SHA-256 over UTF-16, little endian.</summary>
public static class ContentHash
{
    /// <summary>64 bits, for keys within one workspace.</summary>
    public static long Of(ReadOnlySpan<char> text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text), hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }

    /// <summary>128 bits, for identities that are never checked against the text again.</summary>
    public static UInt128 Of128(ReadOnlySpan<char> text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
