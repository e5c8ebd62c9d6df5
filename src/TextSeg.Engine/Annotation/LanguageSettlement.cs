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
        var posts = Read();
        foreach (var post in posts.Where(post => post.IsSure))
        {
            Count(post.Thread, post.Guess);
            Count(post.Author, post.Guess);
        }

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

    private List<Post> Read() => [.. workspace.Connection.Query(
        """
        SELECT Posts.Id, Label, Confidence, LENGTH(Prose), Source || ' t ' || Thread, 'm ' || MemberId, StatedLanguage, Language
        FROM Posts JOIN Annotations ON Annotations.PostId = Posts.Id AND Annotations.Kind = 'language'
        WHERE Prose IS NOT NULL
        """,
        row => new Post(
            row.GetInt64(0),
            Number(row.GetString(1))!.Value,
            row.GetString(1) != LanguageGuess.UnknownLanguage && (row.GetInt64(3) >= ShortText || row.GetDouble(2) >= SureEnough),
            Number(row.Text(4)),
            Number(row.Text(5)),
            Number(row.Text(6)),
            Number(row.Text(7))))];

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

    private void Count(int? key, int language)
    {
        if (key is null)
        {
            return;
        }

        if (!_languagesOf.TryGetValue(key.Value, out var counts))
        {
            _languagesOf.Add(key.Value, counts = new Dictionary<int, int>(1));
        }

        counts[language] = counts.GetValueOrDefault(language) + 1;
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
