using TextSeg.Engine.Storage;
using TextSeg.Engine.Storage.Backups;

namespace TextSeg.Engine.Tests.Storage.Backups;

public sealed class BackupFolderTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly WorkspaceAddress _restored;

    public BackupFolderTests() => _restored = new WorkspaceAddress(_folder.File("restored"));

    public async ValueTask InitializeAsync()
    {
        using var workspace = Workspace.OpenToWrite(_folder.File("data"));
        Settings.Write(workspace.Connection, "colour", "green\nblue \u2028 \"x\" 日本 😀");
        await WriteVectorsAsync(workspace);
        await WorkspaceBackup.WriteAsync(workspace, Backup, new FixedClock());
    }

    private string Backup => _folder.File("backup");

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task ARowComesBackWhateverItHolds()
    {
        await WorkspaceRestore.ReadAsync(Backup, _restored);
        using var workspace = Workspace.OpenToRead(_restored);
        Settings.Read(workspace.Connection, "colour").ShouldBe("green\nblue \u2028 \"x\" 日本 😀");
    }

    [Fact]
    public async Task ABackupWhileAWriterWorksIsOfOneMoment()
    {
        using var reader = Workspace.OpenToRead(_folder.File("data"));
        using var done = new CancellationTokenSource();
        var started = new TaskCompletionSource();
        var writing = Task.Run(() => WriteMembers(started, done.Token));
        await started.Task;
        await WorkspaceBackup.WriteAsync(reader, _folder.File("second"), new FixedClock());
        await done.CancelAsync();
        await writing;
        await WorkspaceRestore.ReadAsync(_folder.File("second"), _restored);
        using var restored = Workspace.OpenToRead(_restored);
        var members = restored.Connection.Query("SELECT COUNT(*) FROM Members", row => row.GetInt64(0)).Single();
        members.ShouldBeGreaterThan(0);
        Settings.Read(restored.Connection, "members").ShouldBe($"{members}");
    }

    [Theory]
    [InlineData("tables/settings.jsonl", "is damaged")]
    [InlineData("vectors/m/manifest", "is damaged")]
    [InlineData("backup.json", "is damaged")]
    public async Task AChangedFileIsFoundBeforeAnythingIsRestored(string file, string sentence)
    {
        var path = Path.Combine(Backup, file);
        var bytes = File.ReadAllBytes(path);
        bytes[^2] ^= 1;
        File.WriteAllBytes(path, bytes);
        (await Should.ThrowAsync<JobException>(() => WorkspaceRestore.ReadAsync(Backup, _restored))).Message.ShouldContain(sentence);
        Directory.Exists(_restored.Folder).ShouldBeFalse();
    }

    [Fact]
    public async Task AMissingFileIsSaid()
    {
        File.Delete(Path.Combine(Backup, "tables", "posts.jsonl"));
        (await Should.ThrowAsync<JobException>(() => WorkspaceRestore.ReadAsync(Backup, _restored))).Message.ShouldContain("tables/posts.jsonl is missing");
    }

    [Fact]
    public async Task AFolderThatIsNoBackupIsSaid() =>
        (await Should.ThrowAsync<JobException>(() => WorkspaceRestore.ReadAsync(_folder.Path, _restored))).Message.ShouldContain("no whole backup");

    [Fact]
    public async Task NothingIsWrittenOver()
    {
        using var workspace = Workspace.OpenToRead(_folder.File("data"));
        (await Should.ThrowAsync<JobException>(() => WorkspaceBackup.WriteAsync(workspace, Backup, new FixedClock()))).Message.ShouldContain("is not empty");
        (await Should.ThrowAsync<JobException>(() => WorkspaceRestore.ReadAsync(Backup, workspace.Address))).Message.ShouldContain("is not empty");
    }

    [Fact]
    public async Task APathOutOfTheBackupIsRefused()
    {
        var path = Path.Combine(Backup, "backup.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace("vectors/m/manifest", "../../secret", StringComparison.Ordinal));
        (await Should.ThrowAsync<JobException>(() => WorkspaceRestore.ReadAsync(Backup, _restored))).Message.ShouldContain("outside of itself");
    }

    private static async Task WriteVectorsAsync(Workspace workspace)
    {
        await using var store = TextSeg.Engine.Vectors.EmbeddedVectorStore.Open(workspace.VectorFolder("m"), "m", 4);
        await store.UpsertAsync(new("m", [1, 2], new TextSeg.Mining.VectorTable(4, [1, 0, 0, 0, 0, 1, 0, 0])));
    }

    /// <summary>Adds members one by one, each together with their number.</summary>
    private void WriteMembers(TaskCompletionSource started, CancellationToken cancellation)
    {
        using var writer = Workspace.OpenToWrite(_folder.File("data"));
        for (var members = 1; !cancellation.IsCancellationRequested; members++)
        {
            writer.Connection.InTransaction(() =>
            {
                writer.Connection.Execute($"INSERT INTO Members (Source, ExternalId) VALUES ('s', 'm{members}')");
                Settings.Write(writer.Connection, "members", $"{members}");
            });
            started.TrySetResult();
        }
    }
}
