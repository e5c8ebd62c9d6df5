using System.Security.Cryptography;
using System.Text;

namespace TextSeg.Engine.Vectors.Qdrant;

/// <summary>
/// What a workspace's collections and its alias are called. A server takes only some letters, and folders of some systems tell no capitals from small letters,
/// so a name is a readable part in small letters and a hash of what it stands for.
/// </summary>
/// <param name="prefix">First part, the same for all of an installation.</param>
/// <param name="workspace">The workspace, any text.</param>
internal sealed class QdrantNames(string prefix, string workspace)
{
    private const int ReadableLetters = 40;

    /// <summary>Name by which tools outside find the current vectors; it moves to another collection when a re-encode is whole.</summary>
    public string Alias { get; } = $"{prefix}_{Part(workspace)}";

    /// <summary>The collection of a model's vectors.</summary>
    public string Collection(string modelId) => $"{Alias}_{Part(modelId)}";

    /// <summary>Whether a collection may be one of this workspace's.</summary>
    public bool IsOwn(string collection) => collection.StartsWith(Alias + "_", StringComparison.Ordinal);

    private static string Part(string text)
    {
        var readable = new StringBuilder();
        foreach (var letter in text.ToLowerInvariant().Take(ReadableLetters))
        {
            readable.Append(char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) ? letter : '-');
        }

        return $"{readable}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6))}";
    }
}
