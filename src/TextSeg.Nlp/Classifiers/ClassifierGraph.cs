using TextSeg.Nlp.Inference;
using TextSeg.Nlp.ModelFiles;

namespace TextSeg.Nlp.Classifiers;

/// <summary>A classifier's ONNX graph: token ids in, for each head a table of texts × labels out.</summary>
internal sealed class ClassifierGraph : IDisposable
{
    private readonly TokenGraph _graph;
    private readonly string[] _outputs;
    private readonly HeadCalibration[] _calibrations;
    private readonly IReadOnlyList<HeadCard> _heads;

    public ClassifierGraph(string path, IReadOnlyList<HeadCard> heads)
    {
        _graph = new TokenGraph(path);
        _heads = heads;
        _outputs = [.. heads.Select(head => head.Output ?? head.Name)];
        _calibrations = [.. heads.Select(head => new HeadCalibration(head))];
        if (heads.Zip(_outputs, FaultOf).OfType<string>().FirstOrDefault() is { } fault)
        {
            _graph.Dispose();
            throw new InvalidModelException($"{path} {fault}; correct the heads in {ModelFolder.CardFile}.");
        }
    }

    /// <summary>The readings of a batch's sequences, in order.</summary>
    /// <exception cref="InvalidModelException">The weights gave a number that is not finite, or a table of another shape.</exception>
    public TextReading[] Run(TokenBatch batch)
    {
        using var values = _graph.Run(batch, _outputs);
        var tables = new float[_heads.Count][][];
        for (var head = 0; head < _heads.Count; head++)
        {
            var labels = _heads[head].Labels.Count;
            var numbers = values[head].GetTensorDataAsSpan<float>();
            if (numbers.Length != batch.Sequences.Length * labels)
            {
                throw new InvalidModelException($"The output '{_outputs[head]}' gave {numbers.Length} numbers for {batch.Sequences.Length} texts and {labels} labels; correct the labels in {ModelFolder.CardFile}.");
            }

            tables[head] = new float[batch.Sequences.Length][];
            for (var row = 0; row < batch.Sequences.Length; row++)
            {
                tables[head][row] = _calibrations[head].Probabilities(numbers.Slice(row * labels, labels))
                    ?? throw new InvalidModelException($"The output '{_outputs[head]}' gave a number that is not finite; the weights are damaged or do not fit the tokenizer.");
            }
        }

        return [.. Enumerable.Range(0, batch.Sequences.Length).Select(row =>
            new TextReading([.. _heads.Select((head, at) => new HeadReading(head.Name, tables[at][row]))]))];
    }

    public void Dispose() => _graph.Dispose();

    private string? FaultOf(HeadCard head, string output) => _graph.ShapeOf(output) switch
    {
        null => $"has no output '{output}' for the head '{head.Name}' (it has {string.Join(", ", _graph.OutputNames)})",
        [_, var labels] when labels <= 0 || labels == head.Labels.Count => null,
        [_, var labels] => $"gives {labels} numbers a text as '{output}', and the head '{head.Name}' has {head.Labels.Count} labels",
        _ => $"gives no table of texts × labels as '{output}' for the head '{head.Name}'",
    };
}
