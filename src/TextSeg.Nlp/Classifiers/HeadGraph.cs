using Microsoft.ML.OnnxRuntime;
using TextSeg.Nlp.Inference;
using TextSeg.Nlp.ModelFiles;

namespace TextSeg.Nlp.Classifiers;

/// <summary>An ONNX graph that reads the heads from summaries of texts.</summary>
internal sealed class HeadGraph : IDisposable
{
    private readonly InferenceSession _session;
    private readonly HeadTables _heads;
    private readonly string[] _names;

    /// <param name="path">The graph's file.</param>
    /// <param name="widths">Numbers of a summary, in the order of <see cref="SummaryTable.NamesOf"/>.</param>
    /// <param name="heads">What it gives.</param>
    /// <exception cref="InvalidModelException">The graph cannot be loaded, or does not fit the summaries or the heads.</exception>
    public HeadGraph(string path, int[] widths, HeadTables heads)
    {
        (_session, _heads, _names) = (TokenGraph.Open(path), heads, SummaryTable.NamesOf(widths.Length));
        try
        {
            var fits = _names.Zip(widths).All(pair => _session.InputMetadata.GetValueOrDefault(pair.First)?.Dimensions is [_, var width] && width == pair.Second);
            if (!fits || _session.InputMetadata.Count != widths.Length)
            {
                throw new InvalidModelException($"{path} does not take the summaries {string.Join(", ", _names.Zip(widths, (name, width) => $"'{name}' of {width} numbers"))}; export both graphs of the model together.");
            }

            heads.Require(path, _session.OutputMetadata);
        }
        catch (InvalidModelException)
        {
            _session.Dispose();
            throw;
        }
    }

    /// <summary>Readings of the texts in some rows of a table, in order.</summary>
    /// <exception cref="InvalidModelException">The weights gave a number that is not finite, or a table of another shape.</exception>
    public TextReading[] Read(SummaryTable table, int first, int texts)
    {
        var rows = Math.Max(texts, SummaryTable.FewestAtOnce);
        var inputs = table.Slice(first, rows);
        try
        {
            using var options = new RunOptions();
            using var values = _session.Run(options, _names, inputs, _heads.Outputs);
            return _heads.Read(values, rows, texts);
        }
        finally
        {
            Array.ForEach(inputs, input => input.Dispose());
        }
    }

    public void Dispose() => _session.Dispose();
}
