using Microsoft.EntityFrameworkCore;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Tests.Storage;

public sealed class SchemaTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TheMigrationsGiveEveryColumnOfTheModelAndNoOther()
    {
        using var workspace = Workspace.OpenToWrite(_folder.Path);
        using var context = workspace.CreateContext();
        foreach (var entity in context.Model.GetEntityTypes())
        {
            var table = entity.GetTableName()!;
            var columns = workspace.Connection.Query($"SELECT name, type, \"notnull\" FROM pragma_table_info('{table}')", row => (row.GetString(0), row.GetString(1), row.GetInt64(2) == 1)).Order();
            columns.ShouldBe(entity.GetProperties().Select(property => (property.GetColumnName(), property.GetColumnType()!, !property.IsNullable)).Order(), table);
        }
    }

    [Fact]
    public void TheSnapshotIsTheModel()
    {
        using var workspace = Workspace.OpenToWrite(_folder.Path);
        using var context = workspace.CreateContext();
        context.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    [Fact]
    public void TimesAreStoredAsUtcMilliseconds()
    {
        using var workspace = Workspace.OpenToWrite(_folder.Path);
        using var context = workspace.CreateContext();
        var started = new DateTimeOffset(2021, 5, 6, 7, 8, 9, TimeSpan.FromHours(2));
        context.Runs.Add(new() { StartedAt = started, Model = "m", Version = "1", Facts = "{}" });
        context.SaveChanges();
        workspace.Connection.Query("SELECT StartedAt FROM Runs", row => row.GetInt64(0)).ShouldBe([started.ToUnixTimeMilliseconds()]);
        context.Runs.OrderBy(run => run.StartedAt).Single().StartedAt.ShouldBe(started.ToUniversalTime());
    }
}
