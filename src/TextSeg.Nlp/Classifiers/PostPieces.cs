using TextSeg.Nlp.Classifiers.Signs;
using TextSeg.Nlp.Words;

namespace TextSeg.Nlp.Classifiers;

/// <summary>
/// A post cut for reading it piece by piece: into sentences, and sentences of contrast ("I love it, but …") into clauses. Pieces are counted through,
/// sentences first.
/// </summary>
/// <param name="Sentences">The first 64 sentences.</param>
/// <param name="Clauses">Of sentences with a word of contrast inside; that word begins its clause.</param>
/// <param name="Contrasts">Pieces on the two sides of a word of contrast: clauses of one sentence, or a sentence and one that begins with such a word.</param>
internal sealed record PostPieces(IReadOnlyList<TextSpan> Sentences, IReadOnlyList<TextSpan> Clauses, IReadOnlyList<(int Left, int Right)> Contrasts)
{
    private const int MostSentences = 64;
    private const int FewestWords = 2;

    /// <summary>Nothing to read piece by piece.</summary>
    public static PostPieces None { get; } = new([], [], []);

    /// <summary>Number of pieces.</summary>
    public int Count => Sentences.Count + Clauses.Count;

    /// <summary>A piece by its number.</summary>
    public TextSpan this[int piece] => piece < Sentences.Count ? Sentences[piece] : Clauses[piece - Sentences.Count];

    /// <summary>Sentences alone.</summary>
    public static PostPieces SentencesOf(string prose) => new([.. SentenceSegmenter.Split(prose).Take(MostSentences)], [], []);

    /// <summary>Sentences and clauses.</summary>
    public static PostPieces Of(PostText post)
    {
        var sentences = SentencesOf(post.Prose).Sentences;
        var lists = SignLists.For(post.Language);
        var (clauses, contrasts) = (new List<TextSpan>(), new List<(int Left, int Right)>());
        for (var at = 0; at < sentences.Count; at++)
        {
            var text = PhraseFinder.Fold(sentences[at].Of(post.Prose).ToString());
            var words = lists.Of("contrast").Find(text);
            if (at > 0 && words.Concat(lists.Of("contrast-opening").Find(text)).Any(word => word.Start == 0))
            {
                contrasts.Add((at - 1, at));
            }

            var first = sentences.Count + clauses.Count;
            clauses.AddRange(Cut(text, words, lists.IsSpaced).Select(span => new TextSpan(sentences[at].Start + span.Start, sentences[at].Start + span.End)));
            for (var right = first + 1; right < sentences.Count + clauses.Count; right++)
            {
                contrasts.Add((right - 1, right));
            }
        }

        return new PostPieces(sentences, clauses, contrasts);
    }

    // A sentence is cut before each word of contrast that has words on both sides.
    private static List<TextSpan> Cut(string text, IReadOnlyList<TextSpan> words, bool isSpaced)
    {
        var clauses = new List<TextSpan>();
        var start = 0;
        foreach (var word in words)
        {
            if (HasWords(text.AsSpan(start, word.Start - start), isSpaced) && HasWords(text.AsSpan(word.End), isSpaced))
            {
                clauses.Add(new TextSpan(start, word.Start));
                start = word.Start;
            }
        }

        if (clauses.Count > 0)
        {
            clauses.Add(new TextSpan(start, text.Length));
        }

        return clauses;
    }

    private static bool HasWords(ReadOnlySpan<char> text, bool isSpaced)
    {
        var trimmed = text.Trim();
        return trimmed.Length > 0 && (!isSpaced || trimmed.Count(' ') + 1 >= FewestWords);
    }
}
