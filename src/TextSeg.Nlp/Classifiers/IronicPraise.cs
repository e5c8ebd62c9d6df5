namespace TextSeg.Nlp.Classifiers;

/// <summary>
/// Tells praise that is not meant: a short opening that is clearly positive before news that is rather bad ("Great, the heating is off again"). Then the
/// news is the mood. Irony as positive words about a negative situation: Riloff et al. 2013, "Sarcasm as Contrast between a Positive Sentiment
/// and Negative Situation", section 1.
/// </summary>
internal sealed class IronicPraise(ClassifierHead head)
{
    private readonly int _negative = head.Labels.ToList().IndexOf("negative");
    private readonly int _positive = head.Labels.ToList().IndexOf("positive");

    /// <summary>Whether the opening is praise that the news after it belies.</summary>
    public bool IsIn(HeadReading opening, HeadReading news) => _negative >= 0 && _positive >= 0
        && opening.Probabilities[_positive] >= MixedMood.Clearly && news.Likeliest == _negative;

    /// <summary>The readings of sentences, with that of the news for one whose opening is not meant, and for the opening where it is a sentence.</summary>
    public HeadReading[] Of(PostPieces pieces, IReadOnlyList<HeadReading> readings)
    {
        var moods = readings.Take(pieces.Sentences.Count).ToArray();
        foreach (var (sentence, opening, after) in pieces.Openings)
        {
            if (IsIn(readings[opening], readings[after]))
            {
                moods[sentence] = readings[after];
                if (opening < moods.Length)
                {
                    moods[opening] = readings[after];
                }
            }
        }

        return moods;
    }

    /// <summary>The mood of the whole where it is one sentence with such an opening, or such an opening and one sentence; else null.</summary>
    public HeadReading? OfWhole(PostPieces pieces, IReadOnlyList<HeadReading> readings) => pieces.Openings
        .Where(part => pieces.Sentences.Count == (part.Opening == 0 ? 2 : 1) && IsIn(readings[part.Opening], readings[part.After]))
        .Select(part => (HeadReading?)readings[part.After]).FirstOrDefault();
}
