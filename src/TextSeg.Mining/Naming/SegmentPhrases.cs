using TextSeg.Mining.KeyPhrases;

namespace TextSeg.Mining.Naming;

/// <summary>
/// The phrases that tell each segment from the others. Posts are compared with posts of the same language only: without that, the commonest words of a language
/// would look like the mark of a segment that writes in it.
/// </summary>
internal static class SegmentPhrases
{
    private const string ReadersLanguage = "English";

    /// <summary>Share of a segment's posts in the reader's language from which on its phrases are taken in that language.</summary>
    private const double EnoughToRead = 0.15;

    public static IReadOnlyList<KeyPhrase>[] Of(NamingInput input, CancellationToken cancellation)
    {
        var segments = input.Segments.Segments.Count;
        var languages = input.LanguageNames.Count + 1;
        var posts = input.Posts;
        var groupOf = new int[posts.MemberOf.Length];
        var sizes = new int[segments * languages];
        for (var row = 0; row < groupOf.Length; row++)
        {
            var segment = posts.MemberOf[row] >= 0 ? input.Segments.SegmentOf[posts.MemberOf[row]] : -1;
            var language = posts.LanguageOf?[row] is { } code and >= 0 && code < input.LanguageNames.Count ? code : languages - 1;
            groupOf[row] = segment < 0 ? -1 : (language * segments) + segment;
            if (segment >= 0)
            {
                sizes[groupOf[row]]++;
            }
        }

        var languageOfGroup = Enumerable.Range(0, sizes.Length).Select(group => group / segments).ToArray();
        var found = input.Phrases.ForGroups(groupOf, sizes.Length, languageOfGroup, posts.MemberOf, cancellation);
        return [.. Enumerable.Range(0, segments).Select(segment => found[Best(segment, segments, sizes, input.LanguageNames)])];
    }

    private static int Best(int segment, int segments, int[] sizes, IReadOnlyList<string> languageNames)
    {
        var groups = Enumerable.Range(0, sizes.Length / segments).Select(language => (language * segments) + segment).ToArray();
        var all = groups.Sum(group => sizes[group]);
        return groups.OrderByDescending(group => group / segments < languageNames.Count && languageNames[group / segments] == ReadersLanguage && sizes[group] >= EnoughToRead * all)
            .ThenByDescending(group => sizes[group]).ThenBy(group => group).First();
    }
}
