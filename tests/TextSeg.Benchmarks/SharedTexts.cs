using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;

namespace TextSeg.Benchmarks;

/// <summary>Texts and models of the folder shared beside the clone, or where TEXTSEG_SHARED points.</summary>
internal static class SharedTexts
{
    /// <summary>Marks benchmarks that need the folder.</summary>
    public const string Category = "shared";

    private static readonly string Folder = Environment.GetEnvironmentVariable("TEXTSEG_SHARED") ?? Path.Combine(CloneRoot(), "..", "shared");

    /// <summary>Whether the folder is there.</summary>
    public static bool AreHere => Directory.Exists(Folder);

    /// <summary>A file or folder in it.</summary>
    public static string PathOf(string relative) => Path.GetFullPath(Path.Combine(Folder, relative));

    /// <summary>The first posts of a forum.</summary>
    public static string[] Posts(int count)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(PathOf("data/urho3d_forum/posts.jsonl.gz")), CompressionMode.Decompress));
        return [.. Lines(reader).Take(count).Select(TextOf)];
    }

    /// <summary>Sentences of news in 20 languages and 10 scripts, the languages in turn.</summary>
    public static string[] Sentences(int count)
    {
        using var tar = new TarReader(new GZipStream(File.OpenRead(PathOf("data/ntrex128/ntrex128.tar.gz")), CompressionMode.Decompress));
        var languages = new List<string[]>();
        while (tar.GetNextEntry(copyData: true) is { } entry)
        {
            using var reader = new StreamReader(entry.DataStream ?? Stream.Null);
            languages.Add([.. Lines(reader)]);
        }

        var longest = languages.Max(lines => lines.Length);
        return [.. Enumerable.Range(0, longest).SelectMany(row => languages.Where(lines => row < lines.Length).Select(lines => lines[row])).Take(count)];
    }

    private static string CloneRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder.Parent is { } parent && !File.Exists(Path.Combine(folder.FullName, "TextSeg.sln")))
        {
            folder = parent;
        }

        return folder.FullName;
    }

    private static IEnumerable<string> Lines(StreamReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static string TextOf(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("text").GetString() ?? "";
    }
}
