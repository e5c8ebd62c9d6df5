using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TextSeg.Engine.Audit;
using TextSeg.Engine.Storage.Catalog;

namespace TextSeg.Engine.Tests.Audit;

public sealed class AuditLogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ServiceCatalog _catalog;
    private readonly AuditLog _log;

    public AuditLogTests()
    {
        _catalog = ServiceCatalog.Open(_folder.Path);
        _log = new AuditLog(_catalog, new HandClock());
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task EntriesAreReadFromTheNewestPageByPageAndByWorkspace()
    {
        for (var number = 1; number <= 5; number++)
        {
            await _log.AddAsync(number, number % 2 == 0 ? "even" : "odd", "search", null, 200);
        }

        var first = await _log.ReadAsync("odd", null, 2);
        first.Select(entry => entry.Key).ShouldBe([5L, 3L]);
        (await _log.ReadAsync("odd", first[^1].Id, 2)).Select(entry => entry.Key).ShouldBe([1L]);
        (await _log.ReadAsync(null, null, 10)).Count.ShouldBe(5);
    }

    [Theory]
    [InlineData("UPDATE AuditEntries SET Status = 200")]
    [InlineData("UPDATE AuditEntries SET Action = Action WHERE Id = 1")]
    [InlineData("DELETE FROM AuditEntries")]
    [InlineData("INSERT OR REPLACE INTO AuditEntries (Id, At, Action, Status) VALUES (1, 0, 'nothing', 200)")]
    public async Task TheDatabaseItselfRefusesToChangeOrRemoveAnEntry(string statement)
    {
        await _log.AddAsync(7, "ours", "keys.revoke", "3", 403);
        await using var context = _catalog.CreateContext();
        (await Should.ThrowAsync<SqliteException>(() => context.Database.ExecuteSqlRawAsync(statement))).Message.ShouldContain("audit log only grows");
        var entry = (await _log.ReadAsync(null, null, 10)).ShouldHaveSingleItem();
        (entry.Key, entry.Action, entry.Status).ShouldBe((7L, "keys.revoke", 403));
    }
}
