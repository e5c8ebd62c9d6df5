using System.Text.Json.Serialization;

namespace TextSeg.Nlp.ModelFiles;

/// <summary>The part of <c>model.json</c> that says how an encoder turns a text into a vector.</summary>
public sealed record EncoderCard
{
    /// <summary>The ONNX file, relative to the model's folder.</summary>
    public required string Weights { get; init; }

    /// <summary>The tokenizer.json, relative to the model's folder.</summary>
    public required string Tokenizer { get; init; }

    /// <summary>Longest text in tokens, special tokens included; the rest of a text is not read.</summary>
    public int MaxTokens { get; init; } = 256;

    /// <summary>How the vectors of the tokens become one.</summary>
    public Pooling Pooling { get; init; } = Pooling.Mean;

    /// <summary>True to scale each vector to length 1.</summary>
    public bool Normalise { get; init; } = true;

    /// <summary>Numbers in a vector; 0 = as the weights say.</summary>
    public int Dimension { get; init; }

    /// <summary>Written before a text that asks, such as a search; empty for none.</summary>
    public string QueryPrefix { get; init; } = "";

    /// <summary>Written before a text that answers or stands for itself; empty for none.</summary>
    public string DocumentPrefix { get; init; } = "";

    /// <summary>The output to read; null = the sentence vector if the graph has one, else the token vectors.</summary>
    public string? Output { get; init; }
}

/// <summary>How the vectors of the tokens become one.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Pooling>))]
public enum Pooling
{
    /// <summary>The mean over the tokens that are not padding.</summary>
    [JsonStringEnumMemberName("mean")] Mean,

    /// <summary>The first token's vector.</summary>
    [JsonStringEnumMemberName("cls")] Cls,

    /// <summary>The last token's vector that is not padding.</summary>
    [JsonStringEnumMemberName("lastToken")] LastToken,
}
