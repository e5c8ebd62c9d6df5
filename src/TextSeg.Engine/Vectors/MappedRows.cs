using System.IO.MemoryMappedFiles;
using TextSeg.Engine.Storage;
using TextSeg.Mining;

namespace TextSeg.Engine.Vectors;

/// <summary>
/// Shortened rows in a file of their own, mapped into memory: the system may take their pages back whenever memory is short, so they do not count as the program's own.
/// Numbers are little-endian: magic 8 bytes, rows 4, dimension 4, zeros to 64; then one scale of 4 bytes a row, padded to a multiple of 64; then the codes.
/// A file holds up to 2³¹ numbers.
/// </summary>
public sealed class MappedRows : IDisposable
{
    private const long Magic = 0x3153_574F_5253_5854;
    private const int Alignment = 64;
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly MappedMemory<float> _scales;
    private readonly MappedMemory<sbyte> _codes;

    private MappedRows(MemoryMappedFile file, int count, int dimension)
    {
        _file = file;
        _view = file.CreateViewAccessor(0, Length(count, dimension));
        _scales = new MappedMemory<float>(_view, Alignment, count);
        _codes = new MappedMemory<sbyte>(_view, CodesAt(count), checked(count * dimension));
        Rows = new QuantizedRows(dimension, _scales.Memory, _codes.Memory);
    }

    /// <summary>The rows; not to be used after <see cref="Dispose"/>.</summary>
    public QuantizedRows Rows { get; }

    /// <summary>Makes a file of rows of zeros, to be set; one of that name is replaced.</summary>
    public static MappedRows Create(string path, int count, int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        File.Delete(path);
        var rows = new MappedRows(MemoryMappedFile.CreateFromFile(path, FileMode.CreateNew, null, Length(count, dimension)), count, dimension);
        rows._view.Write(0, Magic);
        rows._view.Write(8, count);
        rows._view.Write(12, dimension);
        return rows;
    }

    /// <summary>Makes rows of zeros, to be set, in a file without a name: it is gone with this, also by a kill.</summary>
    public static MappedRows Unnamed(string folder, int count, int dimension)
    {
        var file = ScratchFile.Open(folder);
        return new MappedRows(MemoryMappedFile.CreateFromFile(file, null, Length(count, dimension), MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: false), count, dimension);
    }

    /// <summary>Opens a file made before.</summary>
    /// <exception cref="VectorStoreException">It is missing, cut, or something else.</exception>
    public static MappedRows Open(string path)
    {
        var start = new byte[16];
        if (File.Exists(path) && new FileInfo(path).Length > Alignment)
        {
            using var stream = File.OpenRead(path);
            stream.ReadExactly(start);
        }

        var (count, dimension) = (BitConverter.ToInt32(start, 8), BitConverter.ToInt32(start, 12));
        if (BitConverter.ToInt64(start, 0) != Magic || count < 0 || dimension < 1 || new FileInfo(path).Length != Length(count, dimension))
        {
            throw new VectorStoreException($"{path} does not hold whole rows of vectors; delete it and run again.");
        }

        return new MappedRows(MemoryMappedFile.CreateFromFile(path, FileMode.Open), count, dimension);
    }

    /// <summary>Writes what was set to the disk.</summary>
    public void Flush() => _view.Flush();

    /// <summary>Says that the rows are not needed for a while: on Linux they leave the memory of the program at once, and come back when they are read.</summary>
    public void Rest() => MappedPages.Rest(_view);

    public void Dispose()
    {
        ((IDisposable)_scales).Dispose();
        ((IDisposable)_codes).Dispose();
        _view.Dispose();
        _file.Dispose();
    }

    private static long CodesAt(int count) => Alignment + (((4L * count) + Alignment - 1) / Alignment * Alignment);

    // One byte more than the codes, as a file without any byte cannot be mapped.
    private static long Length(int count, int dimension) => CodesAt(count) + ((long)count * dimension) + 1;
}
