using System.Data.Common;
using Microsoft.Data.Sqlite;
using TextSeg.Engine.Queries;

namespace TextSeg.Engine.Storage.Sqlite;

/// <summary>Full-text search by FTS5: case and accents are folded, the order is by BM25 and then by number.</summary>
internal sealed class SqlitePostWords : PostWordIndex
{
    private const int BatchPosts = 5_000;

    /// <summary>Posts that a question's words may stand in, each word counted by itself, before the commonest words are passed over.</summary>
    private const int MostMatches = 5_000;

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

    public override IReadOnlyList<string> Telling(DbConnection connection, IReadOnlyList<string> words)
    {
        using var count = connection.Prepare("SELECT COUNT(*) FROM (SELECT 1 FROM PostWords WHERE PostWords MATCH $1 LIMIT $2)", 2);
        var posts = words.Select(word => (long)count.Bind(word, MostMatches + 1).ExecuteScalar()!).ToArray();
        var (kept, sum) = (new HashSet<int>(), 0L);
        foreach (var place in Enumerable.Range(0, words.Count).Where(place => posts[place] > 0).OrderBy(place => posts[place]))
        {
            sum += posts[place];
            if (kept.Count == 0 || sum <= MostMatches)
            {
                kept.Add(place);
            }
        }

        return kept.Count == 0 ? words : [.. words.Where((_, place) => kept.Contains(place))];
    }

    public override long[] FindAmong(DbConnection connection, string match, Func<long, bool>? isChosen, int limit)
    {
        var condition = "";
        if (isChosen is not null)
        {
            ((SqliteConnection)connection).CreateFunction("IsChosen", isChosen);
            condition = "AND IsChosen(rowid) ";
        }

        return [.. connection.Query($"SELECT rowid FROM PostWords WHERE PostWords MATCH $1 {condition}ORDER BY bm25(PostWords), rowid LIMIT $2", row => row.GetInt64(0), match, limit)];
    }
}
