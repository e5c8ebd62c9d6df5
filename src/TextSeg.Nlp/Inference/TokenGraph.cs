using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using TextSeg.Nlp.ModelFiles;

namespace TextSeg.Nlp.Inference;

/// <summary>
/// An ONNX graph that reads token ids; which of the three usual inputs it wants is read from the graph itself. One session serves all
/// threads; each run uses one thread, which keeps every core busy without the threads waiting for each other inside a small matrix product.
/// </summary>
internal sealed class TokenGraph : IDisposable
{
    private static readonly string[] KnownInputs = ["input_ids", "attention_mask", "token_type_ids"];
    private readonly InferenceSession _session;
    private readonly SemaphoreSlim? _slots; // loops of several callers may run at once
    private readonly string[] _inputs;

    /// <param name="path">The graph's file.</param>
    /// <param name="mostAtOnce">Runs at the same time, whoever asks for them; 0 for as many as are asked.</param>
    /// <exception cref="InvalidModelException">It cannot be loaded, or wants other inputs.</exception>
    public TokenGraph(string path, int mostAtOnce = 0)
    {
        (_session, _slots) = (Open(path), mostAtOnce == 0 ? null : new SemaphoreSlim(mostAtOnce));
        _inputs = [.. _session.InputNames];
        if (_inputs.FirstOrDefault(name => !KnownInputs.Contains(name) || _session.InputMetadata[name].ElementDataType != TensorElementType.Int64) is { } odd)
        {
            _session.Dispose();
            throw new InvalidModelException($"{path} wants an input '{odd}' that is not one of {string.Join(", ", KnownInputs)} in int64; export it again with these inputs.");
        }
    }

    /// <summary>Names of the outputs, in the graph's order.</summary>
    public IReadOnlyList<string> OutputNames => _session.OutputNames;

    /// <summary>Shape of an output, -1 where it depends on the batch; null when the graph has no such output.</summary>
    public int[]? ShapeOf(string output) => _session.OutputMetadata.TryGetValue(output, out var node) ? node.Dimensions : null;

    /// <summary>Outputs and their shapes.</summary>
    public IReadOnlyDictionary<string, NodeMetadata> Outputs => _session.OutputMetadata;

    /// <summary>Runs one batch; the caller disposes the outputs.</summary>
    public IDisposableReadOnlyCollection<OrtValue> Run(TokenBatch batch, string[] outputs)
    {
        using var options = new RunOptions();
        return Run(batch, values => _session.Run(options, _inputs, values, outputs));
    }

    /// <summary>Runs one batch and writes the outputs where they belong.</summary>
    /// <param name="batch">The texts.</param>
    /// <param name="outputs">Names of outputs.</param>
    /// <param name="places">One place an output, of its shape.</param>
    public void Run(TokenBatch batch, string[] outputs, OrtValue[] places)
    {
        using var options = new RunOptions();
        Run(batch, values =>
        {
            _session.Run(options, _inputs, values, outputs, places);
            return places;
        });
    }

    public void Dispose()
    {
        _session.Dispose();
        _slots?.Dispose();
    }

    /// <summary>Loads a graph for one thread a run.</summary>
    /// <exception cref="InvalidModelException">ONNX Runtime cannot load it.</exception>
    public static InferenceSession Open(string path)
    {
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
        try
        {
            return new InferenceSession(path, options);
        }
        catch (OnnxRuntimeException fault)
        {
            throw new InvalidModelException($"{path} cannot be loaded by ONNX Runtime: {fault.Message}", fault);
        }
    }

    private T Run<T>(TokenBatch batch, Func<OrtValue[], T> run)
    {
        long[] shape = [batch.Sequences.Length, batch.Width];
        var values = new OrtValue[_inputs.Length];
        _slots?.Wait();
        try
        {
            for (var i = 0; i < _inputs.Length; i++)
            {
                values[i] = OrtValue.CreateTensorValueFromMemory(Fill(_inputs[i], batch), shape);
            }

            return run(values);
        }
        finally
        {
            _slots?.Release();
            foreach (var value in values)
            {
                value?.Dispose();
            }
        }
    }

    private static long[] Fill(string input, TokenBatch batch)
    {
        var values = new long[batch.Sequences.Length * batch.Width];
        for (var row = 0; input != "token_type_ids" && row < batch.Sequences.Length; row++)
        {
            var cells = values.AsSpan(row * batch.Width, batch.Sequences[row].Length);
            if (input == "attention_mask")
            {
                cells.Fill(1);
                continue;
            }

            for (var token = 0; token < cells.Length; token++)
            {
                cells[token] = batch.Sequences[row][token];
            }
        }

        return values;
    }
}
