using TextSeg.Engine.Vectors;

namespace TextSeg.Engine.Tests.Vectors;

public sealed class MappedRowsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WhatWasSetIsThereWhenOpenedAgain()
    {
        using (var made = MappedRows.Create(_folder.File("rows"), 3, 2))
        {
            made.Rows.Set(2, [0.6f, -0.8f]);
            made.Flush();
        }

        using var again = MappedRows.Open(_folder.File("rows"));

        again.Rows.Count.ShouldBe(3);
        again.Rows.CodesOf(2).ToArray().ShouldBe([(sbyte)95, (sbyte)-127]);
        again.Rows.Dot(2, 2).ShouldBe(1, 0.01f);
        again.Rows.ScaleOf(0).ShouldBe(0);
    }

    [Fact]
    public void NoRowsAreAFileToo()
    {
        using (MappedRows.Create(_folder.File("rows"), 0, 7))
        {
        }

        using var again = MappedRows.Open(_folder.File("rows"));

        again.Rows.Count.ShouldBe(0);
        again.Rows.Dimension.ShouldBe(7);
    }

    [Fact]
    public void AFileThatIsCutOrMissingOrForeignIsRefused()
    {
        using (MappedRows.Create(_folder.File("rows"), 30, 20))
        {
        }

        using (var file = File.OpenWrite(_folder.File("rows")))
        {
            file.SetLength(file.Length - 5);
        }

        File.WriteAllText(_folder.File("foreign"), new string('x', 500));

        foreach (var name in new[] { "rows", "foreign", "missing" })
        {
            Should.Throw<VectorStoreException>(() => MappedRows.Open(_folder.File(name))).Message.ShouldContain("run again");
        }
    }

    [Fact]
    public void RowsAreNotReadAfterTheFileIsClosed()
    {
        var rows = MappedRows.Create(_folder.File("rows"), 3, 2);
        rows.Dispose();

        Should.Throw<ObjectDisposedException>(() => rows.Rows.ScaleOf(1));
    }
}
