using TextSeg.Mining;
using TextSeg.Mining.Topics;
using TextSeg.Nlp.Languages;

namespace TextSeg.Engine.Standalone;

/// <summary>What the topic stage needs to know of posts with words beside their vectors, read in one pass.</summary>
/// <param name="Rows">Place of each row among the posts.</param>
/// <param name="LanguageOf">A code for the language of each row, −1 where unknown.</param>
/// <param name="AuthorOf">A code for the author of each row, −1 where unknown.</param>
/// <param name="TextKeyOf">Equal for rows of the same words.</param>
/// <param name="StableKeyOf">What a post is wherever it stands.</param>
/// <param name="Languages">Languages by code.</param>
internal sealed record PostColumns(int[] Rows, int[] LanguageOf, int[] AuthorOf, long[] TextKeyOf, ulong[] StableKeyOf, string[] Languages)
{
    /// <summary>Reads them.</summary>
    public static PostColumns Of(IReadOnlyList<PreparedPost> posts)
    {
        var (rows, texts, keys) = (new List<int>(), new List<long>(), new List<ulong>());
        var (languages, authors) = (new ValueCodes(), new ValueCodes());
        var place = -1;
        foreach (var post in posts)
        {
            place++;
            if (post.HasWords)
            {
                rows.Add(place);
                texts.Add(post.TextKey);
                keys.Add(StableKey(post));
                languages.Add(post.Language == LanguageGuess.UnknownLanguage ? null : post.Language);
                authors.Add(post.Member is { } member ? post.Source + '\u001F' + member : null);
            }
        }

        return new PostColumns([.. rows], languages.Codes(), authors.Codes(), [.. texts], [.. keys], languages.Values());
    }

    /// <summary>The topic stage's input.</summary>
    public TopicInput With(VectorTable vectors) => new(vectors)
    {
        LanguageOf = LanguageOf,
        AuthorOf = AuthorOf,
        TextKeyOf = TextKeyOf,
        StableKeyOf = StableKeyOf,
    };

    /// <summary>What a post is wherever it stands: its id and its words. The name of the file does not count, so a copy of it gives the same topics.</summary>
    private static ulong StableKey(PreparedPost post) => (ulong)ContentHash.Of(post.Id + '\u001F' + post.Prose);

    /// <summary>Numbers for values, in alphabetical order, so that the order of the rows does not matter.</summary>
    private sealed class ValueCodes
    {
        private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
        private readonly List<int> _placeOf = [];

        public void Add(string? value)
        {
            if (value is not null && !_places.ContainsKey(value))
            {
                _places.Add(value, _places.Count);
            }

            _placeOf.Add(value is null ? -1 : _places[value]);
        }

        /// <summary>The values by code.</summary>
        public string[] Values() => [.. _places.Keys.Order(StringComparer.Ordinal)];

        /// <summary>The code of each value added, −1 for none.</summary>
        public int[] Codes()
        {
            var codeOf = new int[_places.Count];
            foreach (var (code, place) in _places.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select((pair, code) => (code, pair.Value)))
            {
                codeOf[place] = code;
            }

            return [.. _placeOf.Select(place => place < 0 ? -1 : codeOf[place])];
        }
    }
}
