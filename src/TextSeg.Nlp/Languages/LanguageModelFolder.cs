using System.Security.Cryptography;
using System.Text.Json;

namespace TextSeg.Nlp.Languages;

/// <summary>The folder of a language identifier: model.json and the one file of weights it names, checked by SHA-256.</summary>
internal sealed record LanguageModelFolder(IReadOnlyList<string> Languages, byte[] Weights)
{
    public const string Kind = "language-identifier";

    /// <exception cref="InvalidDataException">No model.json, another kind of model, or a file that differs from its sum.</exception>
    public static LanguageModelFolder Open(string folder)
    {
        var path = Path.Combine(folder, "model.json");
        if (!File.Exists(path))
        {
            throw new InvalidDataException($"There is no model.json in {folder}; name the folder of a language identifier.");
        }

        try
        {
            using var card = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = card.RootElement;
            if (root.GetProperty("kind").GetString() != Kind)
            {
                throw new InvalidDataException($"The model in {folder} is not a language identifier; name the folder of one.");
            }

            var languages = root.GetProperty("languages").EnumerateArray().Select(code => code.GetString()!).ToArray();
            return new LanguageModelFolder(languages, ReadChecked(folder, root.GetProperty("files")[0]));
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new InvalidDataException($"The model.json in {folder} lacks kind, languages or files, or is no JSON; copy it again.", fault);
        }
    }

    private static byte[] ReadChecked(string folder, JsonElement file)
    {
        var name = file.GetProperty("path").GetString()!;
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            throw new InvalidDataException($"The file {name}, which model.json names, is not in {folder}; copy it there.");
        }

        var bytes = File.ReadAllBytes(path);
        var expected = file.GetProperty("sha256").GetString();
        if (!string.Equals(Convert.ToHexString(SHA256.HashData(bytes)), expected, StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidDataException($"The file {name} in {folder} differs from what model.json says of it; copy it again.");
        }

        return bytes;
    }
}
