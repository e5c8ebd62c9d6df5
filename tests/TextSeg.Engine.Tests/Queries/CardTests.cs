using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Tests.Queries;

public sealed class CardTests : IAsyncLifetime
{
    private readonly SmallCommunity _community = new();

    public async ValueTask InitializeAsync() => await _community.MineAsync([_community.WritePosts(300)]);

    public ValueTask DisposeAsync()
    {
        _community.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void TopicsOfOneLevelHoldEveryPostThatIsInOne()
    {
        using var workspace = _community.OpenToRead();
        var topics = new TopicQueries(workspace).AtReaderLevel();
        var none = workspace.Connection.Query("SELECT COUNT(*) FROM PostTopics WHERE TopicId IS NULL", row => row.GetInt32(0)).Single();
        topics.Sum(topic => topic.Posts).ShouldBe(300 - none);
    }

    [Fact]
    public void ATopicCardShowsPostsMonthsAndLanguages()
    {
        using var workspace = _community.OpenToRead();
        var queries = new TopicQueries(workspace);
        var card = queries.Get(queries.AtReaderLevel()[0].Id);
        card.Quotes.ShouldNotBeEmpty();
        card.Months.Sum(month => month.Posts).ShouldBe(card.Topic.Posts);
        card.Languages.Sum(share => share.Posts).ShouldBe(card.Topic.Posts);
    }

    [Fact]
    public void AMemberIsFoundByNumberAndByIdInTheSource()
    {
        using var workspace = _community.OpenToRead();
        var queries = new MemberQueries(workspace);
        var card = queries.Get("m7");
        queries.Get(card.Member.ToString(System.Globalization.CultureInfo.InvariantCulture)).Posts.ShouldBe(card.Posts);
        card.Topics.Sum(topic => topic.Posts).ShouldBeLessThanOrEqualTo(card.Posts);
        card.Latest.Count.ShouldBe(5);
    }

    [Fact]
    public void WhatDoesNotExistIsSaid()
    {
        using var workspace = _community.OpenToRead();
        Should.Throw<JobException>(() => new TopicQueries(workspace).Get("t9-99")).Message.ShouldContain("no topic t9-99");
        Should.Throw<JobException>(() => new SegmentQueries(workspace).Get("s99")).Message.ShouldContain("no segment s99");
        Should.Throw<JobException>(() => new MemberQueries(workspace).Get("nobody")).Message.ShouldContain("no member nobody");
    }

    [Fact]
    public void TheRunTellsHowItWasMade()
    {
        using var workspace = _community.OpenToRead();
        var run = CurrentRun.Read(workspace);
        (run.Model, run.Facts.Posts).ShouldBe(("words@1", 300));
        run.Facts.Shares.Values.Sum().ShouldBe(1, 1e-6);
    }
}
