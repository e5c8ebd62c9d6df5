using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TextSeg.Engine.Storage.Sqlite;

namespace TextSeg.Engine.Storage.Migrations;

/// <summary>The first schema, for SQLite. Written by hand; a test holds it against the model.</summary>
[DbContext(typeof(SqliteWorkspaceContext))]
[Migration("20261122000000_FirstSchema")]
public sealed class FirstSchema : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            CREATE TABLE Posts (
                Id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
                Source TEXT NOT NULL,
                ExternalId TEXT NOT NULL,
                Kind TEXT NOT NULL,
                Line INTEGER NOT NULL,
                MemberId INTEGER,
                Title TEXT,
                RawText TEXT NOT NULL,
                ContentHash INTEGER NOT NULL,
                Revision INTEGER NOT NULL,
                Time INTEGER,
                Thread TEXT,
                ThreadPosition TEXT,
                ReplyTo TEXT,
                ReplyToIsPosition INTEGER NOT NULL,
                ReplyToPostId INTEGER,
                Rating REAL,
                StatedLanguage TEXT,
                Prose TEXT,
                HasCode INTEGER NOT NULL,
                Links INTEGER NOT NULL DEFAULT 0,
                Emoji INTEGER NOT NULL DEFAULT 0,
                Masked TEXT,
                TextKey INTEGER NOT NULL,
                Language TEXT,
                NeedsVector INTEGER NOT NULL);
            CREATE UNIQUE INDEX IX_Posts_Source_ExternalId ON Posts (Source, ExternalId);
            CREATE INDEX IX_Posts_MemberId ON Posts (MemberId);
            CREATE INDEX IX_Posts_Source_Thread ON Posts (Source, Thread);
            CREATE TABLE Revisions (
                PostId INTEGER NOT NULL,
                Revision INTEGER NOT NULL,
                Title TEXT,
                RawText TEXT NOT NULL,
                PRIMARY KEY (PostId, Revision)) WITHOUT ROWID;
            CREATE TABLE Members (
                Id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
                Source TEXT NOT NULL,
                ExternalId TEXT NOT NULL,
                Name TEXT);
            CREATE UNIQUE INDEX IX_Members_Source_ExternalId ON Members (Source, ExternalId);
            CREATE TABLE Annotations (
                PostId INTEGER NOT NULL,
                Kind TEXT NOT NULL,
                Label TEXT NOT NULL,
                Confidence REAL NOT NULL,
                Model TEXT NOT NULL,
                PRIMARY KEY (PostId, Kind)) WITHOUT ROWID;
            CREATE TABLE Runs (
                Id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
                StartedAt INTEGER NOT NULL,
                FinishedAt INTEGER,
                Seed INTEGER NOT NULL,
                Model TEXT NOT NULL,
                Version TEXT NOT NULL,
                Facts TEXT NOT NULL);
            CREATE TABLE Topics (
                RunId INTEGER NOT NULL,
                Id TEXT NOT NULL,
                ParentId TEXT,
                Level INTEGER NOT NULL,
                Name TEXT NOT NULL,
                Posts INTEGER NOT NULL,
                Members INTEGER NOT NULL,
                Stability REAL NOT NULL,
                Facts TEXT NOT NULL,
                PRIMARY KEY (RunId, Id)) WITHOUT ROWID;
            CREATE TABLE PostTopics (
                RunId INTEGER NOT NULL,
                PostId INTEGER NOT NULL,
                TopicId TEXT,
                LeafId TEXT,
                Strength REAL NOT NULL,
                State TEXT NOT NULL,
                X REAL NOT NULL,
                Y REAL NOT NULL,
                PRIMARY KEY (RunId, PostId)) WITHOUT ROWID;
            CREATE INDEX IX_PostTopics_RunId_TopicId ON PostTopics (RunId, TopicId);
            CREATE TABLE Segments (
                RunId INTEGER NOT NULL,
                Id TEXT NOT NULL,
                ParentId TEXT,
                Name TEXT NOT NULL,
                Description TEXT NOT NULL,
                Members INTEGER NOT NULL,
                Stability REAL NOT NULL,
                Facts TEXT NOT NULL,
                PRIMARY KEY (RunId, Id)) WITHOUT ROWID;
            CREATE TABLE Memberships (
                RunId INTEGER NOT NULL,
                MemberId INTEGER NOT NULL,
                SegmentId TEXT NOT NULL,
                Weight REAL NOT NULL,
                State TEXT NOT NULL,
                PRIMARY KEY (RunId, MemberId, SegmentId)) WITHOUT ROWID;
            CREATE INDEX IX_Memberships_RunId_SegmentId ON Memberships (RunId, SegmentId);
            CREATE TABLE Profiles (
                RunId INTEGER NOT NULL,
                MemberId INTEGER NOT NULL,
                Posts INTEGER NOT NULL,
                Facts TEXT NOT NULL,
                PRIMARY KEY (RunId, MemberId)) WITHOUT ROWID;
            CREATE TABLE RejectedRows (
                Source TEXT NOT NULL,
                Line INTEGER NOT NULL,
                Reason TEXT NOT NULL,
                PRIMARY KEY (Source, Line)) WITHOUT ROWID;
            CREATE TABLE Settings (
                Key TEXT NOT NULL,
                Value TEXT NOT NULL,
                PRIMARY KEY (Key)) WITHOUT ROWID;
            CREATE VIRTUAL TABLE PostWords USING fts5(Words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
            """);
    }
}
