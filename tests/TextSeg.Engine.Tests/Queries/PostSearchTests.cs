using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;
using TextSeg.Nlp.Languages;

namespace TextSeg.Engine.Tests.Queries;

public sealed class PostSearchTests : IAsyncLifetime
{
    private readonly SmallCommunity _community = new();

    public async ValueTask InitializeAsync() => await _community.MineAsync([_community.WritePosts(400)]);

    public ValueTask DisposeAsync()
    {
        _community.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task PostsAboutTheQuestionComeFirst()
    {
        var answer = await AskAsync("refund payment charged bank invoice", new SearchFilter());
        answer.Hits.Count.ShouldBe(10);
        answer.Hits.ShouldAllBe(hit => hit.Text.Contains("refund") || hit.Text.Contains("payment") || hit.Text.Contains("bank") || hit.Text.Contains("invoice"));
        answer.Hits.ShouldAllBe(hit => hit.Relevance >= 0 && hit.Relevance <= 1);
        answer.Legs.Words.ShouldBeGreaterThan(0);
        answer.Searched.ShouldBe(400);
    }

    [Fact]
    public async Task ANarrowFilterStillFindsAllThereIs()
    {
        var answer = await AskAsync("parcel", new SearchFilter { Member = "m3", After = new DateTimeOffset(2023, 3, 1, 0, 0, 0, TimeSpan.Zero) }, limit: 1000);
        using var workspace = _community.OpenToRead();
        using var context = workspace.CreateContext();
        var member = context.Members.Single(known => known.ExternalId == "m3").Id;
        answer.Hits.ShouldNotBeEmpty();
        answer.Hits.ShouldAllBe(hit => hit.Member == member && hit.Time >= new DateTimeOffset(2023, 3, 1, 0, 0, 0, TimeSpan.Zero));
        var holding = context.Posts.Where(post => post.MemberId == member && post.Prose!.Contains("parcel")).Select(post => post.Id).ToList();
        answer.Hits.Select(hit => hit.Post).ShouldBe(answer.Hits.Select(hit => hit.Post).Distinct());
        answer.Legs.Words.ShouldBeLessThanOrEqualTo(holding.Count);
        answer.Legs.Words.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task TheTopicFilterTakesTheTopicsBelow()
    {
        using var workspace = _community.OpenToRead();
        var coarsest = new TopicQueries(workspace).All()[0];
        (await AskAsync("question", new SearchFilter { Topic = coarsest.Id })).Searched.ShouldBe(coarsest.Posts);
    }

    [Fact]
    public async Task AQuestionWithoutAnyWordFindsNothing()
    {
        var answer = await AskAsync("?!", new SearchFilter());
        answer.Hits.ShouldBeEmpty();
    }

    [Fact]
    public async Task AFilterThatNothingPassesIsAnEmptyAnswer() => (await AskAsync("lamp", new SearchFilter { Language = "xx" })).Searched.ShouldBe(0);

    [Fact]
    public async Task AskingForMoodsThatWereNotReadSaysWhatToDo() =>
        (await Should.ThrowAsync<JobException>(() => AskAsync("lamp", SearchFilter.Parse("mood=frustrated")))).Message.ShouldContain("textseg mine");

    [Fact]
    public void FaultsOfAFilterAreSaidTogether()
    {
        var fault = Should.Throw<JobException>(() => SearchFilter.Parse("after=soon,kind=song,colour=red,member="));
        fault.IsWrongUse.ShouldBeTrue();
        fault.Message.ShouldContain("'soon' is no after");
        fault.Message.ShouldContain("'song' is no kind");
        fault.Message.ShouldContain("no filter colour");
        fault.Message.ShouldContain("member has no value");
    }

    private async Task<SearchAnswer> AskAsync(string question, SearchFilter filter, int limit = 10)
    {
        using var workspace = _community.OpenToRead();
        using var encoder = new WordHashEncoder();
        await using var store = new MiningTools(encoder, LanguageIdentifier.Load(Repository.PathOf("models/languages"))).OpenStoreToRead(workspace);
        return await new PostSearch(workspace, store, encoder).AskAsync(question, filter, limit);
    }
}
