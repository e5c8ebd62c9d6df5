using Microsoft.Extensions.AI;
using TextSeg.Nlp.Inference;
using TextSeg.Nlp.ModelFiles;
using TextSeg.Nlp.Tokenizers;

namespace TextSeg.Nlp.Encoders;

/// <summary>
/// Turns texts into vectors with a model's tokenizer and ONNX graph. Thread-safe. The same set of texts always gives the same vectors,
/// in any order and with any number of threads. Weights with dynamically quantised activations take one scale over a whole batch, so there
/// another set of texts changes a vector a little (cosine about 0.99 on all-MiniLM-L6-v2 in eight bits); with
/// <see cref="InferenceOptions.TokensPerBatch"/> = 1 it does not, at half the speed. A static table is never affected.
/// </summary>
public sealed class OnnxEncoder : IEmbeddingGenerator<string, Embedding<float>>
{
    private const string Probe = "A short text to check that the encoder works.";
    private readonly EncoderCard _card;
    private readonly Tokenizer _tokenizer;
    private readonly EncoderGraph _graph;
    private readonly InferenceOptions _options;
    private readonly string _name;

    private OnnxEncoder(ModelFolder model, EncoderCard card, InferenceOptions options)
    {
        _card = card;
        _options = options;
        _name = model.Card.Name;
        ModelId = model.Id;
        _tokenizer = ModelTokenizer.Load(model.PathOf(card.Tokenizer), card.MaxTokens);
        _graph = new EncoderGraph(model.PathOf(card.Weights), card.Output);
        using var probe = _graph.Run(new TokenBatch([Tokenise(Probe, [])], [[0]]));
        Dimension = probe.Dimension;
    }

    /// <summary>Numbers in a vector.</summary>
    public int Dimension { get; }

    /// <summary>The model's name and a short checksum: vectors of different ids must not be compared.</summary>
    public string ModelId { get; }

    /// <summary>Loads a model after checking its files against the card.</summary>
    /// <exception cref="InvalidModelException">The model is no encoder, or a file is missing, changed or unreadable.</exception>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static OnnxEncoder Load(ModelFolder model, InferenceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        options ??= new InferenceOptions();
        options.Validate();
        var card = model.Card.Encoder is { } encoder && model.Card.Kind == ModelKind.Encoder
            ? encoder
            : throw new InvalidModelException($"The model {model.Card.Name} is not an encoder; choose one that 'models' lists as encoder.");
        model.Verify();
        var loaded = new OnnxEncoder(model, card, options);
        return card.Dimension == 0 || card.Dimension == loaded.Dimension
            ? loaded
            : throw new InvalidModelException($"The card of {model.Card.Name} says {card.Dimension} numbers a vector, its weights give {loaded.Dimension}; correct {ModelFolder.CardFile}.");
    }

    /// <summary>Encodes texts into the rows of a table.</summary>
    /// <param name="texts">Any number of texts; equal ones are encoded once, an empty one is allowed.</param>
    /// <param name="rows">Receives text count × <see cref="Dimension"/> numbers, row after row in the order of the texts.</param>
    /// <param name="role">Which prefix of the card is put before each text.</param>
    /// <param name="progress">Told how many texts are done, from any thread.</param>
    /// <param name="cancellation">Stops before the next batch.</param>
    public void Encode(
        IReadOnlyList<string> texts,
        Memory<float> rows,
        EncodeRole role = EncodeRole.Document,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        if (rows.Length < (long)texts.Count * Dimension)
        {
            throw new ArgumentException($"{texts.Count} texts need {(long)texts.Count * Dimension} numbers and the table has {rows.Length}.", nameof(rows));
        }

        var threads = _options.Limit(cancellation);
        var done = 0;
        var batches = BatchPlanner.Plan(Tokenise(texts, role, threads), _options.TokensPerBatch);
        Parallel.ForEach(batches, threads, batch =>
        {
            EncodeBatch(batch, rows.Span);
            progress?.Report(Interlocked.Add(ref done, batch.Rows.Sum(r => r.Length)));
        });
    }

    /// <summary>
    /// For measuring: tokenises and plans the batches of these texts now; the action returned runs the network over them, with the
    /// same threads as <see cref="Encode"/>, and does nothing else.
    /// </summary>
    public Action<CancellationToken> PlanRuntimeOnly(IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var batches = BatchPlanner.Plan(Tokenise(texts, EncodeRole.Document, _options.Limit(CancellationToken.None)), _options.TokensPerBatch);
        return cancellation => Parallel.ForEach(batches, _options.Limit(cancellation), batch => _graph.Run(batch).Dispose());
    }

    /// <inheritdoc/>
    /// <remarks>The role is a document's, or what <c>AdditionalProperties["role"]</c> of the options holds as <see cref="EncodeRole"/>.</remarks>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var texts = values.ToArray();
        var rows = new float[texts.Length * Dimension];
        var role = options?.AdditionalProperties?.TryGetValue("role", out EncodeRole asked) == true ? asked : EncodeRole.Document;
        await Task.Run(() => Encode(texts, rows, role, progress: null, cancellationToken), cancellationToken);
        return new(Enumerable.Range(0, texts.Length).Select(row =>
            new Embedding<float>(rows.AsMemory(row * Dimension, Dimension)) { ModelId = ModelId }));
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null)
        {
            return null;
        }

        return serviceType == typeof(EmbeddingGeneratorMetadata)
            ? new EmbeddingGeneratorMetadata("onnx", providerUri: null, ModelId, Dimension)
            : serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _graph.Dispose();

    private int[][] Tokenise(IReadOnlyList<string> texts, EncodeRole role, ParallelOptions threads)
    {
        var prefix = role == EncodeRole.Query ? _card.QueryPrefix : _card.DocumentPrefix;
        var sequences = new int[texts.Count][];
        Parallel.For(0, texts.Count, threads, () => new List<int>(), (row, _, ids) =>
        {
            sequences[row] = Tokenise(prefix + texts[row], ids);
            return ids;
        }, _ => { });
        return sequences;
    }

    private int[] Tokenise(string text, List<int> ids)
    {
        ids.Clear();
        _tokenizer.EncodeIds(text, ids);
        return ids.Count > 0
            ? [.. ids]
            : throw new InvalidModelException($"The tokenizer of {_name} gives no token for an empty text; add a special token in its post_processor.");
    }

    private void EncodeBatch(TokenBatch batch, Span<float> table)
    {
        using var output = _graph.Run(batch);
        var numbers = output.Numbers;
        var stride = _graph.GivesTextVectors ? Dimension : batch.Width * Dimension;
        for (var i = 0; i < batch.Sequences.Length; i++)
        {
            var first = table.Slice(batch.Rows[i][0] * Dimension, Dimension);
            var pooling = _graph.GivesTextVectors ? Pooling.Cls : _card.Pooling;
            VectorPooling.Pool(numbers.Slice(i * stride, stride), batch.Sequences[i].Length, pooling, first);
            if (_card.Normalise && !VectorPooling.Normalise(first))
            {
                throw new InvalidModelException($"The model {_name} gave a vector without length or with a number that is not finite; its weights are damaged or do not fit its tokenizer.");
            }

            foreach (var copy in batch.Rows[i].AsSpan(1))
            {
                first.CopyTo(table.Slice(copy * Dimension, Dimension));
            }
        }
    }
}
