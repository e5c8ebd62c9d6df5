using System.Data.Common;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Ingestion;

/// <summary>
/// Writes posts as their source gives them. A post is known by source and external id: the same post again changes nothing,
/// a changed text becomes its next revision and the old one is kept.
/// </summary>
internal sealed class PostWriter : IDisposable
{
    private const string Values =
        "Kind = $3, Line = $4, MemberId = $5, Title = $6, RawText = $7, ContentHash = $8, Time = $9, Thread = $10, ThreadPosition = $11, ReplyTo = $12, ReplyToIsPosition = $13, Rating = $14, StatedLanguage = $15";

    private readonly MemberWriter _members;
    private readonly DbCommand _find;
    private readonly DbCommand _insert;
    private readonly DbCommand _keepRevision;
    private readonly DbCommand _update;
    private readonly DbCommand _wait;
    private readonly TimeProvider _clock;

    public PostWriter(DbConnection connection, TimeProvider clock)
    {
        _clock = clock;
        _members = new MemberWriter(connection);
        _find = connection.Prepare("SELECT Id, ContentHash FROM Posts WHERE Source = $1 AND ExternalId = $2", 2);
        _insert = connection.Prepare(
            """
            INSERT INTO Posts (Source, ExternalId, Kind, Line, MemberId, Title, RawText, ContentHash, Time, Thread, ThreadPosition, ReplyTo, ReplyToIsPosition, Rating, StatedLanguage,
                Revision, HasCode, TextKey, NeedsVector)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 0, 0, 0, 1)
            RETURNING Id
            """,
            15);
        _keepRevision = connection.Prepare("INSERT INTO Revisions (PostId, Revision, Title, RawText) SELECT Id, Revision, Title, RawText FROM Posts WHERE Source = $1 AND ExternalId = $2", 2);
        _update = connection.Prepare(
            $"UPDATE Posts SET {Values}, Revision = Revision + 1, Prose = NULL, Language = NULL, ReplyToPostId = NULL, NeedsVector = 1 WHERE Source = $1 AND ExternalId = $2", 15);
        _wait = connection.Prepare("INSERT INTO Waiting (PostId, Since) VALUES ($1, $2) ON CONFLICT (PostId) DO UPDATE SET ClaimedBy = NULL, ClaimedUntil = NULL", 2);
    }

    /// <summary>Posts that were not known before.</summary>
    public long Added { get; private set; }

    /// <summary>Posts known before that changed.</summary>
    public long Changed { get; private set; }

    /// <summary>Posts known before that are the same.</summary>
    public long Unchanged { get; private set; }

    /// <summary>Writes one post within the open transaction.</summary>
    public RowOutcome Write(RawPost post)
    {
        var hash = HashOf(post);
        if (Find(post) is not { } known)
        {
            Wait((long)Fill(_insert, post, hash).ExecuteScalar()!);
            Added++;
            return RowOutcome.Added;
        }

        if (known.Hash == hash)
        {
            Unchanged++;
            return RowOutcome.Unchanged;
        }

        _keepRevision.Bind(post.Source, post.ExternalId).ExecuteNonQuery();
        Fill(_update, post, hash).ExecuteNonQuery();
        Wait(known.Id);
        Changed++;
        return RowOutcome.Changed;
    }

    public void Dispose()
    {
        _members.Dispose();
        _find.Dispose();
        _insert.Dispose();
        _keepRevision.Dispose();
        _update.Dispose();
        _wait.Dispose();
    }

    private static long HashOf(RawPost post) => ContentHash.Of(string.Join(
        '\u001F', post.Text, post.Title, post.Member, post.Time?.ToUnixTimeMilliseconds(), post.Thread, post.ThreadPosition, post.ReplyTo, post.Rating, post.Language, post.Kind));

    private (long Id, long Hash)? Find(RawPost post)
    {
        using var reader = _find.Bind(post.Source, post.ExternalId).ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.GetInt64(1)) : null;
    }

    // Whoever works on the words as they were loses the claim, and with it the right to write what they make of them.
    private void Wait(long post) => _wait.Bind(post, _clock.GetUtcNow().ToUnixTimeMilliseconds()).ExecuteNonQuery();

    private DbCommand Fill(DbCommand command, RawPost post, long hash) => command.Bind(
        post.Source,
        post.ExternalId,
        post.Kind.ToString(),
        post.Line,
        post.Member is null ? null : _members.IdOf(post.Source, post.Member, post.MemberName),
        post.Title,
        post.Text,
        hash,
        post.Time?.ToUnixTimeMilliseconds(),
        post.Thread,
        post.ThreadPosition,
        post.ReplyTo,
        post.ReplyToIsPosition,
        post.Rating,
        post.Language);
}
