using System.Text;

namespace TextSeg.Server.Tests.MemberRights;

/// <summary>Searches every file of a data folder.</summary>
internal static class FolderSearch
{
    /// <summary>The words that some file holds, in either encoding and any case.</summary>
    public static string[] Found(string folder, IEnumerable<string> words)
    {
        // Files of locks are empty and held.
        var contents = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => new FileInfo(path).Length > 0).Select(Read).ToArray();
        return [.. words.Where(word => contents.Any(content => content.Latin.Contains(word, StringComparison.OrdinalIgnoreCase) || content.Wide.Contains(word, StringComparison.OrdinalIgnoreCase)))];
    }

    private static (string Latin, string Wide) Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return (Encoding.Latin1.GetString(copy.ToArray()), Encoding.Unicode.GetString(copy.ToArray()));
    }
}
