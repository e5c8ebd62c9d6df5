using TextSeg.Engine.Disclosure;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Tests.Comparison;

public sealed class RunComparerTests : IDisposable
{
    private readonly SmallCommunity _community = new();

    public void Dispose() => _community.Dispose();

    [Fact]
    public async Task WhatComesInBetweenIsFoundAsWhatCame()
    {
        await _community.MineAsync([_community.WritePosts(200)]);
        var run = await MineAsync(_community.Folder.Write("new.csv", NewTheme()));
        using var workspace = Workspace.OpenToRead(_community.Address);
        var all = DisclosedComparison.Read(workspace, run, minimum: 1);
        all.Before.ShouldBe(run - 1);
        all.Topics.Changes.ShouldContain(change => change.Kind == "came" && change.After.Any(topic => topic.Name.Contains("balcony", StringComparison.Ordinal) || topic.Name.Contains("tomato", StringComparison.Ordinal)));
        all.Topics.Changes.SelectMany(change => change.Before).Select(topic => topic.Id).ShouldBeUnique();
        all.Topics.ItemsAfter.ShouldBeGreaterThan(all.Topics.ItemsBefore);
    }

    [Fact]
    public async Task ARunOnTheSamePostsChangesNothing()
    {
        await _community.MineAsync([_community.WritePosts(200)]);
        var run = await MineAsync();
        using var workspace = Workspace.OpenToRead(_community.Address);
        var all = DisclosedComparison.Read(workspace, run, minimum: 1);
        all.Topics.Changes.ShouldNotBeEmpty();
        all.Topics.Changes.ShouldAllBe(change => change.Kind == "stayed");
        all.Moves.ShouldAllBe(move => move.IsSame);
    }

    [Fact]
    public async Task GroupsAndMovesOfFewMembersAreNotShown()
    {
        await _community.MineAsync([_community.WritePosts(200)]);
        var run = await MineAsync();
        using var workspace = Workspace.OpenToRead(_community.Address);
        var shown = DisclosedComparison.Read(workspace, run, minimum: 1_000);
        shown.Topics.Changes.ShouldBeEmpty();
        shown.Segments.Changes.ShouldBeEmpty();
        shown.Moves.ShouldBeEmpty();
    }

    [Fact]
    public async Task TheFirstRunIsComparedWithNothing()
    {
        await _community.MineAsync([_community.WritePosts(100)]);
        using var workspace = Workspace.OpenToRead(_community.Address);
        Should.Throw<JobException>(() => DisclosedComparison.Read(workspace, 1, minimum: 1)).IsMissing.ShouldBeTrue();
    }

    private async Task<long> MineAsync(params string[] files)
    {
        await _community.MineAsync(files);
        using var workspace = Workspace.OpenToRead(_community.Address);
        return new MiningRuns(workspace, TimeProvider.System).Current!.Value;
    }

    private static string NewTheme()
    {
        string[] words = ["tomato", "balcony", "seedling", "soil", "watering", "harvest"];
        var random = new Random(3);
        return "id,author,created_at,body\n" + string.Concat(Enumerable.Range(0, 80).Select(i =>
            $"n{i},m{random.Next(20)},2023-09-12,\"on the balcony {string.Join(' ', Enumerable.Range(0, 9).Select(_ => words[random.Next(words.Length)]))} number {i % 17}\"\n"));
    }
}
