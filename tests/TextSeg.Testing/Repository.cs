namespace TextSeg.Testing;

/// <summary>Finds the root of the clone, whatever folder the tests run in.</summary>
public static class Repository
{
    /// <summary>The folder that holds TextSeg.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A path below the root, in the machine's own separators.</summary>
    public static string PathOf(string relative) => Path.Combine(Root, relative);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "TextSeg.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests must run from inside a clone: no TextSeg.sln above " + AppContext.BaseDirectory);
    }
}
