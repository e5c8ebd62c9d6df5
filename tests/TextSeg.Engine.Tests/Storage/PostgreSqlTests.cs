using Npgsql;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Tests.Storage;

public sealed class PostgreSqlStorageTests() : StorageConformance(new PostgreSqlPlace())
{
    [Fact]
    public void AWriterWhoseConnectionBreaksLosesTheRightToWriteAndIsTold()
    {
        using var first = Workspace.OpenToWrite(Place.Address);
        using var other = new NpgsqlConnection(Place.Address.Server!.Connection.ConnectionString);
        other.Open();
        other.Query($"SELECT pg_terminate_backend({((NpgsqlConnection)first.Connection).ProcessID})", row => row.GetBoolean(0)).ShouldBe([true]);
        var fault = Should.Throw<Exception>(() => first.Connection.InTransaction(() => Settings.Write(first.Connection, "colour", "green")));
        StorageFault.Translate(fault, Place.Address)!.Message.ShouldContain("cannot be reached");
        first.IsOpen.ShouldBeFalse();
        var second = Place.Address with { Folder = Place.Folder.File("elsewhere") };
        SpinWait.SpinUntil(() => Opens(second), TimeSpan.FromSeconds(20)).ShouldBeTrue();
    }

    [Fact]
    public void TheSchemaKeepsASecondWriterOutAlsoFromAnotherFolder()
    {
        using var first = Workspace.OpenToWrite(Place.Address);
        Should.Throw<JobException>(() => Workspace.OpenToWrite(Place.Address with { Folder = Place.Folder.File("elsewhere") })).Message.ShouldContain("Another textseg is writing");
    }

    [Fact]
    public void SchemasOfOneDatabaseDoNotSeeEachOther()
    {
        using var other = new PostgreSqlPlace();
        using var one = Workspace.OpenToWrite(Place.Address);
        using var two = Workspace.OpenToWrite(other.Address);
        Settings.Write(one.Connection, "colour", "green");
        Settings.Read(two.Connection, "colour").ShouldBeNull();
    }

    [Fact]
    public void WhatPostgreSqlCannotKeepInATextIsReplaced()
    {
        using var workspace = Workspace.OpenToWrite(Place.Address);
        Settings.Write(workspace.Connection, "text", "a\0b\uD800c");
        Settings.Read(workspace.Connection, "text").ShouldBe("a\u001Ab\uFFFDc");
    }

    [Theory]
    [InlineData("postgres://textseg:secret-word@127.0.0.1:1/postgres", "cannot be reached")]
    [InlineData("postgres://textseg:secret-word@SERVER/postgres", "refuses the user or the password")]
    [InlineData("postgres://OWN@SERVER/no_such_database", "has no such database")]
    public void WhatKeepsTheServerFromBeingUsedIsSaidWithoutThePassword(string address, string sentence)
    {
        var server = Place.Address.Server!.Connection;
        address = address.Replace("SERVER", $"{server.Host}:{server.Port}", StringComparison.Ordinal).Replace("OWN", $"{server.Username}:{server.Password}", StringComparison.Ordinal);
        var wrong = Place.Address with { Server = DatabaseAddress.Parse(address, "ws_none") };
        foreach (var open in new Action[] { () => Workspace.OpenToRead(wrong), () => Workspace.OpenToWrite(wrong) })
        {
            var message = Should.Throw<JobException>(open).Message;
            message.ShouldContain(sentence);
            message.ShouldNotContain("secret-word");
            message.ShouldNotContain(server.Password!);
        }
    }

    protected override void AddMigration(Workspace workspace, string id) =>
        workspace.Connection.Execute($"INSERT INTO __efmigrationshistory VALUES ('{id}', '99.0')");

    private static bool Opens(WorkspaceAddress address)
    {
        try
        {
            Workspace.OpenToWrite(address).Dispose();
            return true;
        }
        catch (JobException)
        {
            return false;
        }
    }
}

public sealed class PostgreSqlSchemaTests() : SchemaConformance(new PostgreSqlPlace())
{
    protected override IEnumerable<(string Name, string Type, bool IsRequired)> Columns(Workspace workspace, string table) => workspace.Connection.Query(
        "SELECT column_name::text, data_type::text, is_nullable = 'NO' FROM information_schema.columns WHERE table_schema = $1 AND table_name = $2",
        row => (row.GetString(0), row.GetString(1), row.GetBoolean(2)), workspace.Address.Server!.Schema, table);
}

public sealed class PostgreSqlMiningTests() : MiningConformance(new PostgreSqlPlace());
