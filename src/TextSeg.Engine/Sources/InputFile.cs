namespace TextSeg.Engine.Sources;

/// <summary>One file to read, or standard input.</summary>
/// <param name="Path">Path, or "-" for standard input.</param>
/// <param name="Name">Name of the source: the file's name without folder and known endings; of a Stack Exchange dump the folder's name.</param>
public sealed record InputFile(string Path, string Name)
{
    private static readonly string[] Endings = [".csv", ".tsv", ".tab", ".txt", ".json", ".jsonl", ".ndjson", ".mbox", ".mbx"];
    private const string DumpPosts = "Posts.xml";

    /// <summary>Whether this is standard input.</summary>
    public bool IsStandardInput => Path == "-";

    /// <summary>How messages call it where not by its path.</summary>
    public string? Shown { get; init; }

    /// <summary>Bytes that are read of it at most, unpacked: what a packed file becomes cannot be told beforehand. Default: all.</summary>
    public long MostBytes { get; init; } = long.MaxValue;

    /// <summary>How messages call it.</summary>
    public string Display => IsStandardInput ? "standard input" : Shown ?? Path;

    public static InputFile Of(string path) => new(path, path == "-" ? "stdin" : NameOf(path));

    /// <summary>Whether a file found in a folder is read: its ending is known and it is not a list of rejected rows.</summary>
    public static bool IsKnown(string path)
    {
        var name = WithoutGzip(System.IO.Path.GetFileName(path));
        return (Endings.Contains(System.IO.Path.GetExtension(name).ToLowerInvariant()) || IsDump(name))
            && !name.EndsWith(RejectedRowList.Ending, StringComparison.OrdinalIgnoreCase);
    }

    private static string NameOf(string path)
    {
        var name = WithoutGzip(System.IO.Path.GetFileName(path));
        if (IsDump(name) && System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))) is { Length: > 0 } site)
        {
            return site;
        }

        var ending = System.IO.Path.GetExtension(name).ToLowerInvariant();
        return Endings.Contains(ending) ? name[..^ending.Length] : name;
    }

    private static bool IsDump(string name) => name.Equals(DumpPosts, StringComparison.OrdinalIgnoreCase);

    private static string WithoutGzip(string name) => name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
}
