using System.Globalization;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Streaming;
using TextSeg.Nlp.Languages;

namespace TextSeg.Engine.Annotation;

/// <summary>
/// Decides the language of each post: what the source states; else what the model says, when the text is long enough or the model
/// sure; else the language that the same thread, or the same author, clearly writes.
/// </summary>
internal sealed class LanguageSettlement(Workspace workspace)
{
    private const int ShortText = 60;
    private const double SureEnough = 0.9;
    private const double ClearShare = 0.8;
    private readonly List<string> _values = [];
    private readonly Dictionary<string, int> _numberOf = [];
    private readonly Dictionary<int, Dictionary<int, int>> _languagesOf = [];

    /// <summary>Settles all posts anew from their annotations, within the open transaction.</summary>
    public void Run() => Write(workspace, Find());

    /// <summary>Posts whose language is another than the one that is stored, when all are looked at.</summary>
    public List<SettledLanguage> Find()
    {
        var posts = Read("");
        Count(posts, post => post.Thread);
        Count(posts, post => post.Author);
        return [.. posts.Select(post => (Post: post, Language: LanguageOf(post))).Where(pair => pair.Language != pair.Post.Settled)
            .Select(pair => new SettledLanguage(pair.Post.Id, _values[pair.Language], pair.Post.Settled is { } settled ? _values[settled] : null))];
    }

    /// <summary>Writes languages where the post is still as it was, within the open transaction.</summary>
    public static void Write(Workspace workspace, IEnumerable<SettledLanguage> found)
    {
        using var update = workspace.Connection.Prepare("UPDATE Posts SET Language = $2 WHERE Id = $1 AND Language IS NOT DISTINCT FROM CAST($3 AS TEXT)", 3);
        foreach (var post in found)
        {
            update.Bind(post.Post, post.Language, post.Before).ExecuteNonQuery();
        }
    }

    /// <summary>Settles posts whose guesses are not stored yet, by these and by what is stored of their threads and authors. The other posts stay as they are.</summary>
    public void Settle(IReadOnlyList<CarriedPost> carried)
    {
        var posts = carried.Select(Of).ToList();
        var unsure = SqlList.Of(posts.Where(post => post is { Stated: null, IsSure: false }).Select(post => post.Id));
        var among = workspace.Connection.Provider.NumbersIn("$1");
        var own = posts.Select(post => post.Id).ToHashSet();
        Count(posts, post => post.Thread);
        Count(Read($"AND (Source, Thread) IN (SELECT Source, Thread FROM Posts WHERE Id IN ({among}))", unsure).Where(post => !own.Contains(post.Id)), post => post.Thread);
        Count(posts, post => post.Author);
        Count(Read($"AND MemberId IN (SELECT MemberId FROM Posts WHERE Id IN ({among}))", unsure).Where(post => !own.Contains(post.Id)), post => post.Author);
        foreach (var (post, row) in carried.Zip(posts))
        {
            post.Language = _values[LanguageOf(row)];
        }
    }

    private int LanguageOf(Post post) => post.Stated ?? (post.IsSure ? post.Guess : Prior(post.Thread) ?? Prior(post.Author) ?? post.Guess);

    private Post Of(CarriedPost post) => new(
        post.Id,
        Number(post.Guess!.Value.Language)!.Value,
        IsSure(post.Guess.Value.Language, post.Prose.EnumerateRunes().Count(), post.Guess.Value.Confidence),
        Number(post.Thread is null ? null : ThreadKey(post.Key.Source, post.Thread)),
        Number(post.Member is null ? null : AuthorKey(post.Member.Value)),
        Number(post.StatedLanguage),
        null);

    private List<Post> Read(string among, params object?[] values) => [.. workspace.Connection.Query(
        $"""
        SELECT Posts.Id, Label, Confidence, LENGTH(Prose), Source, Thread, MemberId, StatedLanguage, Language
        FROM Posts JOIN Annotations ON Annotations.PostId = Posts.Id AND Annotations.Kind = 'language'
        WHERE Prose IS NOT NULL {among}
        """,
        row => new Post(
            row.GetInt64(0),
            Number(row.GetString(1))!.Value,
            IsSure(row.GetString(1), row.GetInt64(3), row.GetDouble(2)),
            Number(row.IsDBNull(5) ? null : ThreadKey(row.GetString(4), row.GetString(5))),
            Number(row.Number(6) is { } author ? AuthorKey(author) : null),
            Number(row.Text(7)),
            Number(row.Text(8))),
        values)];

    private static bool IsSure(string guess, long length, double confidence) => guess != LanguageGuess.UnknownLanguage && (length >= ShortText || confidence >= SureEnough);

    private static string ThreadKey(string source, string thread) => $"{source} t {thread}";

    private static string AuthorKey(long member) => string.Create(CultureInfo.InvariantCulture, $"m {member}");

    /// <summary>Equal texts share a number, so that a million posts need no texts of their own.</summary>
    private int? Number(string? value)
    {
        if (value is null)
        {
            return null;
        }

        if (!_numberOf.TryGetValue(value, out var number))
        {
            _numberOf.Add(value, number = _values.Count);
            _values.Add(value);
        }

        return number;
    }

    private void Count(IEnumerable<Post> posts, Func<Post, int?> keyOf)
    {
        foreach (var post in posts.Where(post => post.IsSure))
        {
            if (keyOf(post) is not { } key)
            {
                continue;
            }

            if (!_languagesOf.TryGetValue(key, out var counts))
            {
                _languagesOf.Add(key, counts = new Dictionary<int, int>(1));
            }

            counts[post.Guess] = counts.GetValueOrDefault(post.Guess) + 1;
        }
    }

    private int? Prior(int? key)
    {
        if (key is null || !_languagesOf.TryGetValue(key.Value, out var counts))
        {
            return null;
        }

        var best = counts.OrderByDescending(pair => pair.Value).ThenBy(pair => _values[pair.Key], StringComparer.Ordinal).First();
        return best.Value >= ClearShare * counts.Values.Sum() ? best.Key : null;
    }

    private readonly record struct Post(long Id, int Guess, bool IsSure, int? Thread, int? Author, int? Stated, int? Settled);
}

/// <summary>A post whose language is another than before.</summary>
/// <param name="Post">The post.</param>
/// <param name="Language">Its language now.</param>
/// <param name="Before">As it is stored; null for none.</param>
internal sealed record SettledLanguage(long Post, string Language, string? Before);
