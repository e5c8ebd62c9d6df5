using TextSeg.Nlp.Inference;
using TextSeg.Nlp.ModelFiles;

namespace TextSeg.Nlp.Encoders;

/// <summary>An encoder's ONNX graph: token ids in, vectors of tokens or of texts out.</summary>
internal sealed class EncoderGraph : IDisposable
{
    private readonly TokenGraph _graph;
    private readonly string[] _outputs;

    public EncoderGraph(string path, string? output)
    {
        _graph = new TokenGraph(path);
        var name = output ?? _graph.OutputNames.FirstOrDefault(o => _graph.ShapeOf(o)!.Length == 2) ?? _graph.OutputNames[0];
        if (_graph.ShapeOf(name) is not { Length: 2 or 3 } shape)
        {
            _graph.Dispose();
            throw new InvalidModelException($"{path} has no output '{name}' with vectors of tokens or of texts; name the right one as 'output' in {ModelFolder.CardFile}.");
        }

        _outputs = [name];
        GivesTextVectors = shape.Length == 2;
    }

    /// <summary>True when the graph pools by itself: its output is texts × dimension, not texts × tokens × dimension.</summary>
    public bool GivesTextVectors { get; }

    /// <summary>Runs one batch; the caller disposes the output.</summary>
    public GraphOutput Run(TokenBatch batch) => new(_graph.Run(batch, _outputs));

    public void Dispose() => _graph.Dispose();
}
