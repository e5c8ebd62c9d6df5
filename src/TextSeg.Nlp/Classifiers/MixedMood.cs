using TextSeg.Nlp.Words;

namespace TextSeg.Nlp.Classifiers;

/// <summary>
/// Tells whether a post is of two moods, whatever the whole seems to be. It is when the two sides of a word of contrast disagree, or when some
/// pieces are clearly negative and others clearly positive. A word of contrast is evidence by itself, so its two sides need not be clear: that
/// they lie apart is enough. The bounds were chosen on invented cases and on posts of a forum, read one by one; src/README.md has the figures.
/// </summary>
internal sealed class MixedMood(ClassifierHead head)
{
    /// <summary>Given to a post whose pieces disagree.</summary>
    public const string Mixed = "mixed";

    /// <summary>A piece is clearly of a mood from this probability on.</summary>
    internal const float Clearly = 0.65f;

    /// <summary>The rarer of the two moods must be that of a fifth of the clear pieces: one odd sentence does not make a long post mixed.</summary>
    private const double LeastShare = 0.2;

    /// <summary>The sides of a contrast must lie so far apart, in log-odds of positive against negative …</summary>
    private const double Apart = 1;

    /// <summary>… neither of them further than this on the other's side …</summary>
    private const double Slack = 0.5;

    /// <summary>… and neither of them neutral with more than this.</summary>
    private const float MostNeutral = 0.4f;

    private readonly int _negative = head.Labels.ToList().IndexOf("negative");
    private readonly int _neutral = head.Labels.ToList().IndexOf("neutral");
    private readonly int _positive = head.Labels.ToList().IndexOf("positive");

    /// <summary>"Mixed" with the probability of its weaker side, or null where the pieces do not disagree.</summary>
    /// <param name="post">The post.</param>
    /// <param name="pieces">Its pieces.</param>
    /// <param name="readings">What the head says of each piece.</param>
    public LabelReading? Of(PostText post, PostPieces pieces, IReadOnlyList<HeadReading> readings)
    {
        if (_negative < 0 || _positive < 0)
        {
            return null;
        }

        var contrasts = pieces.Contrasts.Where(pair => AreOpposed(readings[pair.Left], readings[pair.Right]));
        var weaker = contrasts.Select(pair => Weaker([readings[pair.Left], readings[pair.Right]])).Append(OfClearPieces(post, pieces, readings)).Max();
        return weaker > 0 ? new LabelReading(Mixed, weaker) : null;
    }

    private bool AreOpposed(HeadReading left, HeadReading right)
    {
        var (darker, brighter) = (Math.Min(Leaning(left), Leaning(right)), Math.Max(Leaning(left), Leaning(right)));
        return darker <= Slack && brighter >= -Slack && brighter - darker >= Apart && Math.Max(Neutral(left), Neutral(right)) <= MostNeutral;
    }

    // Thanks and greetings are kind by custom: they are no positive side.
    private float OfClearPieces(PostText post, PostPieces pieces, IReadOnlyList<HeadReading> readings)
    {
        HeadReading[] negative = [.. readings.Where(reading => reading.Probabilities[_negative] >= Clearly)];
        if (negative.Length == 0)
        {
            return 0;
        }

        HeadReading[] positive = [.. readings.Where((reading, at) =>
            reading.Probabilities[_positive] >= Clearly && PolitenessMarkers.Count(pieces[at].Of(post.Prose).ToString(), post.Language) == 0)];
        var fewer = Math.Min(negative.Length, positive.Length);
        return fewer > 0 && fewer >= LeastShare * (negative.Length + positive.Length) ? Weaker([.. negative, .. positive]) : 0;
    }

    private float Weaker(HeadReading[] readings) => Math.Min(readings.Max(reading => reading.Probabilities[_negative]), readings.Max(reading => reading.Probabilities[_positive]));

    private double Leaning(HeadReading reading) => Math.Log(Math.Max(reading.Probabilities[_positive], 1e-6) / Math.Max(reading.Probabilities[_negative], 1e-6));

    private float Neutral(HeadReading reading) => _neutral < 0 ? 0 : reading.Probabilities[_neutral];
}
