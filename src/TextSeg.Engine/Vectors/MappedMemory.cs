using System.Buffers;
using System.IO.MemoryMappedFiles;

namespace TextSeg.Engine.Vectors;

/// <summary>Part of a mapped file as memory. Valid until disposed, and the view outlives it.</summary>
internal sealed unsafe class MappedMemory<T> : MemoryManager<T>
    where T : unmanaged
{
    private readonly MemoryMappedViewAccessor _view;
    private readonly int _length;
    private byte* _start;

    /// <param name="view">The mapped file.</param>
    /// <param name="offset">Where the part begins, in bytes; a multiple of the size of a <typeparamref name="T"/>.</param>
    /// <param name="length">How many <typeparamref name="T"/> it holds.</param>
    public MappedMemory(MemoryMappedViewAccessor view, long offset, int length)
    {
        _view = view;
        _length = length;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        _start += view.PointerOffset + offset;
    }

    public override Span<T> GetSpan()
    {
        ObjectDisposedException.ThrowIf(_start == null, this);
        return new Span<T>(_start, _length);
    }

    public override MemoryHandle Pin(int elementIndex = 0) => new((T*)_start + elementIndex);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (_start != null)
        {
            _start = null;
            _view.SafeMemoryMappedViewHandle.ReleasePointer();
        }
    }
}
