using System.Text.Encodings.Web;
using System.Text.Json;

namespace TextSeg.Engine.Tests.Sources;

public sealed class JsonArraySourceTests : SourceTests
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    protected override string Ending => ".json";

    protected override long FirstLine => 2;

    protected override string BrokenLine => """{"id":"p9","author":ann,"body":"a name without quotes"},""";

    protected override string Write(params (string Id, string Author, string Text)[] posts) => "[\n" + string.Join(
        ",\n", posts.Select(post => JsonSerializer.Serialize(new { id = post.Id, author = post.Author, body = post.Text }, Plain))) + "\n]\n";

    [Fact]
    public void AnArrayCutInTheMiddleKeepsTheWholeRecords()
    {
        var text = Three();
        var (posts, rejected, _) = SourceReading.Read(File(text[..^20]));
        posts.Count.ShouldBe(2);
        rejected.ShouldHaveSingleItem().Reason.ShouldContain("ends in the middle");
        rejected[0].Line.ShouldBe(4);
    }

    [Fact]
    public void AnArrayInsideAnObjectIsFound() =>
        SourceReading.Read(File("{\"posts\": " + Three() + "}")).Posts.Count.ShouldBe(3);

    [Fact]
    public void BracesWithinTextsDoNotCutARecord() =>
        SourceReading.Read(File(Write(("p1", "ann", "if (x) { y(); } \\ \"}"), ("p2", "ben", "and { this")))).Posts[0].Text.ShouldBe("if (x) { y(); } \\ \"}");
}
