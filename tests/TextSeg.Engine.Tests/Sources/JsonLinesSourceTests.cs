using System.Text.Encodings.Web;
using System.Text.Json;

namespace TextSeg.Engine.Tests.Sources;

public sealed class JsonLinesSourceTests : SourceTests
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    protected override string Ending => ".jsonl";

    protected override long FirstLine => 1;

    protected override string BrokenLine => """{"id":"p9","author":"ann","body":"cut in the mid""";

    protected override string Write(params (string Id, string Author, string Text)[] posts) =>
        string.Concat(posts.Select(post => JsonSerializer.Serialize(new { id = post.Id, author = post.Author, body = post.Text }, Plain) + "\n"));

    [Fact]
    public void ObjectsWithinAreFlattened()
    {
        var (posts, _, _) = SourceReading.Read(File("""
            {"id":1,"user":{"id":"u7","name":"Ann"},"content":"where is the shelf","created_at":"2021-03-04T05:06:07Z"}
            {"id":2,"user":{"id":"u8","name":"Ben"},"content":"over there","created_at":"2021-03-05T05:06:07Z"}
            """), new() { Columns = "member=user.id,name=user.name" });
        posts[0].Member.ShouldBe("u7");
        posts[0].MemberName.ShouldBe("Ann");
        posts[0].Time.ShouldBe(new DateTimeOffset(2021, 3, 4, 5, 6, 7, TimeSpan.Zero));
    }
}
