using System.Text.RegularExpressions;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.MemberRights;

/// <summary>Words that somebody has written and nobody else: what results may hold of them when their posts are gone.</summary>
internal sealed partial class OwnWords
{
    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many there are.</summary>
    public int Count => _words.Count;

    /// <summary>Finds the words of some posts that no other post holds.</summary>
    /// <param name="workspace">The workspace, the posts still in it.</param>
    /// <param name="posts">Their numbers.</param>
    /// <param name="names">Further texts that are to go, such as the member's name.</param>
    public static OwnWords Of(Workspace workspace, IReadOnlySet<long> posts, IEnumerable<string> names)
    {
        var own = new OwnWords();
        own._words.UnionWith(names.SelectMany(Words));
        foreach (var (_, text) in Texts(workspace).Where(post => posts.Contains(post.Id)))
        {
            own._words.UnionWith(Words(text));
        }

        foreach (var (_, text) in Texts(workspace).Where(post => !posts.Contains(post.Id)))
        {
            own._words.ExceptWith(Words(text));
        }

        return own;
    }

    /// <summary>Whether a text holds one of them.</summary>
    public bool IsIn(string text) => _words.Count > 0 && Words(text).Any(_words.Contains);

    /// <summary>A text without them: an ellipsis stands for each.</summary>
    public string TakenOutOf(string text) => _words.Count == 0 ? text : Word().Replace(text, word => _words.Contains(word.Value) ? "…" : word.Value);

    private static IEnumerable<(long Id, string Text)> Texts(Workspace workspace) => workspace.Connection.Query(
        "SELECT Id, COALESCE(Title, ''), RawText, COALESCE(Prose, '') FROM Posts ORDER BY Id", row => (row.GetInt64(0), string.Join(' ', row.GetString(1), row.GetString(2), row.GetString(3))));

    private static IEnumerable<string> Words(string text) => Word().Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"[\p{L}\p{N}\p{M}]+")]
    private static partial Regex Word();
}
