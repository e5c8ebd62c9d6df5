using TextSeg.Engine.Vectors;
using TextSeg.Engine.Vectors.Qdrant;
using TextSeg.Testing.Qdrant;

namespace TextSeg.Engine.Tests.Vectors.Qdrant;

public sealed class QdrantWorkspaceTests : IDisposable
{
    private readonly FakeQdrant _server = new();
    private readonly QdrantConnection _connection;
    private readonly QdrantWorkspace _workspace;

    public QdrantWorkspaceTests()
    {
        _connection = new QdrantConnection(QuickOptions.For(_server));
        _workspace = new QdrantWorkspace(_connection, "invented");
    }

    public void Dispose()
    {
        _connection.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task AReencodeSwitchesTheAliasAndThenTheOldVectorsGo()
    {
        await FillAsync("old@1");
        await _workspace.SwitchAsync("old@1");
        await FillAsync("new@2");
        (await _workspace.CurrentAsync()).ShouldBe("old@1");
        (await _workspace.ModelsAsync()).ShouldBe(["new@2", "old@1"]);

        await _workspace.SwitchAsync("new@2");
        await _workspace.KeepOnlyAsync(["new@2"]);

        (await _workspace.CurrentAsync()).ShouldBe("new@2");
        (await _workspace.ModelsAsync()).ShouldBe(["new@2"]);
        await using var store = await _workspace.OpenToReadAsync("new@2");
        (store.Dimension, await store.CountAsync()).ShouldBe((InventedVectors.Dimension, 10));
    }

    [Fact]
    public async Task WhatTheAliasNamesIsNotTidiedAway()
    {
        await FillAsync("old@1");
        await _workspace.SwitchAsync("old@1");
        await FillAsync("new@2");

        await _workspace.KeepOnlyAsync(["new@2"]);

        (await _workspace.ModelsAsync()).ShouldBe(["new@2", "old@1"]);
    }

    [Fact]
    public async Task TheAliasCannotGoToAModelWithoutVectors()
    {
        await FillAsync("old@1");
        await _workspace.SwitchAsync("old@1");

        await Should.ThrowAsync<VectorStoreException>(() => _workspace.SwitchAsync("never@1"));
        (await Should.ThrowAsync<VectorStoreException>(() => _workspace.OpenToReadAsync("never@1"))).Message.ShouldContain("mine something into it first");
    }

    [Fact]
    public async Task ForgottenPostsLeaveAllModelsButTheOneThatIsSpared()
    {
        await FillAsync("old@1");
        await FillAsync("new@2");

        await _workspace.ForgetAsync([3, 4], butModel: "new@2");

        (await (await _workspace.OpenToReadAsync("old@1")).CountAsync()).ShouldBe(8);
        (await (await _workspace.OpenToReadAsync("new@2")).CountAsync()).ShouldBe(10);
        await _workspace.ForgetAsync([3, 4]);
        (await (await _workspace.OpenToReadAsync("new@2")).MissingAsync([2, 3, 4])).ShouldBe([3, 4]);
    }

    [Fact]
    public async Task ARemovedWorkspaceIsGoneAndItsNeighbourIsNot()
    {
        await FillAsync("old@1");
        await _workspace.SwitchAsync("old@1");
        var neighbour = new QdrantWorkspace(_connection, "invented_old");
        await neighbour.Open("old@1", 3).PrepareAsync();

        await _workspace.RemoveAsync();

        (await _workspace.ModelsAsync()).ShouldBeEmpty();
        (await _workspace.CurrentAsync()).ShouldBeNull();
        (await neighbour.ModelsAsync()).ShouldBe(["old@1"]);
    }

    [Fact]
    public async Task WhileTheServerIsAwayTheWorkspaceSaysSo()
    {
        _server.GoAway();

        (await Should.ThrowAsync<VectorStoreException>(() => _workspace.ModelsAsync())).RetryAfter.ShouldNotBeNull();
    }

    private async Task FillAsync(string model) =>
        await _workspace.Open(model, InventedVectors.Dimension).UpsertAsync(InventedVectors.Batch(0, 10, seed: 1) with { ModelId = model });
}
