using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;
using TextSeg.Nlp.Languages;

namespace TextSeg.Engine.Tests.Queries;

public sealed class ReadingFilterTests(ReadCommunity community) : IClassFixture<ReadCommunity>
{
    [Theory]
    [InlineData("mood=frustrated", 80)]
    [InlineData("mood=anger|joy", 320)]
    [InlineData("mood=negative,intent=report-problem,urgency=urgent", 80)]
    [InlineData("intent=share|report-problem", 320)]
    [InlineData("intent=unsure", 80)]
    [InlineData("mood=negative,intent=share", 0)]
    public async Task EveryPostWithTheLabelIsSearchedAndNoOther(string filter, int posts) => (await AskAsync(filter)).Searched.ShouldBe(posts);

    [Fact]
    public async Task HitsBearTheLabelsThatWereAskedFor()
    {
        var answer = await AskAsync("mood=frustrated,after=2023-03-01");
        answer.Hits.ShouldNotBeEmpty();
        answer.Hits.ShouldAllBe(hit => IsAngry(hit) && hit.Time >= new DateTimeOffset(2023, 3, 1, 0, 0, 0, TimeSpan.Zero));
        answer.Hits[0].Labels.ShouldBe(["negative", "frustrated", "anger", "report-problem", "urgent"]);
        answer.Legs.Words.ShouldBe(Words());
    }

    [Fact]
    public void UnknownValuesAreToldWithAllThatExist()
    {
        var fault = Should.Throw<JobException>(() => SearchFilter.Parse("mood=cross|joy,intent=dance,urgency=|"));
        fault.IsWrongUse.ShouldBeTrue();
        fault.Message.ShouldContain("'cross' is no mood: there are negative, neutral, positive, mixed, frustrated, anger");
        fault.Message.ShouldContain("'dance' is no intent: there are ask-for-help");
        fault.Message.ShouldContain("is no urgency: there are calm, normal, urgent, unsure");
    }

    [Fact]
    public void CardsCountMoodsAndIntentsAndTellWhatIsUnsure()
    {
        using var workspace = community.OpenToRead();
        var queries = new TopicQueries(workspace);
        var topic = queries.Get(queries.All()[0].Id);
        var read = topic.Readings.ShouldNotBeNull();
        read.Posts.ShouldBe(topic.Topic.Posts);
        (read.Wants.Known + read.Wants.Unsure).ShouldBe(read.Posts);
        read.Wants.Labels.Sum(label => label.Share).ShouldBe(1, 1e-9);
        read.Wants.Labels[0].Label.ShouldBe("share");
        read.ShareFrustrated.ShouldNotBeNull().ShouldBe(read.Frustrated / (double)read.Posts, 1e-9);

        var member = new MemberQueries(workspace).Get("m7");
        member.Readings.ShouldNotBeNull().Posts.ShouldBe(member.Posts);
    }

    private static bool IsAngry(SearchHit hit) => int.Parse(hit.Id[1..], System.Globalization.CultureInfo.InvariantCulture) % 5 == 0;

    private int Words()
    {
        using var workspace = community.OpenToRead();
        return workspace.Connection.Query("SELECT Id, Time FROM Posts WHERE Prose LIKE '%parcel%' AND CAST(SUBSTR(ExternalId, 2) AS INTEGER) % 5 = 0", row => (row.GetInt64(0), Time: row.GetInt64(1)))
            .Count(post => post.Time >= new DateTimeOffset(2023, 3, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds());
    }

    private async Task<SearchAnswer> AskAsync(string filter)
    {
        using var workspace = community.OpenToRead();
        using var encoder = new WordHashEncoder();
        await using var store = new MiningTools(encoder, LanguageIdentifier.Load(Repository.PathOf("models/languages"))).OpenStoreToRead(workspace);
        return await new PostSearch(workspace, store, encoder).AskAsync("parcel", SearchFilter.Parse(filter), 1000);
    }
}
