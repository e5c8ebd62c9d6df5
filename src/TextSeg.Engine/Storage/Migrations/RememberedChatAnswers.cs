using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TextSeg.Engine.Storage.Sqlite;

namespace TextSeg.Engine.Storage.Migrations;

/// <summary>A place for the answers of chat models, so that no question is put twice.</summary>
[DbContext(typeof(SqliteWorkspaceContext))]
[Migration("20261122130000_RememberedChatAnswers")]
public sealed class RememberedChatAnswers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            CREATE TABLE ChatAnswers (
                Hash TEXT NOT NULL,
                Model TEXT NOT NULL,
                Answer TEXT NOT NULL,
                AnsweredAt INTEGER NOT NULL,
                PRIMARY KEY (Hash)) WITHOUT ROWID;
            """);
    }
}
