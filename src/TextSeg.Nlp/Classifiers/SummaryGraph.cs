using TextSeg.Nlp.Inference;
using TextSeg.Nlp.ModelFiles;

namespace TextSeg.Nlp.Classifiers;

/// <summary>
/// Two ONNX graphs: one sums the tokens of each text up, the other reads the heads from such summaries. A whole is read from the summary that those of its
/// sentences make, so each token goes through the first graph once. What the letters of the words say goes beside.
/// </summary>
internal sealed class SummaryGraph : IClassifierGraph
{
    private const int RowsAtOnce = 256;
    private readonly TokenGraph _tokens;
    private readonly HeadGraph _heads;
    private readonly LetterTable? _letters;
    private readonly int[] _widths;

    /// <exception cref="InvalidModelException">A graph cannot be loaded, they do not fit each other, or the outputs do not fit the heads.</exception>
    public SummaryGraph(string summary, string weights, HeadTables heads, LetterTable? letters, int mostAtOnce)
    {
        (_tokens, _letters) = (new TokenGraph(summary, mostAtOnce), letters);
        try
        {
            int[] beside = letters is null ? [] : [LetterTable.Width];
            _widths = [.. SummaryTable.Known.Select(name => _tokens.ShapeOf(name) is [_, > 0 and var width]
                ? width
                : throw new InvalidModelException($"{summary} gives no table of texts × numbers as '{name}'; a summary needs {string.Join(", ", SummaryTable.Known)}.")), .. beside];
            _heads = new HeadGraph(weights, _widths, heads);
        }
        catch (InvalidModelException)
        {
            _tokens.Dispose();
            throw;
        }
    }

    public bool ReadsWholes => true;

    public TextReading[] Run(IReadOnlyList<TokenBatch> batches, int texts, IReadOnlyList<WholeText> wholes, ParallelOptions limit)
    {
        var (firsts, rowOf, rows) = (new int[batches.Count], new int[texts], 0);
        for (var batch = 0; batch < batches.Count; batch++)
        {
            firsts[batch] = rows;
            foreach (var same in batches[batch].Rows)
            {
                Array.ForEach(same, text => rowOf[text] = rows);
                rows++;
            }
        }

        using var table = new SummaryTable(rows + wholes.Count, _widths);
        Parallel.For(0, batches.Count, limit, batch => SumUp(batches[batch], table, firsts[batch]));
        Parallel.For(0, wholes.Count, limit, whole => table.Join(rows + whole, rowOf.AsSpan(wholes[whole].First, wholes[whole].Count)));
        var readings = new TextReading[table.Rows];
        Parallel.For(0, (table.Rows + RowsAtOnce - 1) / RowsAtOnce, limit, chunk =>
        {
            var first = chunk * RowsAtOnce;
            _heads.Read(table, first, Math.Min(RowsAtOnce, table.Rows - first)).CopyTo(readings, first);
        });
        return [.. rowOf.Select(row => readings[row]), .. readings[rows..]];
    }

    public void Dispose()
    {
        _tokens.Dispose();
        _heads.Dispose();
    }

    private void SumUp(TokenBatch batch, SummaryTable table, int first)
    {
        var places = table.Slice(first, batch.Sequences.Length);
        try
        {
            _tokens.Run(batch, SummaryTable.Known, places[..SummaryTable.Known.Length]);
        }
        finally
        {
            Array.ForEach(places, place => place.Dispose());
        }

        for (var text = 0; _letters is not null && text < batch.Sequences.Length; text++)
        {
            _letters.Sum(batch.Sequences[text], table.LettersOf(first + text));
        }
    }
}
