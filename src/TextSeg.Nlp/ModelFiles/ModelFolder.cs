using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TextSeg.Nlp.ModelFiles;

/// <summary>A model on disk: its card and the folder with its files.</summary>
public sealed class ModelFolder
{
    /// <summary>Name of the file that holds the card.</summary>
    public const string CardFile = "model.json";

    /// <param name="card">What the model is.</param>
    /// <param name="path">The folder that <see cref="ModelCard.Files"/> are relative to.</param>
    public ModelFolder(ModelCard card, string path)
    {
        ArgumentNullException.ThrowIfNull(card);
        Card = card;
        Path = System.IO.Path.GetFullPath(path);
    }

    /// <summary>What the model is.</summary>
    public ModelCard Card { get; }

    /// <summary>The folder with the model's files, absolute.</summary>
    public string Path { get; }

    /// <summary>The name and eight hexadecimal digits that change whenever its vectors or labels may: files, pooling, prefixes, length, heads.</summary>
    public string Id => field ??= Card.Name + "@" + Fingerprint();

    /// <summary>Reads <c>model.json</c> in <paramref name="folder"/>; the files themselves are not read yet.</summary>
    /// <exception cref="InvalidModelException">There is no model.json, or it is not a card.</exception>
    public static ModelFolder Open(string folder)
    {
        var file = System.IO.Path.Combine(folder, CardFile);
        if (!File.Exists(file))
        {
            throw new InvalidModelException($"{folder} holds no {CardFile}; run 'models add {folder}' to write one for a Hugging Face encoder or classifier.");
        }

        try
        {
            using var stream = File.OpenRead(file);
            var card = JsonSerializer.Deserialize<ModelCard>(stream, ModelCardJson.Options)
                ?? throw new InvalidModelException($"{file} is empty; write the card again with 'models add'.");
            return new ModelFolder(card, card.Location ?? folder);
        }
        catch (JsonException fault)
        {
            throw new InvalidModelException($"{file} is not a model card: {fault.Message}", fault);
        }
    }

    /// <summary>The absolute path of one of the model's files.</summary>
    /// <exception cref="InvalidModelException">The card does not list it, or it would lie outside the folder.</exception>
    public string PathOf(string file)
    {
        var full = System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, file));
        var inside = full.StartsWith(Path + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return inside && Card.Files.Any(f => f.Path == file)
            ? full
            : throw new InvalidModelException($"The card of {Card.Name} lists no file '{file}' inside its folder; correct {CardFile}.");
    }

    /// <summary>Checks that every file is there and is the one the card was written for.</summary>
    /// <exception cref="InvalidModelException">A file is missing or its SHA-256 differs.</exception>
    public void Verify()
    {
        foreach (var file in Card.Files)
        {
            var path = PathOf(file.Path);
            if (!File.Exists(path))
            {
                throw new InvalidModelException($"The model {Card.Name} lacks its file {path}; put it back, or remove the model.");
            }

            if (!string.Equals(Sha256Of(path), file.Sha256, StringComparison.OrdinalIgnoreCase))
            {
                throw new InvalidModelException(
                    $"{path} is not the file that the card of {Card.Name} was written for (its SHA-256 differs); fetch it again, or run 'models add' if the change is meant.");
            }
        }
    }

    /// <summary>SHA-256 of a file in lower-case hexadecimal.</summary>
    internal static string Sha256Of(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private string Fingerprint()
    {
        var encoder = Card.Encoder;
        var facts = string.Join('\n', Card.Files.Select(f => f.Path + " " + f.Sha256).Order(StringComparer.Ordinal))
            + $"\n{encoder?.MaxTokens}\n{encoder?.Pooling}\n{encoder?.Normalise}\n{encoder?.QueryPrefix}\n{encoder?.DocumentPrefix}\n{encoder?.Output}";
        if (Card.Classifier is { } classifier)
        {
            facts += "\n" + JsonSerializer.Serialize(classifier, ModelCardJson.Options);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(facts)))[..8];
    }
}
