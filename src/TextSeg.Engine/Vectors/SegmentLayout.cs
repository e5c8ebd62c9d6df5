using System.Security.Cryptography;
using System.Text;

namespace TextSeg.Engine.Vectors;

/// <summary>
/// Where things lie in a segment file. All numbers are little-endian.
/// Header of 64 bytes: magic 8, version 4, dimension 4, count 8, model 8, checksum of the columns 4, checksum of the codes 4, zeros, checksum of the header 4.
/// Then, of count rows with rising ids: ids (8 bytes), scales (4), errors (4), checksums of id and vector (4); codes (one signed byte a number); vectors (4 bytes a number).
/// Codes and vectors begin at a multiple of 64. A vector's number is about its code times the row's scale; error is the length of the difference.
/// </summary>
internal readonly record struct SegmentLayout(int Count, int Dimension)
{
    public const ulong Magic = 0x3143_4556_4745_5354;
    public const int Version = 1;
    public const int HeaderLength = 64;
    private const int Alignment = 64;

    public static long IdsAt => HeaderLength;

    public long ScalesAt => IdsAt + (8L * Count);

    public long ErrorsAt => ScalesAt + (4L * Count);

    public long ChecksAt => ErrorsAt + (4L * Count);

    public long ColumnsEnd => ChecksAt + (4L * Count);

    public long CodesAt => Aligned(ColumnsEnd);

    public long CodesEnd => CodesAt + ((long)Count * Dimension);

    public long VectorsAt => Aligned(CodesEnd);

    public long Length => VectorsAt + (4L * Count * Dimension);

    /// <summary>The first eight bytes of the model id's SHA-256, which keep segments of two models apart.</summary>
    public static ulong HashOf(string modelId) => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(modelId)));

    private static long Aligned(long offset) => (offset + Alignment - 1) / Alignment * Alignment;
}
