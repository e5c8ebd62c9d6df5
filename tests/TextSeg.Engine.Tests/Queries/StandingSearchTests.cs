using System.Globalization;
using System.Text.Json;
using TextSeg.Engine.MemberRights;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Queries.Standing;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Tests.Queries;

/// <summary>Searches that keep what filters ask in memory answer as those that read it each time.</summary>
public sealed class StandingSearchTests : IAsyncLifetime
{
    private const int Filters = 300;
    private readonly SmallCommunity _community = new(new SqlitePlace());
    private readonly StandingSearch _standing = new();

    public async ValueTask InitializeAsync()
    {
        await _community.MineAsync([_community.WritePosts(400)]);
        InventedReadings.Write(_community.Address, post => (post % 3) switch { 0 => InventedReading.Angry, 1 => InventedReading.Pleased, _ => InventedReading.Unsure });
    }

    public ValueTask DisposeAsync()
    {
        _standing.Dispose();
        _community.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task AFilterFindsExactlyThePostsThatTheDatabaseFinds()
    {
        using var workspace = _community.OpenToRead();
        var run = await _standing.Posts.RenewAsync(workspace, CancellationToken.None);
        var random = new Random(1);
        var passed = 0;
        for (var i = 0; i < Filters; i++)
        {
            var filter = Draw(random, workspace, run);
            var expected = new StoredSelection(workspace, filter, run);
            var chosen = _standing.Posts.Select(filter, workspace, 0);
            chosen.Count.ShouldBe(expected.Count, filter.ToString());
            (chosen.Ids?.Ids ?? []).ShouldBe(expected.Ids?.Ids ?? [], filter.ToString());
            passed += expected.Ids is null || expected.Count == 0 ? 0 : 1;
        }

        passed.ShouldBeGreaterThan(Filters / 4, "most filters should let something through");
    }

    [Theory]
    [InlineData("")]
    [InlineData("language=en")]
    [InlineData("mood=anger|joy,after=2023-03-01")]
    [InlineData("member=m3")]
    [InlineData("intent=share,source=posts.csv")]
    [InlineData("language=xx")]
    public async Task AnAnswerIsTheSameToTheLastLetter(string filter)
    {
        using var workspace = _community.OpenToRead();
        (await AskAsync(workspace, filter, _standing)).ShouldBe(await AskAsync(workspace, filter, null));
    }

    [Fact]
    public async Task WhatChangesIsSeenByTheNextSearch()
    {
        await SameAsync();
        await _community.AddAsync([_community.WritePosts(440)]);
        await SameAsync();
        using (var writer = _community.OpenToWrite())
        {
            writer.Connection.Execute("DELETE FROM Annotations WHERE PostId % 5 = 0; UPDATE Posts SET Language = 'fr' WHERE Id % 7 = 0; UPDATE PostTopics SET TopicId = NULL, LeafId = NULL WHERE PostId % 11 = 0");
            await new MemberErasure(writer).EraseAsync(2);
        }

        await SameAsync();
        await _community.MineAsync([]);
        await SameAsync();
    }

    [Fact]
    public async Task WhoMissedTooManyChangesReadsEverythingAnew()
    {
        await SameAsync();
        using (var writer = _community.OpenToWrite())
        {
            writer.Connection.Execute("UPDATE Posts SET Language = 'fr' WHERE Id < 100; DELETE FROM PostChanges WHERE Moment < (SELECT MAX(Moment) FROM PostChanges)");
        }

        await SameAsync();
    }

    [Fact]
    public async Task AFilterThatLeavesTooFewMembersIsRefused()
    {
        using var workspace = _community.OpenToRead();
        var fault = await Should.ThrowAsync<JobException>(() => Search(workspace, _standing, 5).AskAsync("lamp", new SearchFilter { Member = "m3" }));
        (fault.IsWrongUse, fault.Message).ShouldBe((true, (await Should.ThrowAsync<JobException>(() => Search(workspace, null, 5).AskAsync("lamp", new SearchFilter { Member = "m3" }))).Message));
        (await Search(workspace, _standing, 5).AskAsync("lamp", new SearchFilter { Member = "nobody" })).Searched.ShouldBe(0);
    }

    private async Task SameAsync()
    {
        using var workspace = _community.OpenToRead();
        var run = await _standing.Posts.RenewAsync(workspace, CancellationToken.None);
        var random = new Random(2);
        for (var i = 0; i < 40; i++)
        {
            var filter = Draw(random, workspace, run);
            var expected = new StoredSelection(workspace, filter, run);
            var chosen = _standing.Posts.Select(filter, workspace, 0);
            (chosen.Count, string.Join(',', chosen.Ids?.Ids ?? [])).ShouldBe((expected.Count, string.Join(',', expected.Ids?.Ids ?? [])), filter.ToString());
        }
    }

    private static async Task<string> AskAsync(Workspace workspace, string filter, StandingSearch? standing) =>
        JsonSerializer.Serialize(await Search(workspace, standing, 0).AskAsync("refund payment charged bank invoice", SearchFilter.Parse(filter), limit: 50), StoredJson.Options);

    private static PostSearch Search(Workspace workspace, StandingSearch? standing, int fewest)
    {
        var encoder = new WordHashEncoder();
        return new PostSearch(workspace, workspace.Vectors.OpenToRead(encoder.ModelId, 48), encoder) { Standing = standing, FewestMembers = fewest };
    }

    private static SearchFilter Draw(Random random, Workspace workspace, long run)
    {
        var topics = workspace.Connection.Query("SELECT Id FROM Topics WHERE RunId = $1 ORDER BY Id", row => row.GetString(0), run).ToArray();
        string[] moods = ["negative", "neutral", "positive", "mixed", "frustrated", "anger", "joy", "unsure"];
        return new SearchFilter
        {
            Language = Maybe(["en", "fr", "unknown"]),
            Kind = random.Next(6) == 0 ? PostKind.Forum : null,
            Source = Maybe(["posts.csv", "elsewhere"]),
            After = random.Next(4) == 0 ? new DateTimeOffset(2023, random.Next(1, 10), 1, 0, 0, 0, TimeSpan.Zero) : null,
            Before = random.Next(4) == 0 ? new DateTimeOffset(2023, random.Next(1, 10), 12, 0, 0, 0, TimeSpan.Zero) : null,
            Member = random.Next(6) == 0 ? (random.Next(2) == 0 ? $"m{random.Next(22)}" : random.Next(1, 22).ToString(CultureInfo.InvariantCulture)) : null,
            Segment = Maybe(["s1", "s2", "s9"]),
            Topic = Maybe([.. topics, "t9-9"]),
            Moods = random.Next(3) == 0 ? [.. moods.Where(_ => random.Next(3) == 0)] : null,
            Intents = random.Next(5) == 0 ? [random.Next(2) == 0 ? "share" : "report-problem"] : null,
            Urgencies = random.Next(5) == 0 ? ["urgent"] : null,
        };

        string? Maybe(string[] values) => random.Next(5) == 0 ? values[random.Next(values.Length)] : null;
    }
}
