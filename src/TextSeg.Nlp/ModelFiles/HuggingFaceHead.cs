using System.Globalization;
using System.Text.Json;

namespace TextSeg.Nlp.ModelFiles;

/// <summary>What config.json of a Hugging Face sequence classifier says: one head, its labels by number.</summary>
internal static class HuggingFaceHead
{
    private const string Config = "config.json";
    private const float UnsureBelow = 0.5f;

    private static readonly Dictionary<string, string> Spellings = new()
    {
        ["pos"] = "positive", ["neg"] = "negative", ["neu"] = "neutral",
    };

    /// <summary>True when the folder holds a sequence classifier.</summary>
    public static bool IsIn(FolderJson json) => json.ReadProperty(Config, "architectures") is { ValueKind: JsonValueKind.Array } architectures
        ? architectures.EnumerateArray().Any(name => name.ValueKind == JsonValueKind.String && name.GetString()!.EndsWith("ForSequenceClassification", StringComparison.Ordinal))
        : json.ReadProperty(Config, "id2label") is not null;

    /// <summary>The head; where none is named it is "sentiment" for labels of sentiment, else the model's name.</summary>
    /// <exception cref="InvalidModelException">The labels are not named, or not numbered from 0.</exception>
    public static HeadCard Read(FolderJson json, string head, string model)
    {
        var labels = ReadLabels(json);
        var isSentiment = labels.Contains("positive") && labels.Contains("negative");
        var isMultiple = json.ReadProperty(Config, "problem_type") is { ValueKind: JsonValueKind.String } type && type.GetString() == "multi_label_classification";
        return new HeadCard
        {
            Name = head.Length > 0 ? head : isSentiment ? "sentiment" : model,
            Output = "logits",
            Labels = labels,
            Activation = isMultiple || labels.Length == 1 ? Activation.Sigmoid : Activation.Softmax,
            UnsureBelow = UnsureBelow,
        };
    }

    private static string[] ReadLabels(FolderJson json)
    {
        if (json.ReadProperty(Config, "id2label") is not { ValueKind: JsonValueKind.Object } stated)
        {
            throw new InvalidModelException($"{Config} names no labels; add them as \"id2label\", numbered from 0.");
        }

        var labels = new SortedDictionary<int, string>();
        foreach (var pair in stated.EnumerateObject())
        {
            if (!int.TryParse(pair.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || pair.Value.ValueKind != JsonValueKind.String)
            {
                throw new InvalidModelException($"\"id2label\" of {Config} has an entry '{pair.Name}' that is not a number with a name; number the labels from 0.");
            }

            var name = pair.Value.GetString()!.ToLowerInvariant();
            labels[number] = Spellings.GetValueOrDefault(name, name);
        }

        return labels.Keys.SequenceEqual(Enumerable.Range(0, labels.Count))
            ? [.. labels.Values]
            : throw new InvalidModelException($"\"id2label\" of {Config} leaves out a number; number the labels from 0.");
    }
}
