using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Storage.Backups;

namespace TextSeg.Engine.Tests.Storage.Backups;

/// <summary>A backup from one database gives the same workspace in another, or in the same.</summary>
public abstract class BackupConformance(WorkspacePlace from, WorkspacePlace to) : IDisposable
{
    private readonly SmallCommunity _from = new(from);
    private readonly SmallCommunity _to = new(to);

    private string Backup => from.Folder.File("backup");

    public void Dispose()
    {
        _from.Dispose();
        _to.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task WhatIsRestoredAnswersAsBeforeAndGoesOn()
    {
        await _from.MineAsync([_from.WritePosts(200)]);
        InventedReadings.Write(_from.Address, post => post % 5 == 0 ? InventedReading.Angry : InventedReading.Unsure);
        BackupManifest written;
        using (var reader = _from.OpenToRead())
        {
            written = await WorkspaceBackup.WriteAsync(reader, Backup, new FixedClock());
        }

        written.Tables.Single(table => table.Name == "posts").Rows.ShouldBe(200);
        (await WorkspaceRestore.ReadAsync(Backup, to.Address)).Tables.Count.ShouldBe(written.Tables.Count);
        _to.Visible().ShouldBe(_from.Visible());
        (await AskAsync(_to)).ShouldBe(await AskAsync(_from));
        (await _to.AddAsync([_to.WritePosts(210)])).Select(post => post.Post).ShouldBe((await _from.AddAsync([_from.WritePosts(210)])).Select(post => post.Post));
        _to.Visible().ShouldBe(_from.Visible());
    }

    private static async Task<string> AskAsync(SmallCommunity community)
    {
        using var workspace = community.OpenToRead();
        var encoder = new WordHashEncoder();
        await using var store = community.Tools(encoder).OpenStoreToRead(workspace);
        var answer = await new PostSearch(workspace, store, encoder).AskAsync("refund payment", SearchFilter.Parse("mood=anger"), limit: 100);
        answer.Legs.Words.ShouldBeGreaterThan(0);
        return string.Join('\n', [$"{answer.Searched} {answer.Posts} {answer.Legs.Words}", .. answer.Hits.Select(hit => $"{hit.Post} {hit.Relevance}").Order()]);
    }
}

public sealed class SqliteBackupTests() : BackupConformance(new SqlitePlace(), new SqlitePlace());

public sealed class PostgreSqlBackupTests() : BackupConformance(new PostgreSqlPlace(), new PostgreSqlPlace());

public sealed class MoveToPostgreSqlTests() : BackupConformance(new SqlitePlace(), new PostgreSqlPlace());

public sealed class MoveToSqliteTests() : BackupConformance(new PostgreSqlPlace(), new SqlitePlace());

public sealed class QdrantBackupTests() : BackupConformance(new QdrantPlace(), new QdrantPlace());

public sealed class MoveToQdrantTests() : BackupConformance(new SqlitePlace(), new QdrantPlace());

public sealed class MoveFromQdrantTests() : BackupConformance(new QdrantPlace(), new SqlitePlace());
