using Microsoft.EntityFrameworkCore;
using TextSeg.Engine.Access;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.MemberRights;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Storage.Catalog;

namespace TextSeg.Engine.Tests.Storage.Catalog;

public sealed class PostgreSqlCatalogTests : IDisposable
{
    private readonly PostgreSqlPlace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void TheMigrationsGiveEveryColumnAndIndexOfTheModelAndNoOther()
    {
        using var context = ServiceCatalog.Open(_place.Service).CreateContext();
        foreach (var entity in context.Model.GetEntityTypes())
        {
            var table = entity.GetTableName()!;
            var columns = context.Database.SqlQueryRaw<Column>(
                "SELECT column_name::text AS \"Name\", data_type::text AS \"Type\", is_nullable = 'NO' AS \"IsNotNull\" FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = {0}", table).ToArray();
            var wanted = entity.GetProperties().Select(property => new Column(property.GetColumnName(), property.GetColumnType()!, !property.IsNullable));
            columns.OrderBy(column => column.Name, StringComparer.Ordinal).ShouldBe(wanted.OrderBy(column => column.Name, StringComparer.Ordinal), table);
        }

        var indexes = context.Database.SqlQueryRaw<string>("SELECT indexname::text AS \"Value\" FROM pg_indexes WHERE schemaname = current_schema() AND indexname LIKE 'IX%'").ToArray();
        indexes.Order(StringComparer.Ordinal).ShouldBe(context.Model.GetEntityTypes().SelectMany(entity => entity.GetIndexes()).Select(index => index.GetDatabaseName()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ManyMayOpenItInTheSameMoment()
    {
        var catalogs = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => ServiceCatalog.Open(_place.Service))));
        await using var context = catalogs[0].CreateContext();
        (await context.Database.GetAppliedMigrationsAsync()).Count().ShouldBe(context.Database.GetMigrations().Count());
    }

    [Fact]
    public void ACatalogOfANewerVersionIsLeftAlone()
    {
        using (var context = ServiceCatalog.Open(_place.Service).CreateContext())
        {
            context.Database.ExecuteSqlRaw("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29991231000000_Later', '99')");
        }

        Should.Throw<JobException>(() => ServiceCatalog.Open(_place.Service)).Message.ShouldContain("newer textseg");
    }

    [Fact]
    public void AServerThatIsAwayIsSaidInOneSentenceWithoutThePassword()
    {
        var place = new ServicePlace(_place.Folder.Path) { Database = DatabaseAddress.Parse("postgres://textseg:secret-word@127.0.0.1:1/postgres", ServicePlace.CatalogSchema) };
        var message = Should.Throw<JobException>(() => ServiceCatalog.Open(place)).Message;
        message.ShouldContain("cannot be reached");
        message.ShouldNotContain("secret-word");
    }

    [Fact]
    public async Task KeysAndConsentsAreKeptAndPurged()
    {
        var catalog = ServiceCatalog.Open(_place.Service);
        var keys = new AccessKeys(catalog, new HandClock());
        var (secret, _) = await keys.CreateAsync(new NewAccessKey(AccessKeyKind.Key, "loader", Role.Analyst));
        (await keys.FindAsync(secret))!.Role.ShouldBe(Role.Analyst);
        var consents = new Consents(catalog, new HandClock());
        await consents.AddAsync("ours", "api", "ann", "contact", true, "May we write?", "1");
        (await consents.WhoAgreedAsync("ours", "contact"))!.Count.ShouldBe(1);
        await consents.ForgetAsync("ours", "api", "ann");
        (await consents.OfAsync("ours", "api", "ann")).ShouldBeEmpty();
    }

    private sealed record Column(string Name, string Type, bool IsNotNull);
}
