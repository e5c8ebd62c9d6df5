namespace TextSeg.Cli.Tests.BadInput;

/// <summary>Communities of unusual sizes and shapes are mined like any other.</summary>
public sealed class UnusualCommunityTests : IDisposable
{
    private readonly MineFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(500)]
    public void IdenticalPostsLieInOneTopic(int posts)
    {
        var rows = Enumerable.Range(0, posts).Select(i => $"p{i},m{i % 50},the lamp blinks again and again");
        var mined = Mine([InputRows.Header, .. rows]);
        mined.GetProperty("added").GetInt32().ShouldBe(posts);
        mined.GetProperty("topics").EnumerateArray().ShouldHaveSingleItem().GetProperty("posts").GetInt32().ShouldBe(posts);
        mined.GetProperty("noSegments").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void AllPostsByOneMemberGiveTopicsAndOneMember()
    {
        var mined = Mine([InputRows.Header, .. InputRows.Csv("p", 120).Select(row => row.Split(',')).Select(cells => $"{cells[0]},ann,{cells[2]}")]);
        mined.GetProperty("totals").GetProperty("members").GetInt32().ShouldBe(1);
        mined.GetProperty("topics").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void TenThousandMembersWithOnePostEachAreMined()
    {
        var rows = Enumerable.Range(0, 10_000).Select(i => $"p{i},single{i},my lamp shows {i % 200}");
        var mined = Mine([InputRows.Header, .. rows]);
        mined.GetProperty("totals").GetProperty("members").GetInt32().ShouldBe(10_000);
        mined.GetProperty("topics").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void WithoutAMemberColumnThereAreTopicsOnlyAndItIsSaid()
    {
        var mined = Mine(["id,body", .. InputRows.Csv("p", 120).Select(row => row.Split(',')).Select(cells => $"{cells[0]},{cells[2]}")]);
        mined.GetProperty("topics").GetArrayLength().ShouldBeGreaterThan(0);
        mined.GetProperty("segments").GetArrayLength().ShouldBe(0);
        mined.GetProperty("noSegments").GetString()!.ShouldContain("--columns member=NAME");
    }

    [Fact]
    public void PostsOfEmojiAreMinedAndPostsOfLinksAreKeptWithoutATopic()
    {
        Mine([InputRows.Header, .. InputRows.Csv("p", 40), "emoji,ann,😀😀😀", "link,ben,https://example.org/a"]);
        TopicOf("emoji").ShouldNotBeNull();
        TopicOf("link").ShouldBeNull();
    }

    private string? TopicOf(string post) => _folder.Read(tables =>
    {
        var id = tables.Posts.Single(row => row.ExternalId == post).Id;
        return tables.PostTopics.SingleOrDefault(row => row.PostId == id)?.TopicId;
    });

    private System.Text.Json.JsonElement Mine(string[] lines) => _folder.Mine(_folder.Write("posts.csv", lines)).ShouldBeGood().Json;
}
