using TextSeg.Engine.Sources;

namespace TextSeg.Engine.Tests.Sources;

public sealed class CsvSourceTests : SourceTests
{
    protected override string Ending => ".csv";

    protected override long FirstLine => 2;

    protected override string BrokenLine => "p9,ann,\"a quote that nobody closes";

    protected override string Write(params (string Id, string Author, string Text)[] posts) =>
        "id,author,body\n" + string.Concat(posts.Select(post => $"{post.Id},{post.Author},\"{post.Text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n"));

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void OtherDelimitersAreFound(char delimiter)
    {
        var text = string.Join('\n', "id,author,body", "1,ann,where is it", "2,ben,over there", "3,ann,thank you").Replace(',', delimiter);
        SourceReading.Read(File(text)).Posts.Select(post => post.Text).ShouldBe(["where is it", "over there", "thank you"]);
    }

    [Fact]
    public void LinesWithinQuotesBelongToOneRecord()
    {
        var (posts, _, _) = SourceReading.Read(File("id,body\r\n1,\"first line\r\nsecond, \"\"line\"\"\"\r\n2,plain words here\r\n"));
        posts[0].Text.ShouldBe("first line\nsecond, \"line\"");
        posts[1].Line.ShouldBe(4);
    }

    [Fact]
    public void RaggedRowsAreRejectedWithBothCounts()
    {
        var (posts, rejected, _) = SourceReading.Read(File("id,author,body\n1,ann,all good here\n2,ben\n3,cleo,too,many,cells\n4,dora,fine too,,\n"));
        posts.Select(post => post.ExternalId).ShouldBe(["1", "4"]);
        rejected.Select(row => row.Reason).ShouldBe(["The row has 2 columns and the header 3.", "The row has 5 columns and the header 3."]);
    }

    [Fact]
    public void AHeaderAloneIsSaid() => SourceReading.Fault(File("id,author,body\n")).ShouldContain("column names and no records");

    [Fact]
    public void ATableWithoutTextIsAnsweredWithTheOptionToUse() =>
        SourceReading.Fault(File("id,amount\n1,20\n2,30\n")).ShouldContain("--columns text=NAME");

    [Fact]
    public void TwoColumnsThatLookAlikeAreAskedAbout()
    {
        string[] a = ["the blue shelf is too small", "my old lamp makes a noise", "nobody answers the phone there"];
        string[] b = ["we want a bigger garden table", "the door does not close well", "a chair came without its legs"];
        var rows = a.Zip(b, (x, y) => $"{x},{y}");
        var fault = SourceReading.Fault(File("p,q\n" + string.Join('\n', rows)));
        fault.ShouldContain("two columns that look like the text");
        fault.ShouldContain("--columns text=");
    }

    [Fact]
    public void PlainLinesAreTexts() =>
        SourceReading.Read(File("where is the shelf\nthe lamp blinks\nthank you\n")).Posts.Count.ShouldBe(3);

    [Fact]
    public void DataWithoutColumnNamesIsReadFromTheFirstLine() =>
        SourceReading.Read(File("1,where is the shelf\n2,the lamp blinks a lot\n3,thank you very much\n")).Posts.Count.ShouldBe(3);

    [Fact]
    public void TheSameWordsOfTwoPeopleStayTwoPostsWithTheSameIdsAtEveryReading()
    {
        var file = File("body,stars\n" + string.Concat(Enumerable.Repeat("good,5\n", 500)));
        var first = SourceReading.Read(file, new SourceOptions { Columns = "text=body" }).Posts;
        first.Select(post => post.ExternalId).Distinct().Count().ShouldBe(500);
        SourceReading.Read(file, new SourceOptions { Columns = "text=body" }).Posts.ShouldBe(first);
    }

    [Fact]
    public void AnExcelWorkbookIsAnsweredWithWhatToDo()
    {
        var path = File("x");
        System.IO.File.WriteAllBytes(path, [(byte)'P', (byte)'K', 3, 4, .. new byte[100]]);
        SourceReading.Fault(path).ShouldContain("save the sheet as CSV");
    }

    [Fact]
    public void EveryRandomByteSequenceEndsInPostsOrAClearFault()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var alphabet = "a,\"\n\r;\t|{}[]:é\0 1\\"u8.ToArray();
        for (var round = 0; round < 300; round++)
        {
            var bytes = new byte[random.Next(1, 400)];
            for (var i = 0; i < bytes.Length; i++)
            {
                bytes[i] = alphabet[random.Next(alphabet.Length)];
            }

            var path = File("");
            System.IO.File.WriteAllBytes(path, bytes);
            var fault = Record.Exception(() => SourceReading.Read(path));
            (fault is null or JobException).ShouldBeTrue($"seed {seed}, round {round}: {fault}");
        }
    }
}
