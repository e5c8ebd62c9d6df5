using TextSeg.Engine.Sources;

namespace TextSeg.Engine.Tests.Sources;

public sealed class RejectedRowListTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void RowsAreListedBesideTheInput()
    {
        var path = _folder.Write("a.csv", "x");
        using (var list = new RejectedRowList(InputFile.Of(path), _folder.Path))
        {
            list.Add(new RejectedRow("a", 7, "The text (body) is empty."));
        }

        File.ReadAllText(path + ".rejected.jsonl").ShouldBe("{\"line\":7,\"reason\":\"The text (body) is empty.\"}\n");
    }

    [Fact]
    public void AnOldListIsGoneWhenNothingWasRejected()
    {
        var path = _folder.Write("a.csv", "x");
        _folder.Write("a.csv.rejected.jsonl", "{}");
        new RejectedRowList(InputFile.Of(path), _folder.Path).Dispose();
        File.Exists(path + ".rejected.jsonl").ShouldBeFalse();
    }

    [Fact]
    public void StandardInputIsListedInTheGivenFolder()
    {
        using var list = new RejectedRowList(InputFile.Of("-"), _folder.Path);
        list.Add(new RejectedRow("stdin", 1, "x"));
        list.Path.ShouldBe(_folder.File("stdin.rejected.jsonl"));
    }
}
