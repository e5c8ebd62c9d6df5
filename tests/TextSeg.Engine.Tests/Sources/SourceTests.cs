using System.IO.Compression;
using System.Text;
using TextSeg.Engine.Sources;

namespace TextSeg.Engine.Tests.Sources;

/// <summary>What every source of records keeps to, whatever its format.</summary>
public abstract class SourceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    protected abstract string Ending { get; }

    /// <summary>The records in the format under test, each on a line of its own after <see cref="FirstLine"/> lines.</summary>
    protected abstract string Write(params (string Id, string Author, string Text)[] posts);

    protected abstract long FirstLine { get; }

    /// <summary>A record that cannot be read, on one line.</summary>
    protected abstract string BrokenLine { get; }

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void RecordsArriveInOrderWithTheirLines()
    {
        var (posts, rejected, report) = SourceReading.Read(File(Three()));
        posts.Select(post => post.ExternalId).ShouldBe(["p1", "p2", "p3"]);
        posts.Select(post => post.Line).ShouldBe([FirstLine, FirstLine + 1, FirstLine + 2]);
        posts[1].Member.ShouldBe("ben");
        posts[1].Text.ShouldBe("the lamp \"blinks\", why?");
        rejected.ShouldBeEmpty();
        report.Taken.ShouldBe(3);
    }

    [Fact]
    public void GzipIsReadWhateverItsName()
    {
        var path = _folder.File("packed" + Ending);
        System.IO.File.WriteAllBytes(path, Pack(Three()));
        SourceReading.Read(path).Posts.Count.ShouldBe(3);
    }

    [Fact]
    public void GzipOfSeveralMembersIsReadToTheEnd()
    {
        var text = Three();
        var path = _folder.File("parts" + Ending + ".gz");
        System.IO.File.WriteAllBytes(path, [.. Pack(text[..40]), .. Pack(text[40..])]);
        SourceReading.Read(path).Posts.Count.ShouldBe(3);
    }

    [Fact]
    public void GzipCutShortKeepsWhatCameBefore()
    {
        var many = Write([.. Enumerable.Range(0, 20_000).Select(i => ($"p{i}", $"m{i % 7}", $"question {i * 7919 % 10007} about shelf {i * 31 % 977}"))]);
        var packed = Pack(many);
        var path = _folder.File("cut" + Ending + ".gz");
        System.IO.File.WriteAllBytes(path, packed[..(packed.Length * 3 / 4)]);
        var (posts, rejected, _) = SourceReading.Read(path);
        posts.Count.ShouldBeInRange(10_000, 19_999);
        rejected.Count.ShouldBeInRange(1, 2);
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("iso-8859-1", false)]
    public void EveryEncodingGivesTheSameText(string name, bool mark)
    {
        var encoding = Encoding.GetEncoding(name);
        var bytes = encoding.GetBytes(Write(("p1", "zoé", "über den Türöffner gefällt mir"), ("p2", "ana", "la lámpara pequeña no enciende")));
        var path = _folder.File("encoded" + Ending);
        System.IO.File.WriteAllBytes(path, [.. mark ? encoding.GetPreamble() : [], .. bytes]);
        var (posts, _, report) = SourceReading.Read(path);
        posts.Select(post => post.Text).ShouldBe(["über den Türöffner gefällt mir", "la lámpara pequeña no enciende"]);
        posts[0].Member.ShouldBe("zoé");
        report.ReplacedBytes.ShouldBe(0);
    }

    [Fact]
    public void InvalidBytesAreReplacedAndCounted()
    {
        var posts = Enumerable.Range(0, 20).Select(i => ($"p{i}", "mé", $"déjà vu numéro {i} à côté")).ToArray();
        var bytes = Encoding.UTF8.GetBytes(Write(posts).Replace("numéro 7", "num~ro 7", StringComparison.Ordinal));
        bytes[Array.IndexOf(bytes, (byte)'~')] = 0xFF;
        var path = _folder.File("invalid" + Ending);
        System.IO.File.WriteAllBytes(path, bytes);
        var (read, _, report) = SourceReading.Read(path);
        read[7].Text.ShouldBe("déjà vu num\uFFFDro 7 à côté");
        report.ReplacedBytes.ShouldBe(1);
        report.Notes().ShouldContain(note => note.Contains("1 bytes are no text", StringComparison.Ordinal));
    }

    [Fact]
    public void NulCharactersAreLeftOutAndCounted()
    {
        var (posts, _, report) = SourceReading.Read(File(Three().Replace("blinks", "bli\0nks", StringComparison.Ordinal)));
        posts[1].Text.ShouldBe("the lamp \"blinks\", why?");
        report.RemovedNuls.ShouldBe(1);
    }

    [Fact]
    public void ABrokenRecordCostsOneRow()
    {
        var lines = Three().Split('\n').ToList();
        lines.Insert((int)FirstLine, BrokenLine);
        var (posts, rejected, _) = SourceReading.Read(File(string.Join('\n', lines)));
        posts.Select(post => post.ExternalId).ShouldBe(["p1", "p2", "p3"]);
        rejected.ShouldHaveSingleItem().Line.ShouldBe(FirstLine + 1);
    }

    [Fact]
    public void ARecordOverTheLimitIsRejectedAndReadingGoesOn()
    {
        var text = Write(("p1", "ann", "first question here"), ("p2", "ben", new string('x', 200_000)), ("p3", "cleo", "third question here"));
        var (posts, rejected, _) = SourceReading.Read(File(text), new SourceOptions { MaxRecordCharacters = 10_000 });
        posts.Select(post => post.ExternalId).ShouldBe(["p1", "p3"]);
        rejected.ShouldHaveSingleItem().Reason.ShouldContain("longer than");
    }

    [Fact]
    public void APostOfOneMillionCharactersIsTaken()
    {
        var text = string.Concat(Enumerable.Repeat("many words about one lamp ", 40_000));
        SourceReading.Read(File(Write(("p1", "ann", text), ("p2", "ben", "short one")))).Posts[0].Text.ShouldBe(text);
    }

    [Fact]
    public void OneIdWithTwoTextsIsRejectedAndNamesTheFirstLine()
    {
        var posts = Enumerable.Range(0, 30).Select(i => ($"p{i}", "ann", $"question number {i}")).Append(("p4", "ann", "something else")).Append(("p5", "ann", "question number 5"));
        var (taken, rejected, _) = SourceReading.Read(File(Write([.. posts])));
        taken.Count.ShouldBe(31);
        rejected.ShouldHaveSingleItem().Reason.ShouldContain($"line {FirstLine + 4}");
    }

    [Fact]
    public void AnEmptyTextIsRejected() =>
        SourceReading.Read(File(Write(("p1", "ann", "a real question"), ("p2", "ben", "  ")))).Rejected.ShouldHaveSingleItem().Reason.ShouldContain("empty");

    [Fact]
    public void AnEmptyFileIsSaidToBeEmpty() => SourceReading.Fault(File(" \n")).ShouldContain("is empty");

    [Fact]
    public void AnUnknownColumnIsAnsweredWithAllColumns()
    {
        var fault = SourceReading.Fault(File(Three()), new SourceOptions { Columns = "text=corpse" });
        fault.ShouldContain("no column corpse");
        fault.ShouldContain("body");
    }

    [Fact]
    public void ANamedColumnWins()
    {
        var (posts, _, report) = SourceReading.Read(File(Three()), new SourceOptions { Columns = "text=author,member=" });
        posts[1].Text.ShouldBe("ben");
        posts[1].Member.ShouldBeNull();
        report.Mapping![TextSeg.Engine.Sources.Columns.ColumnRole.Text]!.Reason.ShouldBe("as you said");
    }

    protected string Three() => Write(("p1", "ann", "where is the shelf?"), ("p2", "ben", "the lamp \"blinks\", why?"), ("p3", "cleo", "thank you all, it works now"));

    protected string File(string content) => _folder.Write("posts" + Ending, content);

    private static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
