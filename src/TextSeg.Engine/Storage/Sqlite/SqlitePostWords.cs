using System.Data.Common;
using TextSeg.Engine.Queries;

namespace TextSeg.Engine.Storage.Sqlite;

/// <summary>Full-text search by FTS5: case and accents are folded, the order is by BM25 and then by number.</summary>
internal sealed class SqlitePostWords : PostWordIndex
{
    private const int BatchPosts = 5_000;

    public override void Write(DbConnection connection, IEnumerable<(long Post, string Words)> posts)
    {
        using var forget = connection.Prepare("DELETE FROM PostWords WHERE rowid = $1", 1);
        using var insert = connection.Prepare("INSERT INTO PostWords (rowid, Words) VALUES ($1, $2)", 2);
        foreach (var (post, words) in posts)
        {
            forget.Bind(post).ExecuteNonQuery();
            insert.Bind(post, words).ExecuteNonQuery();
        }
    }

    public override void Fill(DbConnection connection)
    {
        var ids = connection.Query("SELECT Id FROM Posts WHERE Prose IS NOT NULL ORDER BY Id", row => row.GetInt64(0)).ToArray();
        foreach (var batch in ids.Chunk(BatchPosts))
        {
            Write(connection, connection.Query(
                "SELECT Id, Prose FROM Posts WHERE Prose IS NOT NULL AND Id BETWEEN $1 AND $2", row => (row.GetInt64(0), SearchWords.ForIndex(row.GetString(1))), batch[0], batch[^1]).ToList());
        }
    }

    public override void Forget(DbConnection connection, IEnumerable<long> posts)
    {
        using var forget = connection.Prepare("DELETE FROM PostWords WHERE rowid = $1", 1);
        foreach (var post in posts)
        {
            forget.Bind(post).ExecuteNonQuery();
        }
    }

    /// <summary>Nothing: one tokenizer serves all languages.</summary>
    public override void Settle(DbConnection connection, IReadOnlyList<long>? among)
    {
    }

    public override string Find(DbConnection connection, string where) =>
        $"SELECT Posts.Id FROM PostWords JOIN Posts ON Posts.Id = PostWords.rowid WHERE PostWords MATCH $1 AND {where} ORDER BY bm25(PostWords), Posts.Id LIMIT $2";
}
