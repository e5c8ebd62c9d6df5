using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace TextSeg.Engine.Vectors;

/// <summary>A segment file mapped into memory. Ids, scales and codes are checked when it is opened, a vector whenever it is read.</summary>
internal sealed unsafe class Segment : IDisposable
{
    private readonly string _path;
    private readonly MemoryMappedFile _file;
    private readonly SafeFileHandle _handle;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;
    private readonly SegmentLayout _layout;

    private Segment(string path, SegmentLayout layout, MemoryMappedFile file, SafeFileHandle handle)
    {
        _handle = handle;
        _path = path;
        _layout = layout;
        _file = file;
        _view = file.CreateViewAccessor(0, layout.Length, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
    }

    public int Count => _layout.Count;

    /// <summary>The ids of the rows, rising.</summary>
    public ReadOnlySpan<long> Ids => new(_start + SegmentLayout.IdsAt, Count);

    /// <summary>What a code is multiplied with, per row.</summary>
    public ReadOnlySpan<float> Scales => new(_start + _layout.ScalesAt, Count);

    /// <summary>The length of the difference between vector and scaled codes, per row.</summary>
    public ReadOnlySpan<float> Errors => new(_start + _layout.ErrorsAt, Count);

    /// <exception cref="VectorStoreException">The file is not there, cut, damaged, or of another model.</exception>
    public static Segment Open(string path, SegmentEntry entry, string modelId, int dimension)
    {
        var layout = new SegmentLayout(entry.Count, dimension);
        if (!File.Exists(path))
        {
            throw Damaged(path, "missing");
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        if (stream.Length != layout.Length)
        {
            throw Damaged(path, $"{stream.Length} bytes long instead of {layout.Length}");
        }

        var bytes = new byte[SegmentLayout.HeaderLength];
        stream.ReadExactly(bytes);
        var header = SegmentHeader.FromBytes(bytes);
        if (header is null || header.Check != entry.HeaderCheck || header.Layout != layout || header.Model != SegmentLayout.HashOf(modelId))
        {
            throw Damaged(path, "damaged in its header");
        }

        var segment = new Segment(path, layout, MemoryMappedFile.CreateFromFile(
            stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false), File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        if (segment.ColumnsCheck() != header.ColumnsCheck || segment.CodesCheck() != header.CodesCheck)
        {
            segment.Dispose();
            throw Damaged(path, "damaged");
        }

        segment.Rest();
        return segment;
    }

    /// <summary>A row's vector in whole numbers.</summary>
    public ReadOnlySpan<sbyte> CodesOf(int row) => new(_start + _layout.CodesAt + ((long)row * _layout.Dimension), _layout.Dimension);

    /// <summary>A row's vector.</summary>
    /// <exception cref="VectorStoreException">Its bytes are not those that were stored.</exception>
    public ReadOnlySpan<float> VectorOf(int row)
    {
        var vector = new ReadOnlySpan<float>(_start + _layout.VectorsAt + (4L * row * _layout.Dimension), _layout.Dimension);
        var check = new ReadOnlySpan<uint>(_start + _layout.ChecksAt, Count)[row];
        return Checksum.OfRow(Ids[row], vector) == check ? vector : throw Damaged(_path, $"damaged in row {row}");
    }

    /// <summary>Reads a row's vector past the mapping: a few rows far apart would bring all their surroundings into the program's memory.</summary>
    /// <exception cref="VectorStoreException">Its bytes are not those that were stored.</exception>
    public void ReadVector(int row, Span<float> vector)
    {
        var read = RandomAccess.Read(_handle, MemoryMarshal.AsBytes(vector), _layout.VectorsAt + (4L * row * _layout.Dimension));
        var check = new ReadOnlySpan<uint>(_start + _layout.ChecksAt, Count)[row];
        if (read != 4 * vector.Length || Checksum.OfRow(Ids[row], vector) != check)
        {
            throw Damaged(_path, $"damaged in row {row}");
        }
    }

    /// <summary>Gives the memory of what was read back.</summary>
    public void Rest() => MappedPages.Rest(_view);

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
        _handle.Dispose();
    }

    private static VectorStoreException Damaged(string path, string how) =>
        new($"The vector segment {path} is {how}; delete its folder and mine again to make the vectors anew.");

    private uint ColumnsCheck() => Checksum.Crc32C(new ReadOnlySpan<byte>(_start + SegmentLayout.IdsAt, (int)(_layout.ColumnsEnd - SegmentLayout.IdsAt)));

    private uint CodesCheck()
    {
        const int RowsAtOnce = 4096;
        uint check = 0;
        for (var row = 0; row < Count; row += RowsAtOnce)
        {
            var length = Math.Min(RowsAtOnce, Count - row) * _layout.Dimension;
            check = Checksum.Crc32C(new ReadOnlySpan<byte>(_start + _layout.CodesAt + ((long)row * _layout.Dimension), length), check);
        }

        return check;
    }
}
