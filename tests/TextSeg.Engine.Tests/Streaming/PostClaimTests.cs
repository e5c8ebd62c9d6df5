using TextSeg.Engine.Hosting;
using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Streaming;

namespace TextSeg.Engine.Tests.Streaming;

/// <summary>Several workers on one workspace, step by step.</summary>
public sealed class PostClaimTests : IDisposable
{
    private readonly SmallCommunity _community = new();
    private readonly HandClock _clock = new();

    public void Dispose() => _community.Dispose();

    [Fact]
    public async Task WhatTwoWorkersMakeIsWhatOneMakes()
    {
        await _community.MineAsync([_community.WritePosts(200)]);
        using var one = new SmallCommunity();
        await one.MineAsync([one.WritePosts(200)]);
        await StoreAsync(_community, 300);
        await StoreAsync(one, 300);
        using (var workspace = one.OpenToWrite())
        {
            await using var knowledge = new StandingKnowledge();
            (await one.Pipeline(workspace).CatchUpAsync(knowledge, 1_000, null, CancellationToken.None)).Taken.ShouldBe(100);
        }

        var encoders = new[] { new WordHashEncoder(), new WordHashEncoder() };
        using (var workspace = _community.OpenToWrite())
        {
            await using var first = new Worker(_community, workspace, "first", _clock, encoders[0]);
            await using var second = new Worker(_community, workspace, "second", _clock, encoders[1]);
            while (true)
            {
                var (a, b) = (await first.ClaimAsync(17), await second.ClaimAsync(13));
                if (a is null && b is null)
                {
                    break;
                }

                var (ofFirst, ofSecond) = (a is null ? null : await first.WorkAsync(a), b is null ? null : await second.WorkAsync(b));
                await (ofSecond is null ? Task.CompletedTask : second.FinishAsync(ofSecond));
                await (ofFirst is null ? Task.CompletedTask : first.FinishAsync(ofFirst));
            }

            // Nothing is left but to place the authors.
            await using var knowledge = new StandingKnowledge();
            (await _community.Pipeline(workspace).CatchUpAsync(knowledge, 1_000, null, CancellationToken.None)).Taken.ShouldBe(0);
        }

        encoders.Select(encoder => encoder.Encoded).ShouldAllBe(encoded => encoded > 30);
        encoders.Sum(encoder => encoder.Encoded).ShouldBe(100, "no post was read twice");
        _community.Visible().ShouldBe(one.Visible());
    }

    [Fact]
    public async Task AClaimOfAKilledWorkerEndsAndWhatItWritesLateIsNotTaken()
    {
        await _community.MineAsync([_community.WritePosts(100)]);
        await StoreAsync(_community, 110);
        using var workspace = _community.OpenToWrite();
        await using var killed = new Worker(_community, workspace, "killed", _clock, new WordHashEncoder());
        await using var other = new Worker(_community, workspace, "other", _clock, new WordHashEncoder());
        var late = await killed.WorkAsync((await killed.ClaimAsync(100))!);

        _clock.Pass(RowClaims.Lasts - TimeSpan.FromSeconds(1));
        (await other.ClaimAsync(100)).ShouldBeNull("the claim holds");
        _clock.Pass(TimeSpan.FromSeconds(1));
        var taken = (await other.ClaimAsync(4))!;
        taken.Posts.Count.ShouldBe(4);

        (await killed.FinishAsync(late)).Count.ShouldBe(6, "four were lost to the other");
        (await other.FinishAsync(await other.WorkAsync(taken))).Count.ShouldBe(4);
        Count(workspace, "Waiting").ShouldBe(0);
        Count(workspace, "PostTopics WHERE RunId > 0").ShouldBe(110);
        workspace.Connection.Query("SELECT SUM(Posts), (SELECT COUNT(*) FROM PostTopics WHERE RunId > 0) FROM Topics WHERE RunId > 0 AND ParentId IS NULL", row => row.GetInt64(0) == row.GetInt64(1)).Single().ShouldBeTrue("no post counts twice");
    }

