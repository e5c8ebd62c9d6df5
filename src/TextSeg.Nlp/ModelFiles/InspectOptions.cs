namespace TextSeg.Nlp.ModelFiles;

/// <summary>What the user says about a Hugging Face folder; whatever is null is read from the folder's own files.</summary>
public sealed class InspectOptions
{
    /// <summary>Name in the catalogue. Default: the folder's name.</summary>
    public string? Name { get; set; }

    /// <summary>The ONNX file, relative to the folder. Default: the only one, else one with quantised weights.</summary>
    public string? Weights { get; set; }

    /// <summary>Written before a text that asks. Default: the folder's prompt named "query", else nothing.</summary>
    public string? QueryPrefix { get; set; }

    /// <summary>Written before other texts. Default: the folder's prompt named "document" or "passage", else nothing.</summary>
    public string? DocumentPrefix { get; set; }

    /// <summary>Default: what 1_Pooling/config.json says, else the mean.</summary>
    public Pooling? Pooling { get; set; }

    /// <summary>Longest text in tokens, 8 to 8,192. Default: max_seq_length of sentence_bert_config.json, else 256 or less.</summary>
    public int? MaxTokens { get; set; }

    /// <summary>What a classifier's labels are about, such as "intent". Default: "sentiment" where the labels say so, else the model's name.</summary>
    public string? Head { get; set; }

    /// <summary>SPDX name of the licence. Default: not stated.</summary>
    public string? Licence { get; set; }
}
