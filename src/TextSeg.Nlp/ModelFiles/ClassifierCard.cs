using System.Text.Json.Serialization;

namespace TextSeg.Nlp.ModelFiles;

/// <summary>The part of <c>model.json</c> that says how a classifier turns a text into labels.</summary>
public sealed record ClassifierCard
{
    /// <summary>The ONNX file with the heads, relative to the model's folder.</summary>
    public required string Weights { get; init; }

    /// <summary>
    /// The ONNX file that sums a text's tokens up for the heads, relative to the model's folder: outputs <c>sums</c>, <c>maxima</c> and <c>first</c>, texts × numbers.
    /// The heads take these, and a long text is read out of the summaries of its sentences. Null where the heads take the tokens themselves.
    /// </summary>
    public string? Summary { get; init; }

    /// <summary>The tokenizer.json, relative to the model's folder.</summary>
    public required string Tokenizer { get; init; }

    /// <summary>The table of runs of letters whose sums the heads take beside the <see cref="Summary"/>, as <c>letters</c>; null where they take none.</summary>
    public LettersCard? Letters { get; init; }

    /// <summary>Longest text in tokens, special tokens included; of a longer text the first quarter and the last three quarters of this number are read.</summary>
    public int MaxTokens { get; init; } = 256;

    /// <summary>What is told of a text; one output of the graph each.</summary>
    public required IReadOnlyList<HeadCard> Heads { get; init; }
}

/// <summary>Runs of letters: all of 1 to <paramref name="Longest"/> letters in a word with a mark before and behind it, as rows of a table by a hash.</summary>
/// <param name="Table">The file, relative to the model's folder: rows of four signed bytes, as many as a power of two.</param>
/// <param name="Longest">Letters in a run, 1 to 16.</param>
public sealed record LettersCard(string Table, int Longest);

/// <summary>One question that a classifier answers, and how its output becomes probabilities: activation(logit × scale + shift).</summary>
public sealed record HeadCard
{
    /// <summary>What the labels are about, such as "sentiment"; unique in a model.</summary>
    public required string Name { get; init; }

    /// <summary>The graph's output, texts × labels; null = the one named as the head.</summary>
    public string? Output { get; init; }

    /// <summary>The labels in the order of the output.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>How numbers become probabilities: of one label among all, or of each label by itself.</summary>
    public Activation Activation { get; init; } = Activation.Softmax;

    /// <summary>Factor of each label's number, fitted on held-out texts (Platt 1999; Guo et al. 2017, section 4); empty = 1.</summary>
    public IReadOnlyList<float> Scale { get; init; } = [];

    /// <summary>Added to each label's scaled number; empty = 0.</summary>
    public IReadOnlyList<float> Shift { get; init; } = [];

    /// <summary>With <see cref="Activation.Sigmoid"/>: the lowest probability at which each label is given, 0 to 1; empty = 0.5.</summary>
    public IReadOnlyList<float> Thresholds { get; init; } = [];

    /// <summary>The answer is "unsure" where the likeliest label is less likely than this, 0 to 1.</summary>
    public float UnsureBelow { get; init; }

    /// <summary>Weights of signs counted in the text, added to the head's log-odds for each time a sign is found; empty for most heads.</summary>
    public IReadOnlyDictionary<string, double> Signs { get; init; } = new Dictionary<string, double>();
}

/// <summary>How numbers become probabilities.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Activation>))]
public enum Activation
{
    /// <summary>One label of all: the probabilities sum to 1.</summary>
    [JsonStringEnumMemberName("softmax")] Softmax,

    /// <summary>Each label by itself: several may hold at once, or none.</summary>
    [JsonStringEnumMemberName("sigmoid")] Sigmoid,
}
