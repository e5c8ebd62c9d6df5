using System.IO.MemoryMappedFiles;
using TextSeg.Engine.Vectors;
using TextSeg.Mining;
using TextSeg.Mining.Neighbors.InvertedFile;

namespace TextSeg.Engine.Topics.Placement;

/// <summary>An index whose rows lie in a mapped file.</summary>
internal sealed class MappedPlacementIndex(MemoryMappedFile file, MemoryMappedViewAccessor view) : IDisposable
{
    private const int CheckedAtOnce = 1 << 20;
    private MappedMemory<float>? _scales;
    private MappedMemory<sbyte>? _codes;

    /// <summary>What is taken away from vectors before they are compared.</summary>
    public LanguageMeanTable Means { get; set; } = null!;

    /// <summary>The index.</summary>
    public NeighborIndexState State { get; private set; } = null!;

    /// <summary>Lays the rows of the lists over the file.</summary>
    public void Map(PlacementIndexHead head, long scalesAt, long codesAt)
    {
        var dimension = head.Centres.Dimension;
        _scales = new MappedMemory<float>(view, scalesAt, head.Rows);
        _codes = new MappedMemory<sbyte>(view, codesAt, checked(head.Rows * dimension));
        var lists = new StoredList[head.Ids.Length];
        var first = 0;
        for (var list = 0; list < lists.Length; list++)
        {
            var count = head.Ids[list].Length;
            lists[list] = new StoredList(head.Ids[list], new QuantizedRows(dimension, _scales.Memory.Slice(first, count), _codes.Memory.Slice(first * dimension, count * dimension)), head.Limits[list]);
            first += count;
        }

        State = new NeighborIndexState(head.Centres, lists, head.Fit, head.Changes);
    }

    /// <summary>The checksum of a part of the file.</summary>
    public uint Check(long from, long end)
    {
        uint check = 0;
        for (var at = from; at < end; at += CheckedAtOnce)
        {
            using var part = new MappedMemory<byte>(view, at, (int)Math.Min(CheckedAtOnce, end - at));
            check = Checksum.Crc32C(part.GetSpan(), check);
        }

        return check;
    }

    public void Dispose()
    {
        ((IDisposable?)_scales)?.Dispose();
        ((IDisposable?)_codes)?.Dispose();
        view.Dispose();
        file.Dispose();
    }
}
