using TextSeg.Engine.Sources;

namespace TextSeg.Engine.Tests.Sources;

public sealed class InputFinderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AFolderStandsForItsKnownFilesInOrder()
    {
        Directory.CreateDirectory(_folder.File("inner"));
        foreach (var name in new[] { "b.csv", "a.jsonl.gz", "notes.md", "b.csv.rejected.jsonl", "inner/c.tsv" })
        {
            _folder.Write(name, "x");
        }

        InputFinder.Find([_folder.Path]).Select(file => file.Name).ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public void AFileNamedTwiceIsReadOnce()
    {
        var path = _folder.Write("a.csv", "x");
        InputFinder.Find([path, path]).Count.ShouldBe(1);
    }

    [Fact]
    public void AMissingFileIsSaid() => Fault(_folder.File("none.csv")).ShouldContain("no file or folder");

    [Fact]
    public void AFolderWithoutFilesIsSaid() => Fault(_folder.Path).ShouldContain("holds no file to read");

    [Fact]
    public void NoInputIsWrongUse() => Should.Throw<JobException>(() => InputFinder.Find([])).IsWrongUse.ShouldBeTrue();

    private static string Fault(string path) => Should.Throw<JobException>(() => InputFinder.Find([path])).Message;
}
