using TextSeg.Nlp.Inference;
using TextSeg.Nlp.ModelFiles;

namespace TextSeg.Nlp.Classifiers;

/// <summary>One ONNX graph: token ids in, for each head a table of texts × labels out.</summary>
internal sealed class ClassifierGraph : IClassifierGraph
{
    private readonly TokenGraph _graph;
    private readonly HeadTables _heads;

    /// <exception cref="InvalidModelException">The graph cannot be loaded, or its outputs do not fit the heads.</exception>
    public ClassifierGraph(string path, HeadTables heads, int mostAtOnce)
    {
        _graph = new TokenGraph(path, mostAtOnce);
        _heads = heads;
        try
        {
            heads.Require(path, _graph.Outputs);
        }
        catch (InvalidModelException)
        {
            _graph.Dispose();
            throw;
        }
    }

    public bool ReadsWholes => false;

    public TextReading[] Run(IReadOnlyList<TokenBatch> batches, int texts, IReadOnlyList<WholeText> wholes, ParallelOptions limit)
    {
        var readings = new TextReading[texts];
        Parallel.ForEach(batches, limit, batch =>
        {
            using var values = _graph.Run(batch, _heads.Outputs);
            foreach (var (reading, rows) in _heads.Read(values, batch.Sequences.Length, batch.Sequences.Length).Zip(batch.Rows))
            {
                foreach (var row in rows)
                {
                    readings[row] = reading;
                }
            }
        });
        return readings;
    }

    public void Dispose() => _graph.Dispose();
}
