using Microsoft.EntityFrameworkCore;
using TextSeg.Engine.Storage.Catalog;

namespace TextSeg.Engine.Tests.Storage.Catalog;

public sealed class CatalogSchemaTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ServiceCatalog _catalog;

    public CatalogSchemaTests() => _catalog = ServiceCatalog.Open(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TheMigrationsGiveEveryColumnAndKeyOfTheModelAndNoOther()
    {
        using var context = _catalog.CreateContext();
        foreach (var entity in context.Model.GetEntityTypes())
        {
            var table = entity.GetTableName()!;
            var columns = context.Database.SqlQueryRaw<Column>("SELECT name AS Name, type AS Type, \"notnull\" AS IsNotNull, pk AS Place FROM pragma_table_info({0})", table).ToArray();
            var keys = entity.FindPrimaryKey()!.Properties.Select(property => property.GetColumnName()).ToList();
            var wanted = entity.GetProperties().Select(property => new Column(property.GetColumnName(), property.GetColumnType()!, !property.IsNullable, keys.IndexOf(property.GetColumnName()) + 1));
            columns.OrderBy(column => column.Name, StringComparer.Ordinal).ShouldBe(wanted.OrderBy(column => column.Name, StringComparer.Ordinal), table);
        }
    }

    [Fact]
    public void TheMigrationsGiveEveryTableAndIndexOfTheModelAndNoOther()
    {
        using var context = _catalog.CreateContext();
        var entities = context.Model.GetEntityTypes().ToArray();
        Names(context, "table").Where(name => !name.StartsWith("__EF", StringComparison.Ordinal)).ShouldBe(entities.Select(entity => entity.GetTableName()!).Order());
        Names(context, "index").ShouldBe(entities.SelectMany(entity => entity.GetIndexes()).Select(index => index.GetDatabaseName()!).Order());
    }

    [Fact]
    public void ACatalogOfANewerVersionIsLeftAlone()
    {
        using (var context = _catalog.CreateContext())
        {
            context.Database.ExecuteSqlRaw("INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_Later', '99')");
        }

        Should.Throw<JobException>(() => ServiceCatalog.Open(_folder.Path)).Message.ShouldContain("newer textseg");
    }

    private static IEnumerable<string> Names(CatalogContext context, string type) =>
        context.Database.SqlQueryRaw<string>("SELECT name AS Value FROM sqlite_schema WHERE type = {0} AND name NOT LIKE 'sqlite%'", type).ToArray().Order();

    private sealed record Column(string Name, string Type, bool IsNotNull, int Place);
}
