using System.CommandLine;
using System.Globalization;
using TextSeg.Cli.Output;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Storage.Backups;

namespace TextSeg.Cli.Commands;

/// <summary><c>textseg backup</c>, <c>textseg restore</c> and <c>textseg migrate</c>: a workspace as a whole.</summary>
internal static class BackupCommands
{
    private static readonly Argument<string> Folder = new("DIR") { Description = "The backup's folder; to write one it must be empty or missing." };
    private static readonly Option<bool> Json = Verb.JsonOption();

    public static Command Backup() =>
        new Command("backup", "Write the whole workspace into a folder: posts, results and vectors, with check sums, in a form that any database takes back. A writer may go on meanwhile.")
        {
            Folder, WorkspaceOptions.Data, WorkspaceOptions.Database, WorkspaceOptions.Vectors, Json,
        }.Does(async (parsed, cancellation) =>
        {
            using var workspace = Workspace.OpenToRead(WorkspaceOptions.Address(parsed));
            Print(parsed, await WorkspaceBackup.WriteAsync(workspace, parsed.GetValue(Folder)!, TimeProvider.System, cancellation), "written");
        });

    public static Command Restore() =>
        new Command("restore", "Make a workspace from a backup, in SQLite or PostgreSQL, whichever it came from; the data folder must be empty or missing.")
        {
            Folder, WorkspaceOptions.Data, WorkspaceOptions.Database, WorkspaceOptions.Vectors, Json,
        }.Does(async (parsed, cancellation) =>
            Print(parsed, await WorkspaceRestore.ReadAsync(parsed.GetValue(Folder)!, WorkspaceOptions.Address(parsed), cancellation), "restored"));

    public static Command Migrate() =>
        new Command("migrate", "Bring a workspace of an older version up to date; every verb that writes does so by itself.") { WorkspaceOptions.Data, WorkspaceOptions.Database, WorkspaceOptions.Vectors, Json }.Does((parsed, _) =>
        {
            var address = WorkspaceOptions.Address(parsed);
            int changes;
            using (var workspace = Workspace.OpenToRead(address))
            {
                changes = workspace.PendingMigrations;
            }

            Workspace.OpenToWrite(address).Dispose();
            if (parsed.GetValue(Json))
            {
                JsonOutput.Write(new { Changes = changes });
            }
            else
            {
                Console.Out.WriteLine(changes == 0 ? $"{address} is up to date." : $"{address} was brought up to date, in {changes} steps.");
            }

            return Task.CompletedTask;
        });

    private static void Print(ParseResult parsed, BackupManifest manifest, string done)
    {
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(new { manifest.MadeAt, Rows = manifest.Tables.ToDictionary(table => table.Name, table => table.Rows), Files = manifest.Files.Count, Bytes = Bytes(manifest) });
            return;
        }

        var posts = manifest.Tables.Where(table => table.Name == "posts").Sum(table => table.Rows);
        Console.Out.WriteLine(string.Create(CultureInfo.CurrentCulture, $"{posts:N0} posts {done}, {manifest.Tables.Sum(table => table.Rows):N0} rows and {manifest.Files.Count:N0} files of vectors, {Bytes(manifest) / 1e6:N1} MB."));
    }

    private static long Bytes(BackupManifest manifest) => manifest.Tables.Sum(table => table.File.Bytes) + manifest.Files.Sum(file => file.Bytes);
}
