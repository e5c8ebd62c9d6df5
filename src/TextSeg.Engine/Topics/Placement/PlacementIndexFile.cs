using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using TextSeg.Engine.Vectors;
using TextSeg.Mining.Neighbors.InvertedFile;

namespace TextSeg.Engine.Topics.Placement;

/// <summary>
/// The index of a run's texts in a file of the data folder. It can be made anew at any time, so a file that is cut, damaged, of another version, run or model counts as not there.
/// Little-endian: magic 8 bytes, length of the head 4, CRC-32C of head and body 4 each, zeros to 64; the head: run, model, means, lists, ids; on a multiple of 64 the body:
/// the scales of all lists and, on the next multiple, their codes, which are mapped into memory.
/// </summary>
internal static class PlacementIndexFile
{
    /// <summary>Ends with the version of the layout.</summary>
    private const ulong Magic = 0x3130_5844_4E49_5354;
    private const int Alignment = 64;

    /// <summary>Writes an index, whole or not at all.</summary>
    public static void Write(string path, string key, LanguageMeanTable means, NeighborIndexState state) => DurableFile.Write(path, file =>
    {
        var head = Head(key, means, state);
        var rows = state.Lists.Sum(list => list.Ids.Length);
        var (at, check) = (Aligned(Alignment + head.Length), 0u);
        var scales = new float[rows];
        var row = 0;
        foreach (var list in state.Lists)
        {
            for (var place = 0; place < list.Ids.Length; place++)
            {
                scales[row++] = list.Rows.ScaleOf(place);
            }
        }

        Append(MemoryMarshal.AsBytes(scales.AsSpan()));
        Append(new byte[Aligned(at) - at]);
        var codes = new byte[Math.Max(1, state.Lists.Max(list => list.Ids.Length)) * state.Centres.Dimension];
        foreach (var list in state.Lists)
        {
            for (var place = 0; place < list.Ids.Length; place++)
            {
                MemoryMarshal.AsBytes(list.Rows.CodesOf(place)).CopyTo(codes.AsSpan(place * state.Centres.Dimension));
            }

            Append(codes.AsSpan(0, list.Ids.Length * state.Centres.Dimension));
        }

        RandomAccess.Write(file, head, Alignment);
        RandomAccess.Write(file, Start(head, check), 0);

        void Append(ReadOnlySpan<byte> bytes)
        {
            RandomAccess.Write(file, bytes, at);
            check = Checksum.Crc32C(bytes, check);
            at += bytes.Length;
        }
    });

    /// <summary>Opens an index; null where there is none of this key.</summary>
    public static MappedPlacementIndex? TryOpen(string path, string key)
    {
        if (!File.Exists(path) || new FileInfo(path).Length < Alignment)
        {
            return null;
        }

        var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        var view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        var opened = new MappedPlacementIndex(file, view);
        if (Read(new FileInfo(path).Length, view, key, opened))
        {
            return opened;
        }

        opened.Dispose();
        return null;
    }

    /// <summary>The key of an index; null where there is none that is whole.</summary>
    public static string? TryReadKey(string path)
    {
        if (!File.Exists(path) || new FileInfo(path).Length < Alignment)
        {
            return null;
        }

        using var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        using var view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        using var reader = HeadOf(view, new FileInfo(path).Length);
        return reader?.ReadString();
    }

    private static bool Read(long length, MemoryMappedViewAccessor view, string key, MappedPlacementIndex opened)
    {
        using var reader = HeadOf(view, length);
        if (reader?.ReadString() != key)
        {
            return false;
        }

        opened.Means = LanguageMeanTable.Read(reader);
        var shape = PlacementIndexHead.Read(reader);
        var body = Aligned(Alignment + view.ReadInt32(8));
        var codesAt = Aligned(body + (4L * shape.Rows));
        if (codesAt + ((long)shape.Rows * shape.Centres.Dimension) != length)
        {
            return false;
        }

        opened.Map(shape, body, codesAt);
        return opened.Check(body, length) == view.ReadUInt32(16);
    }

    // Null where it is cut, damaged or of another version.
    private static BinaryReader? HeadOf(MemoryMappedViewAccessor view, long length)
    {
        if (view.ReadUInt64(0) != Magic || view.ReadInt32(8) is not (> 0 and var headLength) || Alignment + (long)headLength > length)
        {
            return null;
        }

        var head = new byte[headLength];
        view.ReadArray(Alignment, head, 0, headLength);
        return Checksum.Crc32C(head) == view.ReadUInt32(12) ? new BinaryReader(new MemoryStream(head)) : null;
    }

    private static byte[] Head(string key, LanguageMeanTable means, NeighborIndexState state)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(key);
        means.Write(writer);
        PlacementIndexHead.Write(writer, state);
        writer.Flush();
        return bytes.ToArray();
    }

    private static byte[] Start(byte[] head, uint bodyCheck)
    {
        var start = new byte[Alignment];
        BitConverter.TryWriteBytes(start, Magic);
        BitConverter.TryWriteBytes(start.AsSpan(8), head.Length);
        BitConverter.TryWriteBytes(start.AsSpan(12), Checksum.Crc32C(head));
        BitConverter.TryWriteBytes(start.AsSpan(16), bodyCheck);
        return start;
    }

    private static long Aligned(long at) => (at + Alignment - 1) / Alignment * Alignment;
}
