using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using TextSeg.Engine.Audit;
using TextSeg.Engine.Storage.Catalog;

namespace TextSeg.Engine.Tests.Audit;

public abstract class AuditLogConformance : IDisposable
{
    private readonly WorkspacePlace _place;
    private readonly ServiceCatalog _catalog;
    private readonly AuditLog _log;

    protected AuditLogConformance(WorkspacePlace place)
    {
        _place = place;
        _catalog = ServiceCatalog.Open(place.Service);
        _log = new AuditLog(_catalog, new HandClock());
    }

    public void Dispose()
    {
        _place.Dispose();
        GC.SuppressFinalize(this);
    }

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
    [InlineData("UPDATE \"AuditEntries\" SET \"Status\" = 200")]
    [InlineData("UPDATE \"AuditEntries\" SET \"Action\" = \"Action\" WHERE \"Id\" = 1")]
    [InlineData("DELETE FROM \"AuditEntries\"")]
    [InlineData("INSERT INTO \"AuditEntries\" (\"Id\", \"At\", \"Action\", \"Status\") VALUES (1, 0, 'nothing', 200) ON CONFLICT (\"Id\") DO UPDATE SET \"Status\" = 200")]
    public Task TheDatabaseItselfRefusesToChangeOrRemoveAnEntry(string statement) => RefusesAsync(statement);

    protected async Task RefusesAsync(string statement)
    {
        await _log.AddAsync(7, "ours", "keys.revoke", "3", 403);
        await using var context = _catalog.CreateContext();
        (await Should.ThrowAsync<DbException>(() => context.Database.ExecuteSqlRawAsync(statement))).Message.ShouldContain("audit log only grows");
        var entry = (await _log.ReadAsync(null, null, 10)).ShouldHaveSingleItem();
        (entry.Key, entry.Action, entry.Status).ShouldBe((7L, "keys.revoke", 403));
    }
}

public sealed class AuditLogTests() : AuditLogConformance(new SqlitePlace())
{
    [Fact]
    public Task AnEntryIsNotReplacedEither() => RefusesAsync("INSERT OR REPLACE INTO AuditEntries (Id, At, Action, Status) VALUES (1, 0, 'nothing', 200)");
}

public sealed class PostgreSqlAuditLogTests() : AuditLogConformance(new PostgreSqlPlace())
{
    [Fact]
    public Task TheLogIsNotEmptiedEither() => RefusesAsync("TRUNCATE \"AuditEntries\"");
}
