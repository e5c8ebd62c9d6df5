using TextSeg.Nlp.Classifiers.Signs;
using TextSeg.Nlp.Words;

namespace TextSeg.Nlp.Classifiers;

/// <summary>
/// A post cut for reading it piece by piece: into sentences, sentences of contrast ("I love it, but …") into clauses, and sentences with a short opening
/// ("Great, …") into that and the rest. Pieces are counted through, sentences first, then clauses, then openings and rests.
/// </summary>
/// <param name="Sentences">All sentences; of more than 64 the first 16 and the last 48, for a long text says most at its two ends (Sun et al. 2019, section 5.3.1).</param>
/// <param name="Clauses">Of sentences with a word of contrast inside; that word begins its clause.</param>
/// <param name="Contrasts">Pieces on the two sides of a word of contrast: clauses of one sentence, or a sentence and one that begins with such a word.</param>
internal sealed record PostPieces(IReadOnlyList<TextSpan> Sentences, IReadOnlyList<TextSpan> Clauses, IReadOnlyList<(int Left, int Right)> Contrasts)
{
    private const int MostSentences = 64;
    private const int FirstSentences = 16;
    private const int FewestWords = 2;

    /// <summary>Nothing to read piece by piece.</summary>
    public static PostPieces None { get; } = new([], [], []);

    /// <summary>Openings of sentences and what follows them.</summary>
    public IReadOnlyList<TextSpan> Parts { get; init; } = [];

    /// <summary>A sentence, the piece that opens it (or the short one before it, "Great!"), and the piece that follows.</summary>
    public IReadOnlyList<(int Sentence, int Opening, int After)> Openings { get; init; } = [];

    /// <summary>Number of pieces.</summary>
    public int Count => Sentences.Count + Clauses.Count + Parts.Count;

    /// <summary>A piece by its number.</summary>
    public TextSpan this[int piece] => piece < Sentences.Count ? Sentences[piece]
        : piece < Sentences.Count + Clauses.Count ? Clauses[piece - Sentences.Count] : Parts[piece - Sentences.Count - Clauses.Count];

    /// <summary>Sentences alone.</summary>
    public static PostPieces SentencesOf(string prose)
    {
        var sentences = SentenceSegmenter.Split(prose);
        return new(sentences.Count > MostSentences ? [.. sentences.Take(FirstSentences), .. sentences.TakeLast(MostSentences - FirstSentences)] : sentences, [], []);
    }

    /// <summary>Sentences, clauses, and openings.</summary>
    public static PostPieces Of(PostText post)
    {
        var sentences = SentencesOf(post.Prose).Sentences;
        var (lists, folded) = (SignLists.For(post.Language), PhraseFinder.Fold(post.Prose));
        var (clauses, contrasts, isContrast) = (new List<TextSpan>(), new List<(int Left, int Right)>(), new bool[sentences.Count]);
        for (var at = 0; at < sentences.Count; at++)
        {
            var text = sentences[at].Of(folded).ToString();
            var words = lists.Of("contrast").Find(text);
            if (Follows(post.Prose, sentences, at) && words.Concat(lists.Of("contrast-opening").Find(text)).Any(word => word.Start == 0))
            {
                contrasts.Add((at - 1, at));
                isContrast[at] = true;
            }

            var first = sentences.Count + clauses.Count;
            clauses.AddRange(Cut(text, words, lists.IsSpaced).Select(span => new TextSpan(sentences[at].Start + span.Start, sentences[at].Start + span.End)));
            isContrast[at] |= sentences.Count + clauses.Count > first;
            for (var right = first + 1; right < sentences.Count + clauses.Count; right++)
            {
                contrasts.Add((right - 1, right));
            }
        }

        var (parts, openings) = Open(post, sentences, sentences.Count + clauses.Count, isContrast, lists.IsSpaced);
        return new PostPieces(sentences, clauses, contrasts) { Parts = parts, Openings = openings };
    }

    // A sentence of contrast has no opening, for there both sides are meant; thanks and greetings are kind by custom and no praise.
    private static (List<TextSpan> Parts, List<(int Sentence, int Opening, int After)> Openings) Open(
        PostText post, IReadOnlyList<TextSpan> sentences, int first, bool[] isContrast, bool isSpaced)
    {
        var (parts, openings) = (new List<TextSpan>(), new List<(int Sentence, int Opening, int After)>());
        for (var at = 0; at < sentences.Count; at++)
        {
            if (isContrast[at])
            {
                continue;
            }

            var text = sentences[at].Of(post.Prose);
            if (Follows(post.Prose, sentences, at) && sentences[at - 1].Of(post.Prose) is [.., '!' or '！'] before && SentenceOpening.IsShort(before, isSpaced) && IsPraise(before))
            {
                openings.Add((at, at - 1, at));
            }
            else if (SentenceOpening.Find(text, isSpaced) is var (opening, after) && IsPraise(text[..opening.End]))
            {
                openings.Add((at, first + parts.Count, first + parts.Count + 1));
                parts.Add(new TextSpan(sentences[at].Start + opening.Start, sentences[at].Start + opening.End));
                parts.Add(new TextSpan(sentences[at].Start + after.Start, sentences[at].Start + after.End));
            }
        }

        return (parts, openings);

        bool IsPraise(ReadOnlySpan<char> words) => PolitenessMarkers.Count(words.ToString(), post.Language) == 0;
    }

    // Of a long post sentences are left out, and what stands on the two sides of the gap has nothing to do with each other.
    private static bool Follows(string prose, IReadOnlyList<TextSpan> sentences, int at) =>
        at > 0 && prose.AsSpan(sentences[at - 1].End, sentences[at].Start - sentences[at - 1].End).IsWhiteSpace();

    // A sentence is cut before each word of contrast that has words on both sides.
    private static List<TextSpan> Cut(string text, IReadOnlyList<TextSpan> words, bool isSpaced)
    {
        var clauses = new List<TextSpan>();
        var start = 0;
        foreach (var word in words)
        {
            if (HasWords(text.AsSpan(start, word.Start - start), FewestWords, isSpaced) && HasWords(text.AsSpan(word.End), FewestWords, isSpaced))
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

    private static bool HasWords(ReadOnlySpan<char> text, int fewest, bool isSpaced) => !text.IsWhiteSpace() && (!isSpaced || SentenceOpening.Words(text) >= fewest);
}
