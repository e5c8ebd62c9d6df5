using System.Data.Common;

namespace TextSeg.Engine.Storage;

/// <summary>Full-text search over the words of posts, in the table PostWords, whose shape is each database's own.</summary>
internal abstract class PostWordIndex
{
    /// <summary>Notes the new words of posts, within the open transaction.</summary>
    /// <param name="connection">Where they stand.</param>
    /// <param name="posts">Their numbers, and the words as <c>SearchWords</c> gives them.</param>
    public abstract void Write(DbConnection connection, IEnumerable<(long Post, string Words)> posts);

    /// <summary>Makes the whole index, of a workspace that has none; within the open transaction.</summary>
    public abstract void Fill(DbConnection connection);

    /// <summary>Takes posts out, within the open transaction.</summary>
    public abstract void Forget(DbConnection connection, IEnumerable<long> posts);

    /// <summary>Brings in line what hangs on the posts' languages, once these are known; within the open transaction.</summary>
    /// <param name="connection">Where they stand.</param>
    /// <param name="among">The posts to look at; null for all.</param>
    public abstract void Settle(DbConnection connection, IReadOnlyList<long>? among);

    /// <summary>A query for the numbers of posts that match the question $1, the best first, at most $2 of them.</summary>
    /// <param name="connection">Where they stand.</param>
    /// <param name="where">A condition on the table Posts.</param>
    public abstract string Find(DbConnection connection, string where);

    /// <summary>The words of a question that are looked for: those that tell something, where all of them would be found in very many posts.</summary>
    /// <param name="connection">Where they stand.</param>
    /// <param name="words">All words, quoted.</param>
    public virtual IReadOnlyList<string> Telling(DbConnection connection, IReadOnlyList<string> words) => words;

    /// <summary>Numbers of posts that match a question, the best first.</summary>
    /// <param name="connection">Where they stand.</param>
    /// <param name="match">The question.</param>
    /// <param name="isChosen">Whether a post may be found; null for all.</param>
    /// <param name="limit">Most of them.</param>
    public virtual long[] FindAmong(DbConnection connection, string match, Func<long, bool>? isChosen, int limit) => throw new NotSupportedException("This database chooses posts by conditions.");
}
