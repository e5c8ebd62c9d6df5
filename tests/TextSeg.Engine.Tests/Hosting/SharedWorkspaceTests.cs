using Npgsql;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Vectors.Qdrant;

namespace TextSeg.Engine.Tests.Hosting;

/// <summary>A workspace on a server, open in several processes.</summary>
public sealed class SharedWorkspaceTests : IDisposable
{
    private const int Rounds = 25;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly PostgreSqlPlace _place = new();
    private readonly QdrantConnection _qdrant = new(new QdrantOptions { Address = "http://127.0.0.1:1" });

    private WorkspaceAddress Shared => _place.Address with { Vectors = new QdrantWorkspace(_qdrant, "shared") };

    public void Dispose()
    {
        _qdrant.Dispose();
        _place.Dispose();
    }

    [Fact]
    public async Task WritersOfSeveralProcessesTakeTurns()
    {
        using LiveWorkspace one = new("shared", Shared), two = new("shared", Shared), three = new("shared", Shared with { Folder = _place.Folder.File("elsewhere") });
        await Task.WhenAll(new[] { one, two, three }.Select(live => Task.Run(async () =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                await live.WriteAsync(CountAsync, CancellationToken.None);
            }
        })));
        using var view = one.OpenToRead();
        Settings.Read(view.Connection, "count").ShouldBe(Text(3 * Rounds));
    }

    [Fact]
    public async Task WhoseTurnIsLongKeepsOthersWaitingAndWhoGivesUpWaitingGetsIsLater()
    {
        using LiveWorkspace one = new("shared", Shared), two = new("shared", Shared);
        await two.WriteAsync(CountAsync, CancellationToken.None);
        await one.WriteAsync(
            async workspace =>
            {
                using var patience = new CancellationTokenSource(Patience);
                await Should.ThrowAsync<OperationCanceledException>(() => two.WriteAsync(CountAsync, patience.Token));
                return await CountAsync(workspace);
            },
            CancellationToken.None);
        (await two.WriteAsync(CountAsync, CancellationToken.None)).ShouldBe(3);
    }

    [Fact]
    public async Task AConnectionThatBrokeIsOpenedAnewAndItsTurnGoesToTheNext()
    {
        using LiveWorkspace one = new("shared", Shared), two = new("shared", Shared);
        await Should.ThrowAsync<Exception>(() => one.WriteAsync(
            async workspace =>
            {
                End(workspace);
                return await CountAsync(workspace);
            },
            CancellationToken.None));
        (await two.WriteAsync(CountAsync, CancellationToken.None)).ShouldBe(1);
        await one.WriteAsync(workspace => Task.FromResult(workspace), CancellationToken.None).ContinueWith(task => End(task.Result), TaskScheduler.Default);
        (await one.WriteAsync(CountAsync, CancellationToken.None)).ShouldBe(2, "a connection that broke between two turns is no fault");
    }

    [Fact]
    public async Task VectorsInFilesAreForOneProcess()
    {
        var elsewhere = _place.Address with { Folder = _place.Folder.File("elsewhere") };
        using LiveWorkspace one = new("shared", _place.Address), other = new("shared", elsewhere), onServer = new("shared", Shared), sameFolder = new("shared", _place.Address);
        await one.WriteAsync(CountAsync, CancellationToken.None);
        foreach (var late in new[] { other, onServer, sameFolder })
        {
            (await Should.ThrowAsync<JobException>(() => late.WriteAsync(CountAsync, CancellationToken.None))).Message.ShouldContain("Vectors=qdrant");
        }
    }

    private static Task<int> CountAsync(Workspace workspace)
    {
        var count = int.Parse(Settings.Read(workspace.Connection, "count") ?? "0", System.Globalization.CultureInfo.InvariantCulture) + 1;
        Settings.Write(workspace.Connection, "count", Text(count));
        return Task.FromResult(count);
    }

    private void End(Workspace workspace)
    {
        using var connection = new NpgsqlConnection(_place.Address.Server!.Connection.ConnectionString);
        connection.Open();
        connection.Query($"SELECT pg_terminate_backend({((NpgsqlConnection)workspace.Connection).ProcessID})", row => row.GetBoolean(0)).ShouldBe([true]);
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
