using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Tests;

/// <summary>400 posts, mined once, with readings: every fifth post is angry, the next one unsure, the others pleased.</summary>
public sealed class ReadCommunity : IAsyncLifetime
{
    private readonly SmallCommunity _community = new();

    public Workspace OpenToRead() => _community.OpenToRead();

    public Workspace OpenToWrite() => _community.OpenToWrite();

    public async ValueTask InitializeAsync()
    {
        await _community.MineAsync([_community.WritePosts(400)]);
        InventedReadings.Write(_community.Address, post => (post % 5) switch { 0 => InventedReading.Angry, 1 => InventedReading.Unsure, _ => InventedReading.Pleased });
    }

    public ValueTask DisposeAsync()
    {
        _community.Dispose();
        return ValueTask.CompletedTask;
    }
}
