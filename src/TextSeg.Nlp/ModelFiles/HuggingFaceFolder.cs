using System.Text.Json;

namespace TextSeg.Nlp.ModelFiles;

/// <summary>
/// Reads the files that Hugging Face's and Sentence Transformers' exports carry: tokenizer.json, config.json, tokenizer_config.json,
/// sentence_bert_config.json, 1_Pooling/config.json and config_sentence_transformers.json. All but the first may be absent.
/// A folder whose config.json speaks of sequence classification holds a classifier, any other an encoder.
/// </summary>
internal sealed class HuggingFaceFolder
{
    private const int UsualMaxTokens = 256;
    private readonly string _folder;
    private readonly FolderJson _json;

    public HuggingFaceFolder(string folder)
    {
        _folder = Directory.Exists(folder)
            ? Path.GetFullPath(folder)
            : throw new InvalidModelException($"There is no folder {folder}; give one with an ONNX file and a tokenizer.json.");
        _json = new FolderJson(_folder);
    }

    /// <summary>The card that the files imply.</summary>
    public ModelCard ReadCard(InspectOptions options)
    {
        var weights = options.Weights ?? FindWeights();
        RequireFile(weights, "an ONNX file");
        RequireFile("tokenizer.json", "a tokenizer.json");
        var files = new List<string> { weights, "tokenizer.json" };
        files.AddRange(new[] { weights + "_data", weights + ".data" }.Where(f => File.Exists(Path.Combine(_folder, f))));
        var isClassifier = HuggingFaceHead.IsIn(_json);
        var name = options.Name ?? Path.GetFileName(_folder.TrimEnd(Path.DirectorySeparatorChar));
        return new ModelCard
        {
            Name = name,
            Kind = isClassifier ? ModelKind.Classifier : ModelKind.Encoder,
            Licence = options.Licence ?? "",
            Files = [.. files.Select(f => new ModelFile(f, ModelFolder.Sha256Of(Path.Combine(_folder, f))))],
            Encoder = isClassifier ? null : Encoder(weights, options),
            Classifier = isClassifier ? Classifier(weights, options, name) : null,
        };
    }

    private EncoderCard Encoder(string weights, InspectOptions options) => new()
    {
        Weights = weights,
        Tokenizer = "tokenizer.json",
        MaxTokens = options.MaxTokens ?? ReadMaxTokens(),
        Pooling = options.Pooling ?? ReadPooling(),
        QueryPrefix = options.QueryPrefix ?? ReadPrompt("query"),
        DocumentPrefix = options.DocumentPrefix ?? ReadPrompt("document", "passage"),
    };

    private ClassifierCard Classifier(string weights, InspectOptions options, string name) => new()
    {
        Weights = weights,
        Tokenizer = "tokenizer.json",
        MaxTokens = options.MaxTokens ?? ReadMaxTokens(),
        Heads = [HuggingFaceHead.Read(_json, options.Head ?? "", name)],
    };

    private void RequireFile(string relative, string what)
    {
        if (!File.Exists(Path.Combine(_folder, relative)))
        {
            throw new InvalidModelException($"{_folder} holds no {relative}; a Hugging Face model needs {what}.");
        }
    }

    private string FindWeights()
    {
        string[] places = [_folder, Path.Combine(_folder, "onnx")];
        var found = places.Where(Directory.Exists).SelectMany(p => Directory.EnumerateFiles(p, "*.onnx"))
            .Select(p => Path.GetRelativePath(_folder, p)).Order(StringComparer.Ordinal).ToArray();
        return found.FirstOrDefault(f => f.Contains("int8", StringComparison.OrdinalIgnoreCase) || f.Contains("quantized", StringComparison.OrdinalIgnoreCase))
            ?? found.FirstOrDefault()
            ?? throw new InvalidModelException($"{_folder} holds no .onnx file; export the model to ONNX first.");
    }

    private int ReadMaxTokens()
    {
        if (_json.ReadNumber("sentence_bert_config.json", "max_seq_length") is { } stated)
        {
            return (int)stated;
        }

        var positions = _json.ReadNumber("config.json", "max_position_embeddings") ?? UsualMaxTokens;
        var tokenizer = _json.ReadNumber("tokenizer_config.json", "model_max_length") ?? positions;
        return (int)Math.Min(UsualMaxTokens, Math.Min(positions, tokenizer));
    }

    private Pooling ReadPooling()
    {
        if (_json.ReadFlag("1_Pooling/config.json", "pooling_mode_cls_token"))
        {
            return Pooling.Cls;
        }

        return _json.ReadFlag("1_Pooling/config.json", "pooling_mode_lasttoken") ? Pooling.LastToken : Pooling.Mean;
    }

    private string ReadPrompt(params string[] names)
    {
        var prompts = _json.ReadProperty("config_sentence_transformers.json", "prompts");
        foreach (var name in names)
        {
            if (prompts is { ValueKind: JsonValueKind.Object } && prompts.Value.TryGetProperty(name, out var prompt))
            {
                return prompt.GetString() ?? "";
            }
        }

        return "";
    }
}
