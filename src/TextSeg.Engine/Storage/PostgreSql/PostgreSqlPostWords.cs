using System.Data.Common;
using TextSeg.Engine.Queries;

namespace TextSeg.Engine.Storage.PostgreSql;

/// <summary>
/// Full-text search by tsvector: each post by the rules of its language where PostgreSQL has them, else word by word. A question is read by the rules of all
/// languages that are there, and the order is by <c>ts_rank</c>, weighed by length, and then by number.
/// </summary>
internal sealed class PostgreSqlPostWords : PostWordIndex
{
    private const int BatchPosts = 2_000;

    // A tsvector holds a megabyte at most.
    private const int MostCharacters = 100_000;
    private const int RankByLogarithmOfLength = 1;

    /// <summary>Lets the posts go; they come in again when their languages are known.</summary>
    public override void Write(DbConnection connection, IEnumerable<(long Post, string Words)> posts) => Forget(connection, posts.Select(post => post.Post));

    public override void Forget(DbConnection connection, IEnumerable<long> posts)
    {
        using var forget = connection.Prepare($"DELETE FROM PostWords WHERE PostId IN ({connection.Provider.NumbersIn("$1")})", 1);
        forget.Bind(SqlList.Of(posts)).ExecuteNonQuery();
    }

    public override void Fill(DbConnection connection) => Settle(connection, null);

    public override void Settle(DbConnection connection, IReadOnlyList<long>? among)
    {
        var configuration = SearchConfigurations.Expression("Posts.Language", SearchConfigurations.Known(connection));
        var only = among is null ? "" : $"AND Id IN ({connection.Provider.NumbersIn("$1")}) ";
        var waiting = connection.Query(
            $"SELECT Id FROM Posts LEFT JOIN PostWords ON PostId = Id WHERE Prose <> '' AND Configuration IS DISTINCT FROM {configuration} {only}ORDER BY Id",
            row => row.GetInt64(0), among is null ? [] : [SqlList.Of(among)]).ToArray();
        using var insert = connection.Prepare(
            """
            INSERT INTO PostWords (PostId, Configuration, Words) VALUES ($1, $2, to_tsvector(CAST($2 AS regconfig), $3))
            ON CONFLICT (PostId) DO UPDATE SET Configuration = excluded.Configuration, Words = excluded.Words
            """, 3);
        foreach (var batch in waiting.Chunk(BatchPosts))
        {
            foreach (var post in connection.Query(
                $"SELECT Id, {configuration}, Prose FROM Posts WHERE Id IN ({connection.Provider.NumbersIn("$1")}) ORDER BY Id",
                row => (Id: row.GetInt64(0), Configuration: row.GetString(1), Prose: row.GetString(2)), SqlList.Of(batch)).ToList())
            {
                var words = SearchWords.ForIndex(post.Prose);
                insert.Bind(post.Id, post.Configuration, words[..Math.Min(words.Length, MostCharacters)]).ExecuteNonQuery();
            }
        }
    }

    public override string Find(DbConnection connection, string where)
    {
        var asked = string.Join(" || ", SearchConfigurations.Used(connection).Select(name => $"websearch_to_tsquery('{name}', $1)"));
        return $"""
            SELECT Posts.Id FROM PostWords JOIN Posts ON Posts.Id = PostWords.PostId CROSS JOIN (SELECT {asked} AS Asked) AS Question
            WHERE PostWords.Words @@ Question.Asked AND {where} ORDER BY ts_rank(PostWords.Words, Question.Asked, {RankByLogarithmOfLength}) DESC, Posts.Id LIMIT $2
            """;
    }
}
