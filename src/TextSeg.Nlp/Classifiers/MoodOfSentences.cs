using TextSeg.Nlp.Classifiers.Signs;
using TextSeg.Nlp.Words;

namespace TextSeg.Nlp.Classifiers;

/// <summary>
/// Cuts a post for reading its mood piece by piece: into sentences, and sentences of contrast ("I love it, but …") into clauses. A post with a
/// clearly negative and a clearly positive piece (probability 0.55 or more each; the rarer mood in a fifth of the clear pieces) is mixed, whatever
/// the whole seems to be.
/// </summary>
internal sealed class MoodOfSentences(ClassifierHead head)
{
    /// <summary>Given to a post whose pieces disagree.</summary>
    public const string Mixed = "mixed";

    /// <summary>A piece is clearly of a mood from this probability on.</summary>
    private const float Clearly = 0.55f;

    /// <summary>The rarer of the two moods must be that of a fifth of the clear pieces: one odd sentence does not make a long post mixed.</summary>
    private const double LeastShare = 0.2;

    /// <summary>Only so many sentences of a post are read by themselves, from its start.</summary>
    private const int MostSentences = 64;

    private const int FewestWords = 2;
    private readonly int _negative = head.Labels.ToList().IndexOf("negative");
    private readonly int _positive = head.Labels.ToList().IndexOf("positive");

    /// <summary>The sentences of a post.</summary>
    public static IReadOnlyList<TextSpan> Sentences(string prose) => [.. SentenceSegmenter.Split(prose).Take(MostSentences)];

    /// <summary>The clauses of a sentence that contrasts; empty for any other sentence. The word of contrast begins its clause.</summary>
    public static IReadOnlyList<TextSpan> Clauses(string prose, TextSpan sentence, string language)
    {
        var lists = SignLists.For(language);
        var text = PhraseFinder.Fold(prose[sentence.Start..sentence.End]);
        var clauses = new List<TextSpan>();
        var start = 0;
        foreach (var contrast in lists.Of("contrast").Find(text))
        {
            if (HasWords(text.AsSpan(start, contrast.Start - start), lists.IsSpaced) && HasWords(text.AsSpan(contrast.End), lists.IsSpaced))
            {
                clauses.Add(new TextSpan(sentence.Start + start, sentence.Start + contrast.Start));
                start = contrast.Start;
            }
        }

        if (clauses.Count > 0)
        {
            clauses.Add(new TextSpan(sentence.Start + start, sentence.End));
        }

        return clauses;
    }

    /// <summary>"Mixed" with the probability of its weaker side, or null where the pieces do not disagree.</summary>
    /// <param name="pieces">Probabilities of sentences and clauses.</param>
    public LabelReading? MixedOf(IEnumerable<HeadReading> pieces)
    {
        if (_negative < 0 || _positive < 0)
        {
            return null;
        }

        var (negative, positive) = (new List<float>(), new List<float>());
        foreach (var piece in pieces)
        {
            AddClear(piece.Probabilities[_negative], negative);
            AddClear(piece.Probabilities[_positive], positive);
        }

        var fewer = Math.Min(negative.Count, positive.Count);
        return fewer > 0 && fewer >= LeastShare * (negative.Count + positive.Count)
            ? new LabelReading(Mixed, Math.Min(negative.Max(), positive.Max()))
            : null;
    }

    private static void AddClear(float probability, List<float> clear)
    {
        if (probability >= Clearly)
        {
            clear.Add(probability);
        }
    }

    private static bool HasWords(ReadOnlySpan<char> text, bool isSpaced)
    {
        var trimmed = text.Trim();
        return trimmed.Length > 0 && (!isSpaced || trimmed.Count(' ') + 1 >= FewestWords);
    }
}