    [Fact]
    public async Task APostThatChangesWhileItIsWorkedOnIsReadOnceMore()
    {
        await _community.MineAsync([_community.WritePosts(100)]);
        await StoreAsync(_community, "id,author,body\nn1,m1,the lamp is dark and the bulb blinks\nn2,m1,the parcel is late says the courier\n");
        using var workspace = _community.OpenToWrite();
        await using var worker = new Worker(_community, workspace, "worker", _clock, new WordHashEncoder());
        var old = await worker.WorkAsync((await worker.ClaimAsync(10))!);
        await StoreAsync(workspace, "id,author,body\nn1,m1,the refund is a payment on the invoice\n");

        (await worker.FinishAsync(old)).Count.ShouldBe(1);
        var anew = (await worker.ClaimAsync(10))!;
        anew.Posts.Count.ShouldBe(1);
        await worker.FinishAsync(await worker.WorkAsync(anew));
        workspace.Connection.Query("SELECT Prose FROM Posts WHERE ExternalId = 'n1'", row => row.GetString(0)).Single().ShouldBe("the refund is a payment on the invoice");
        Count(workspace, "Waiting").ShouldBe(0);
    }

    [Fact]
    public async Task ARunThatIsPublishedMeanwhileGivesThePlace()
    {
        await _community.MineAsync([_community.WritePosts(200)]);
        await StoreAsync(_community, 210);
        using var workspace = _community.OpenToWrite();
        await using var worker = new Worker(_community, workspace, "worker", _clock, new WordHashEncoder());
        var work = await worker.WorkAsync((await worker.ClaimAsync(100))!);
        await _community.MineBesideAsync(workspace, _ => Task.CompletedTask);

        (await worker.FinishAsync(work)).ShouldBeEmpty("its neighbours are of the run before");
        var again = (await worker.ClaimAsync(100))!;
        again.Posts.Count.ShouldBe(10);
        again.Vectors.Count.ShouldBe(10, "they are encoded already");
        (await worker.FinishAsync(await worker.WorkAsync(again))).Count.ShouldBe(10);
        Count(workspace, "PostTopics WHERE RunId > 0").ShouldBe(210);
    }

    private async Task StoreAsync(SmallCommunity community, int posts)
    {
        using var workspace = community.OpenToWrite();
        await StoreAsync(workspace, File.ReadAllText(community.WritePosts(posts)));
    }

    private async Task StoreAsync(SmallCommunity community, string csv)
    {
        using var workspace = community.OpenToWrite();
        await StoreAsync(workspace, csv);
    }

    private async Task StoreAsync(Workspace workspace, string csv)
    {
        var source = new SourceOpener(new SourceOptions(), new FixedClock()).Open(InputFinder.Find([_community.Folder.Write("posts.csv", csv)]).Single());
        await new IngestStage(workspace, new IngestOptions(), new FixedClock()).StoreAsync(source, CancellationToken.None);
    }

    private static long Count(Workspace workspace, string of) => workspace.Connection.Query($"SELECT COUNT(*) FROM {of}", row => row.GetInt64(0)).Single();

    /// <summary>A worker whose steps the test takes one by one; all have the same right to write.</summary>
    private sealed class Worker(SmallCommunity community, Workspace workspace, string name, TimeProvider clock, WordHashEncoder encoder) : IAsyncDisposable
    {
        private readonly StandingKnowledge _knowledge = new();
        private int _claims;

        private WaitingStages Stages => new(community.Options, _knowledge, clock);

        public Task<PostClaim?> ClaimAsync(int most) => Stages.ClaimAsync(workspace, community.Tools(encoder), $"{name}/{++_claims}", most, long.MaxValue, CancellationToken.None);

        public Task<CarriedPosts> WorkAsync(PostClaim claim) => Stages.WorkAsync(workspace, claim, null, CancellationToken.None);

        // The store of a folder has one writer, as it has where each takes its turn.
        public async Task<IReadOnlyList<TextSeg.Engine.Topics.Placement.PlacedPost>> FinishAsync(CarriedPosts carried)
        {
            var placed = await Stages.FinishAsync(workspace, carried, CancellationToken.None);
            await _knowledge.CloseStoreAsync();
            return placed;
        }

        public ValueTask DisposeAsync() => _knowledge.DisposeAsync();
    }
}
