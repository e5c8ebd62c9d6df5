using System.Text.Json;
using Shouldly;
using TextSeg.Engine.Samples;
using Xunit;

namespace TextSeg.Engine.Tests.Samples;

public sealed class SampleWriterTests
{
    [Fact]
    public void TheSameOptionsGiveTheSameBytesAndAnotherSeedOthers()
    {
        var (posts, truth) = Write(seed: 5);

        Write(seed: 5).Posts.ShouldBe(posts);
        Write(seed: 5).Truth.ShouldBe(truth);
        Write(seed: 6).Posts.ShouldNotBe(posts);
    }

    [Fact]
    public void TruthHasOneRecordForEveryPostInTheSameOrder()
    {
        var (posts, truth) = Write(seed: 7);
        var ids = Lines(posts).Select(line => line.GetProperty("id").GetString());
        var records = Lines(truth).ToList();

        records.Where(record => record.GetProperty("record").GetString() == "post").Select(record => record.GetProperty("id").GetString()).ShouldBe(ids);
        records.CountBy(record => record.GetProperty("record").GetString()!).ToDictionary()["member"].ShouldBe(60);
        records.Single(record => record.GetProperty("record").GetString() == "rise").GetProperty("topic").GetString().ShouldBe("app");
    }

    [Fact]
    public void PostsDoNotGiveTheAnswersAway()
    {
        var fields = Lines(Write(seed: 8).Posts).SelectMany(line => line.EnumerateObject().Select(field => field.Name)).Distinct();

        fields.ShouldBe(["id", "member", "member_name", "time", "kind", "thread", "title", "reply_to", "rating", "text"], ignoreOrder: true);
    }

    private static (byte[] Posts, byte[] Truth) Write(int seed)
    {
        using var posts = new MemoryStream();
        using var truth = new MemoryStream();
        SampleWriter.Write(new SampleCommunity(new SampleOptions { Members = 60, Posts = 600, Seed = seed }), posts, truth);
        return (posts.ToArray(), truth.ToArray());
    }

    private static IEnumerable<JsonElement> Lines(byte[] jsonLines) =>
        System.Text.Encoding.UTF8.GetString(jsonLines).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement);
}
