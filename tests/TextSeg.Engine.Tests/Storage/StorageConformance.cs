using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Tests.Storage;

/// <summary>What a workspace promises in any database.</summary>
public abstract class StorageConformance(WorkspacePlace place) : IDisposable
{
    protected WorkspacePlace Place => place;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void ASecondWriterIsRefusedInOneSentence()
    {
        using var first = Workspace.OpenToWrite(place.Address);
        Should.Throw<JobException>(() => Workspace.OpenToWrite(place.Address)).Message.ShouldContain("Another textseg is writing");
    }

    [Fact]
    public void TheRightToWriteEndsWithItsHolder()
    {
        Workspace.OpenToWrite(place.Address).Dispose();
        Workspace.OpenToWrite(place.Address).Dispose();
    }

    [Fact]
    public void ReadersSeeWhatIsWholeWhileItIsWritten()
    {
        using var writer = Workspace.OpenToWrite(place.Address);
        using var reader = Workspace.OpenToRead(place.Address);
        writer.Connection.InTransaction(() =>
        {
            Settings.Write(writer.Connection, "colour", "green");
            Settings.Read(reader.Connection, "colour").ShouldBeNull();
        });
        Settings.Read(reader.Connection, "colour").ShouldBe("green");
    }

    [Fact]
    public void AFaultUndoesTheWholeTransaction()
    {
        using var workspace = Workspace.OpenToWrite(place.Address);
        Should.Throw<InvalidOperationException>(() => workspace.Connection.InTransaction(() =>
        {
            Settings.Write(workspace.Connection, "colour", "green");
            throw new InvalidOperationException("stopped");
        }));
        Should.Throw<System.Data.Common.DbException>(() => workspace.Connection.InTransaction(() =>
        {
            Settings.Write(workspace.Connection, "colour", "green");
            workspace.Connection.Execute("INSERT INTO Settings (Key, Value) VALUES ('colour', 'red')");
        }));
        Settings.Read(workspace.Connection, "colour").ShouldBeNull();
        Settings.Write(workspace.Connection, "colour", "blue");
        Settings.Read(workspace.Connection, "colour").ShouldBe("blue");
    }

    [Fact]
    public void ANewerSchemaIsRefusedWithItsVersion()
    {
        using (var workspace = Workspace.OpenToWrite(place.Address))
        {
            AddMigration(workspace, "29990101000000_Later");
            workspace.Connection.Execute("UPDATE Settings SET Value = '7.7'");
        }

        Should.Throw<JobException>(() => Workspace.OpenToWrite(place.Address)).Message.ShouldContain("A newer textseg (7.7");
        Should.Throw<JobException>(() => Workspace.OpenToRead(place.Address)).Message.ShouldContain("A newer textseg (7.7");
    }

    [Fact]
    public void AnEmptyPlaceSaysWhatToRunFirst() =>
        Should.Throw<JobException>(() => Workspace.OpenToRead(place.Address)).Message.ShouldContain("run textseg mine");

    [Fact]
    public void TextsAreOrderedByteByByte()
    {
        using var workspace = Workspace.OpenToWrite(place.Address);
        string[] texts = ["b", "B", "a", "ä", "Z", "é", "_", "10", "9", "日本", "😀", "ａ"];
        foreach (var text in texts)
        {
            Settings.Write(workspace.Connection, "order " + text, text);
        }

        workspace.Connection.Query("SELECT Value FROM Settings WHERE Key LIKE 'order %' ORDER BY Value", row => row.GetString(0))
            .ShouldBe(texts.OrderBy(text => Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(text)), StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("it's \"quoted\" \\ and % _ $1")]
    [InlineData("")]
    [InlineData("👩‍👩‍👧 مرحبا \u0301\u200D\uFEFF\u0001")]
    public void TextsComeBackAsTheyWere(string text)
    {
        using var workspace = Workspace.OpenToWrite(place.Address);
        Settings.Write(workspace.Connection, "text", text);
        Settings.Read(workspace.Connection, "text").ShouldBe(text);
    }

    [Fact]
    public void NumbersOfAnySizeComeBackAsTheyWere()
    {
        using var workspace = Workspace.OpenToWrite(place.Address);
        using var insert = workspace.Connection.Prepare("INSERT INTO PostTopics (RunId, PostId, Strength, State, X, Y) VALUES ($1, $2, $3, 'core', $4, $5)", 5);
        insert.Bind(long.MinValue, long.MaxValue, 0.1 + 0.2, double.Epsilon, -double.MaxValue).ExecuteNonQuery();
        workspace.Connection.Query("SELECT RunId, PostId, Strength, X, Y FROM PostTopics", row => (row.GetInt64(0), row.GetInt64(1), row.GetDouble(2), row.GetDouble(3), row.GetDouble(4)))
            .ShouldBe([(long.MinValue, long.MaxValue, 0.1 + 0.2, double.Epsilon, -double.MaxValue)]);
    }

    [Fact]
    public void ListsGoInAsOneParameter()
    {
        using var workspace = Workspace.OpenToWrite(place.Address);
        Settings.Write(workspace.Connection, "it's", "1");
        var provider = workspace.Connection.Provider;
        workspace.Connection.Query($"SELECT Value FROM Settings WHERE Key IN ({provider.TextsIn("$1")})", row => row.GetString(0), """["none", "it's"]""").ShouldBe(["1"]);
        workspace.Connection.Any($"SELECT 1 FROM Settings WHERE 7 IN ({provider.NumbersIn("$1")})", SqlList.Of([1, 7])).ShouldBeTrue();
        workspace.Connection.Any($"SELECT 1 FROM Settings WHERE 7 IN ({provider.NumbersIn("$1")})", SqlList.Of([])).ShouldBeFalse();
    }

    [Fact]
    public void TheMonthOfATimeIsInUtc()
    {
        using var workspace = Workspace.OpenToWrite(place.Address);
        var time = new DateTimeOffset(2023, 12, 31, 23, 59, 59, 999, TimeSpan.Zero).ToUnixTimeMilliseconds();
        workspace.Connection.Query($"SELECT {workspace.Connection.Provider.MonthOf("$1")}", row => row.GetString(0), time).ShouldBe(["2023-12"]);
    }

    protected abstract void AddMigration(Workspace workspace, string id);
}
