using System.Text.Json;

namespace TextSeg.Nlp.ModelFiles;

/// <summary>
/// Reads the files that Hugging Face's and Sentence Transformers' exports carry: tokenizer.json, config.json, tokenizer_config.json,
/// sentence_bert_config.json, 1_Pooling/config.json and config_sentence_transformers.json. All but the first may be absent.
/// </summary>
internal sealed class HuggingFaceFolder
{
    private const int UsualMaxTokens = 256;
    private readonly string _folder;

    public HuggingFaceFolder(string folder)
    {
        _folder = Directory.Exists(folder)
            ? Path.GetFullPath(folder)
            : throw new InvalidModelException($"There is no folder {folder}; give one with an ONNX file and a tokenizer.json.");
    }

    /// <summary>The card that the files imply.</summary>
    public ModelCard ReadCard(InspectOptions options)
    {
        var weights = options.Weights ?? FindWeights();
        RequireFile(weights, "an ONNX file");
        RequireFile("tokenizer.json", "a tokenizer.json");
        var files = new List<string> { weights, "tokenizer.json" };
        files.AddRange(new[] { weights + "_data", weights + ".data" }.Where(f => File.Exists(Path.Combine(_folder, f))));
        return new ModelCard
        {
            Name = options.Name ?? Path.GetFileName(_folder.TrimEnd(Path.DirectorySeparatorChar)),
            Kind = ModelKind.Encoder,
            Licence = options.Licence ?? "",
            Files = [.. files.Select(f => new ModelFile(f, ModelFolder.Sha256Of(Path.Combine(_folder, f))))],
            Encoder = new EncoderCard
            {
                Weights = weights,
                Tokenizer = "tokenizer.json",
                MaxTokens = options.MaxTokens ?? ReadMaxTokens(),
                Pooling = options.Pooling ?? ReadPooling(),
                QueryPrefix = options.QueryPrefix ?? ReadPrompt("query"),
                DocumentPrefix = options.DocumentPrefix ?? ReadPrompt("document", "passage"),
            },
        };
    }

    private void RequireFile(string relative, string what)
    {
        if (!File.Exists(Path.Combine(_folder, relative)))
        {
            throw new InvalidModelException($"{_folder} holds no {relative}; a Hugging Face encoder needs {what}.");
        }
    }

    private string FindWeights()
    {
        string[] places = [_folder, Path.Combine(_folder, "onnx")];
        var found = places.Where(Directory.Exists).SelectMany(p => Directory.EnumerateFiles(p, "*.onnx"))
            .Select(p => Path.GetRelativePath(_folder, p)).Order(StringComparer.Ordinal).ToArray();
        return found.FirstOrDefault(f => f.Contains("int8", StringComparison.OrdinalIgnoreCase) || f.Contains("quantized", StringComparison.OrdinalIgnoreCase))
            ?? found.FirstOrDefault()
            ?? throw new InvalidModelException($"{_folder} holds no .onnx file; export the encoder to ONNX first.");
    }

    private int ReadMaxTokens()
    {
        if (ReadNumber("sentence_bert_config.json", "max_seq_length") is { } stated)
        {
            return (int)stated;
        }

        var positions = ReadNumber("config.json", "max_position_embeddings") ?? UsualMaxTokens;
        var tokenizer = ReadNumber("tokenizer_config.json", "model_max_length") ?? positions;
        return (int)Math.Min(UsualMaxTokens, Math.Min(positions, tokenizer));
    }

    private Pooling ReadPooling()
    {
        if (ReadFlag("1_Pooling/config.json", "pooling_mode_cls_token"))
        {
            return Pooling.Cls;
        }

        return ReadFlag("1_Pooling/config.json", "pooling_mode_lasttoken") ? Pooling.LastToken : Pooling.Mean;
    }

    private string ReadPrompt(params string[] names)
    {
        var prompts = ReadProperty("config_sentence_transformers.json", "prompts");
        foreach (var name in names)
        {
            if (prompts is { ValueKind: JsonValueKind.Object } && prompts.Value.TryGetProperty(name, out var prompt))
            {
                return prompt.GetString() ?? "";
            }
        }

        return "";
    }

    private double? ReadNumber(string file, string property) =>
        ReadProperty(file, property) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;

    private bool ReadFlag(string file, string property) => ReadProperty(file, property) is { ValueKind: JsonValueKind.True };

    private JsonElement? ReadProperty(string file, string property)
    {
        var path = Path.Combine(_folder, file);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(property, out var value) ? value.Clone() : null;
        }
        catch (JsonException fault)
        {
            throw new InvalidModelException($"{path} is not valid JSON: {fault.Message}", fault);
        }
    }
}
