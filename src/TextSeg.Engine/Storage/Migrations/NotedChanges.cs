using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TextSeg.Engine.Storage.Sqlite;

namespace TextSeg.Engine.Storage.Migrations;

/// <summary>
/// Which posts changed, in the order of the changes, whoever makes them: so that what searches keep in memory is brought in line by reading what is new, not everything. Written by
/// triggers, in the transaction of the change. Only the order counts: the table can be emptied at any time but for its last row.
/// </summary>
[DbContext(typeof(SqliteWorkspaceContext))]
[Migration("20261122220000_NotedChanges")]
public sealed class NotedChanges : Migration
{
    private const string IsOfCurrentRun = "NEW.RunId = (SELECT CAST(Value AS INTEGER) FROM Settings WHERE Key = 'current-run')";
    private const string IsNotNotedJustNow = "NEW.PostId IS NOT (SELECT PostId FROM PostChanges ORDER BY Moment DESC LIMIT 1)";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("CREATE TABLE PostChanges (Moment INTEGER NOT NULL PRIMARY KEY, PostId INTEGER NOT NULL);");
        Note(migrationBuilder, "Posts", "Id", "UPDATE OF MemberId, Source, Kind, Time, Prose, Language", null);
        Note(migrationBuilder, "Annotations", "PostId", "UPDATE", IsNotNotedJustNow);
        Note(migrationBuilder, "PostTopics", "PostId", "UPDATE OF TopicId, LeafId", IsOfCurrentRun);
    }

    private static void Note(MigrationBuilder migrationBuilder, string table, string column, string update, string? when)
    {
        foreach (var (name, action, row) in new[] { ("Added", "INSERT", "NEW"), ("Changed", update, "NEW"), ("Removed", "DELETE", "OLD") })
        {
            var condition = when is null ? "" : $"WHEN {when.Replace("NEW", row, StringComparison.Ordinal)} ";
            migrationBuilder.Sql($"CREATE TRIGGER {table}{name} AFTER {action} ON {table} {condition}BEGIN INSERT INTO PostChanges (PostId) VALUES ({row}.{column}); END;");
        }
    }
}
