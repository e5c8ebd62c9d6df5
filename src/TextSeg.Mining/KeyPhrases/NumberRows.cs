using System.Runtime.InteropServices;

namespace TextSeg.Mining.KeyPhrases;

/// <summary>
/// Whole numbers, a list of them for each row, in the order in which rows are added: in memory, or in a file, of which only a small part is in memory then.
/// Only one thread may read at a time.
/// </summary>
/// <param name="file">An empty file to keep them in; null for memory. Closed with this.</param>
internal sealed class NumberRows(Stream? file) : IDisposable
{
    private const int ReadAhead = 1 << 15;
    private readonly List<int> _inMemory = [];
    private readonly List<long> _starts = [0];
    private int[] _window = [];
    private (long First, int Count) _held;
    private int _lastRow = -2;

    /// <summary>Number of rows.</summary>
    public int Count => _starts.Count - 1;

    /// <summary>Adds the next row; all are added before one is read.</summary>
    public void Add(ReadOnlySpan<int> numbers)
    {
        if (file is null)
        {
            _inMemory.AddRange(numbers);
        }
        else
        {
            Hold(numbers);
        }

        _starts.Add(_starts[^1] + numbers.Length);
    }

    /// <summary>The numbers of a row, until another row is read.</summary>
    public ReadOnlySpan<int> this[int row]
    {
        get
        {
            var (first, count) = (_starts[row], (int)(_starts[row + 1] - _starts[row]));
            if (file is null)
            {
                return CollectionsMarshal.AsSpan(_inMemory).Slice((int)first, count);
            }

            if (first < _held.First || first + count > _held.First + _held.Count)
            {
                Read(file, first, row == _lastRow + 1 ? Math.Max(count, ReadAhead) : count);
            }

            _lastRow = row;
            return _window.AsSpan((int)(first - _held.First), count);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file?.Dispose();

    /// <summary>Numbers wait in memory until they fill the window.</summary>
    private void Hold(ReadOnlySpan<int> numbers)
    {
        _inMemory.AddRange(numbers);
        if (_inMemory.Count >= ReadAhead)
        {
            Flush();
        }
    }

    private void Flush()
    {
        file!.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_inMemory)));
        _inMemory.Clear();
    }

    private void Read(Stream from, long first, int count)
    {
        if (_inMemory.Count > 0)
        {
            Flush();
        }

        count = (int)Math.Min(count, _starts[^1] - first);
        if (_window.Length < count)
        {
            _window = new int[count];
        }

        from.Position = first * sizeof(int);
        from.ReadExactly(MemoryMarshal.AsBytes(_window.AsSpan(0, count)));
        _held = (first, count);
    }
}
