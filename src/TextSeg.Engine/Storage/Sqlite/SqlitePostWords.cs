using System.Data.Common;

namespace TextSeg.Engine.Storage.Sqlite;

/// <summary>Full-text search by FTS5: case and accents are folded, the order is by BM25 and then by number.</summary>
internal sealed class SqlitePostWords : PostWordIndex
{
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

    /// <summary>Nothing: one tokenizer serves all languages.</summary>
    public override void Settle(DbConnection connection)
    {
    }

    public override string Find(DbConnection connection, string where) =>
        $"SELECT Posts.Id FROM PostWords JOIN Posts ON Posts.Id = PostWords.rowid WHERE PostWords MATCH $1 AND {where} ORDER BY bm25(PostWords), Posts.Id LIMIT $2";
}
