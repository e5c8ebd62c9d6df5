using System.Runtime.InteropServices;

namespace TextSeg.Mining.Neighbors;

/// <summary>
/// The dot products of up to <see cref="Side"/> rows with up to as many columns.
/// The columns are packed once, in panels that stay in the first-level cache, and met by many tiles of rows. One thread's own.
/// </summary>
internal sealed unsafe class ScoreTile : IDisposable
{
    /// <summary>Rows and columns of a tile, a whole number of panels: its columns, rows and scores fit a second-level cache of 1 MB at 256 numbers a row.</summary>
    public const int Side = 256;

    private const nuint Alignment = 64;
    private readonly int _dimension;
    private readonly float* _packed;
    private readonly float* _tail;

    /// <param name="dimension">Numbers in a row.</param>
    public ScoreTile(int dimension)
    {
        _dimension = dimension;
        _packed = Allocate(Side * (nuint)dimension);
        _tail = Allocate(ScoreKernel.Rows * (nuint)dimension);
        Scores = Allocate(Side * Side);
    }

    /// <summary>The products of the last <see cref="Compute"/>: the one of row r and column c lies at r × <see cref="Side"/> + c.</summary>
    public float* Scores { get; }

    /// <summary>Packs the columns that the next computations meet; absent columns of the last panel are zero.</summary>
    /// <param name="table">Where the columns lie as rows.</param>
    /// <param name="start">The first of them.</param>
    /// <param name="count">How many, at most <see cref="Side"/>.</param>
    public void Pack(VectorTable table, int start, int count)
    {
        var padded = (count + ScoreKernel.Columns - 1) / ScoreKernel.Columns * ScoreKernel.Columns;
        for (var column = 0; column < padded; column++)
        {
            var target = _packed + PanelOffset(column) + (column % ScoreKernel.Columns);
            var source = column < count ? table[start + column] : default;
            for (var i = 0; i < _dimension; i++)
            {
                target[i * (nint)ScoreKernel.Columns] = column < count ? source[i] : 0;
            }
        }
    }

    /// <summary>Fills <see cref="Scores"/> with the products of rows and packed columns.</summary>
    /// <param name="table">Where the rows lie.</param>
    /// <param name="start">The first of them.</param>
    /// <param name="count">How many, at most <see cref="Side"/>.</param>
    /// <param name="columns">How many columns were packed.</param>
    public void Compute(VectorTable table, int start, int count, int columns)
    {
        fixed (float* values = &MemoryMarshal.GetArrayDataReference(table.Values))
        {
            var rows = values + (start * (nint)_dimension);
            var whole = count / ScoreKernel.Rows * ScoreKernel.Rows;
            if (whole < count)
            {
                new Span<float>(_tail, ScoreKernel.Rows * _dimension).Clear();
                new Span<float>(rows + (whole * (nint)_dimension), (count - whole) * _dimension).CopyTo(new Span<float>(_tail, ScoreKernel.Rows * _dimension));
            }

            for (var column = 0; column < columns; column += ScoreKernel.Columns)
            {
                var panel = _packed + PanelOffset(column);
                for (var row = 0; row < count; row += ScoreKernel.Rows)
                {
                    var first = row < whole ? rows + (row * (nint)_dimension) : _tail;
                    ScoreKernel.Score(first, panel, _dimension, Scores + (row * Side) + column, Side);
                }
            }
        }
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(_packed);
        NativeMemory.AlignedFree(_tail);
        NativeMemory.AlignedFree(Scores);
    }

    private static float* Allocate(nuint count) => (float*)NativeMemory.AlignedAlloc(count * sizeof(float), Alignment);

    private nint PanelOffset(int column) => column / ScoreKernel.Columns * (nint)ScoreKernel.Columns * _dimension;
}
