using System.Buffers;
using System.Numerics.Tensors;
using Microsoft.ML.OnnxRuntime;

namespace TextSeg.Nlp.Classifiers;

/// <summary>
/// What a model knows of texts before it reads its heads, a row each: sums and maxima over the tokens, and what stands first. The summary of texts one after the other
/// follows from theirs (Agarwal et al. 2012, "Mergeable Summaries", section 1).
/// </summary>
internal sealed class SummaryTable : IDisposable
{
    /// <summary>A product of one row is reckoned in another order than one of several, so never one row alone is read.</summary>
    public const int FewestAtOnce = 2;
    private const int Maxima = 1, First = 2, Letters = 3; // the others are added

    // Of its own: the shared pool keeps arrays for each thread that ever rented one.
    private static readonly ArrayPool<float> Pool = ArrayPool<float>.Create(maxArrayLength: 1 << 24, maxArraysPerBucket: Environment.ProcessorCount);
    private readonly int[] _widths;
    private readonly float[][] _cells;

    /// <param name="rows">Number of texts.</param>
    /// <param name="widths">Numbers of a text, in the order of <see cref="NamesOf"/>: three, or with letters four.</param>
    public SummaryTable(int rows, int[] widths)
    {
        (Rows, _widths) = (rows, widths);
        _cells = [.. widths.Select(width => Pool.Rent((rows + FewestAtOnce - 1) * width))];
    }

    /// <summary>The names of what a graph knows of a text's tokens: numbers that are added, numbers of which the largest counts, and those of the first text.</summary>
    public static string[] Known { get; } = ["sums", "maxima", "first"];

    /// <summary>The names of so many tables: <see cref="Known"/> and, as the fourth, what the letters say, which is added too.</summary>
    public static string[] NamesOf(int tables) => tables == Known.Length ? Known : [.. Known, "letters"];

    /// <summary>Number of texts.</summary>
    public int Rows { get; }

    /// <summary>Some rows of each table, in place; the caller disposes them.</summary>
    public OrtValue[] Slice(int first, int rows) => [.. _widths.Select((width, at) =>
        OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, _cells[at].AsMemory(first * width, rows * width), [rows, width]))];

    /// <summary>The numbers of the letters of a text, to be written.</summary>
    public Span<float> LettersOf(int row) => Row(Letters, row);

    /// <summary>Writes the summary of texts one after the other into a row.</summary>
    /// <param name="row">Not one of the texts'.</param>
    /// <param name="texts">Rows of the texts, at least one.</param>
    public void Join(int row, ReadOnlySpan<int> texts)
    {
        for (var at = 0; at < _cells.Length; at++)
        {
            var whole = Row(at, row);
            Row(at, texts[0]).CopyTo(whole);
            foreach (var text in at == First ? [] : texts[1..])
            {
                if (at == Maxima)
                {
                    TensorPrimitives.Max(whole, Row(at, text), whole);
                }
                else
                {
                    TensorPrimitives.Add(whole, Row(at, text), whole);
                }
            }
        }
    }

    public void Dispose() => Array.ForEach(_cells, cells => Pool.Return(cells));

    private Span<float> Row(int at, int row) => _cells[at].AsSpan(row * _widths[at], _widths[at]);
}
