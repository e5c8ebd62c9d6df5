using Xunit;

namespace TextSeg.Testing;

/// <summary>
/// Public text and third-party encoders that the project may test with but does not contain.
/// They lie in a folder named <c>shared</c> beside the clone, or where TEXTSEG_SHARED points.
/// </summary>
public static class SharedFiles
{
    private static readonly string Folder =
        Environment.GetEnvironmentVariable("TEXTSEG_SHARED") ?? Path.Combine(Repository.Root, "..", "shared");

    /// <summary>The file's path; the running test is skipped, visibly, when the file is absent.</summary>
    public static string PathOrSkip(string relative)
    {
        var path = Path.GetFullPath(Path.Combine(Folder, relative));
        Assert.SkipUnless(File.Exists(path) || Directory.Exists(path), $"needs shared/{relative}, which is not beside this clone");
        return path;
    }
}
