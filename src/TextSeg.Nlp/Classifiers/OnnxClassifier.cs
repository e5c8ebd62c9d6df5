using System.Runtime.ExceptionServices;
using TextSeg.Nlp.Inference;
using TextSeg.Nlp.ModelFiles;
using TextSeg.Nlp.Tokenizers;

namespace TextSeg.Nlp.Classifiers;

/// <summary>
/// Reads texts with a model's tokenizer and ONNX graph, all heads in one pass; a whole out of its sentences where the model can. A text of more than the model's tokens is read at its head and
/// tail: the first quarter of that number and the last three quarters, what is between is left out. Of the ways to read long texts compared by
/// Sun et al. 2019 ("How to Fine-Tune BERT for Text Classification?", section 5.3.1: 128 first and 382 last tokens) this was the best.
/// </summary>
public sealed class OnnxClassifier : ITextClassifier
{
    private const string Probe = "A short text to check that the classifier works.";
    private const int HeadShare = 4;
    private readonly ClassifierCard _card;
    private readonly Tokenizer _tokenizer;
    private readonly IClassifierGraph _graph;
    private readonly InferenceOptions _options;

    private OnnxClassifier(ModelFolder model, ClassifierCard card, InferenceOptions options)
    {
        (_card, _options, Name) = (card, options, model.Id);
        Heads = [.. card.Heads.Select(HeadOf)];
        _tokenizer = ModelTokenizer.Load(model.PathOf(card.Tokenizer), maxTokens: null);
        var heads = new HeadTables(card.Heads);
        _graph = card.Summary is { } summary
            ? new SummaryGraph(model.PathOf(summary), model.PathOf(card.Weights), heads, LettersOf(model, card), options.Threads)
            : new ClassifierGraph(model.PathOf(card.Weights), heads, options.Threads);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<ClassifierHead> Heads { get; }

    /// <summary>Loads a model after checking its card and its files, and reads one text to see that it works.</summary>
    /// <exception cref="InvalidModelException">The model is no classifier, its labels and outputs do not fit, or a file is missing, changed or unreadable.</exception>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static OnnxClassifier Load(ModelFolder model, InferenceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        options ??= new InferenceOptions();
        options.Validate();
        var card = model.Card.Classifier is { } classifier && model.Card.Kind == ModelKind.Classifier
            ? classifier
            : throw new InvalidModelException($"The model {model.Card.Name} is not a classifier; choose one that 'models' lists as classifier.");
        ClassifierCardCheck.Require(model.Card.Name, card);
        model.Verify();
        var loaded = new OnnxClassifier(model, card, options);
        try
        {
            loaded.Read([Probe]);
            return loaded;
        }
        catch (InvalidModelException)
        {
            loaded.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<TextReading> Read(IReadOnlyList<string> texts, CancellationToken cancellationToken = default) => Read(texts, [], cancellationToken);

    /// <inheritdoc/>
    public IReadOnlyList<TextReading> Read(IReadOnlyList<string> texts, IReadOnlyList<WholeText> wholes, CancellationToken cancellationToken = default)
    {
        if (!_graph.ReadsWholes && wholes.Count > 0)
        {
            (texts, wholes) = ([.. texts, .. wholes.Select(whole => whole.Text)], []);
        }

        var limit = _options.Limit(cancellationToken);
        var sequences = new int[texts.Count][];
        Parallel.For(0, texts.Count, limit, () => new List<int>(), (row, _, ids) =>
        {
            sequences[row] = Tokenise(texts[row], ids);
            return ids;
        }, _ => { });
        try
        {
            return _graph.Run(BatchPlanner.Plan(sequences, _options.TokensPerBatch), texts.Count, wholes, limit);
        }
        catch (AggregateException faults)
        {
            ExceptionDispatchInfo.Throw(faults.Flatten().InnerExceptions[0]); // one fault is enough, and it says what is wrong
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _graph.Dispose();

    private LetterTable? LettersOf(ModelFolder model, ClassifierCard card) =>
        card.Letters is { } letters ? LetterTable.Load(model.PathOf(letters.Table), letters.Longest, _tokenizer) : null;

    private static ClassifierHead HeadOf(HeadCard card) => new(card.Name, card.Labels)
    {
        HasSeveral = card.Activation == Activation.Sigmoid, Thresholds = card.Thresholds, UnsureBelow = card.UnsureBelow, Signs = card.Signs,
    };

    // Special tokens stand at the two ends, so they stay. A text without any token is read as one padding token.
    private int[] Tokenise(string text, List<int> ids)
    {
        ids.Clear();
        _tokenizer.EncodeIds(text, ids);
        if (ids.Count == 0)
        {
            return [_tokenizer.PaddingId ?? 0];
        }

        var first = _card.MaxTokens / HeadShare;
        return ids.Count <= _card.MaxTokens ? [.. ids] : [.. ids[..first], .. ids[^(_card.MaxTokens - first)..]];
    }
}
