using TextSeg.Engine.Storage;
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
    public void Run()
    {
        var posts = Read("");
        Count(posts, post => post.Thread);
        Count(posts, post => post.Author);
        Settle(posts);
    }

    /// <summary>Settles some posts, by what is known of their threads and authors, within the open transaction. The other posts stay as they are.</summary>
    public void Run(IReadOnlyList<long> ids)
    {
        var posts = Read($"AND Posts.Id IN ({workspace.Connection.Provider.NumbersIn("$1")})", SqlList.Of(ids));
        var unsure = SqlList.Of(posts.Where(post => post is { Stated: null, IsSure: false }).Select(post => post.Id));
        Count(Read($"AND (Source, Thread) IN (SELECT Source, Thread FROM Posts WHERE Id IN ({workspace.Connection.Provider.NumbersIn("$1")}))", unsure), post => post.Thread);
        Count(Read($"AND MemberId IN (SELECT MemberId FROM Posts WHERE Id IN ({workspace.Connection.Provider.NumbersIn("$1")}))", unsure), post => post.Author);
        Settle(posts);
    }

    private void Settle(List<Post> posts)
    {
        using var update = workspace.Connection.Prepare("UPDATE Posts SET Language = $2 WHERE Id = $1", 2);
        foreach (var post in posts)
        {
            var language = post.Stated ?? (post.IsSure ? post.Guess : Prior(post.Thread) ?? Prior(post.Author) ?? post.Guess);
            if (language != post.Settled)
            {
                update.Bind(post.Id, _values[language]).ExecuteNonQuery();
            }
        }
    }

    private List<Post> Read(string among, params object?[] values) => [.. workspace.Connection.Query(
        $"""
        SELECT Posts.Id, Label, Confidence, LENGTH(Prose), Source || ' t ' || Thread, 'm ' || MemberId, StatedLanguage, Language
        FROM Posts JOIN Annotations ON Annotations.PostId = Posts.Id AND Annotations.Kind = 'language'
        WHERE Prose IS NOT NULL {among}
        """,
        row => new Post(
            row.GetInt64(0),
            Number(row.GetString(1))!.Value,
            row.GetString(1) != LanguageGuess.UnknownLanguage && (row.GetInt64(3) >= ShortText || row.GetDouble(2) >= SureEnough),
            Number(row.Text(4)),
            Number(row.Text(5)),
            Number(row.Text(6)),
            Number(row.Text(7))),
        values)];

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

    private void Count(List<Post> posts, Func<Post, int?> keyOf)
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
