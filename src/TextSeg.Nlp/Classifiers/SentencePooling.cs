namespace TextSeg.Nlp.Classifiers;

/// <summary>
/// What a post feels and how urgent it is, from its whole and its sentences: in a long post one sentence of many tells it, and the whole alone drowns it.
/// Both are pooled on the scale of logarithms (Genest and Zidek 1986, "Combining Probability Distributions", section 3). Intent, mood and
/// frustration are read off the whole alone: there sentences lowered the figures on held-out posts. The weights were chosen on texts
/// of several sentences held out from training; src/README.md has the figures.
/// </summary>
internal static class SentencePooling
{
    private const string Gratitude = "gratitude";

    private const double SentenceOfEmotion = 0.5;

    /// <summary>Among more sentences the surest is surer by chance: taken off for each unit of the logarithm of their number.</summary>
    private const double Chance = 0.2;

    private const double SentencesOfUrgency = 0.3;

    /// <summary>
    /// A feeling that any of the sentences shows is one of the post (multiple instances; Dietterich, Lathrop and Lozano-Pérez 1997): half the log-odds of the
    /// whole and half those of the surest sentence. "Neutral" is that of the whole, and so is gratitude: "thanks in advance" under a question is a form.
    /// </summary>
    public static HeadReading Emotion(ClassifierHead head, HeadReading whole, IReadOnlyList<HeadReading> sentences)
    {
        if (!head.HasSeveral || sentences.Count < 2)
        {
            return whole;
        }

        var chance = Chance * Math.Log(sentences.Count);
        return whole with
        {
            Probabilities = [.. head.Labels.Select((label, at) => label is ClassifierHead.Neutral or Gratitude ? whole.Probabilities[at] : Probability(
                ((1 - SentenceOfEmotion) * PostReader.LogOdds(whole.Probabilities[at]))
                + (SentenceOfEmotion * PostReader.LogOdds(sentences.Max(sentence => sentence.Probabilities[at]))) - chance))],
        };
    }

    /// <summary>Urgency that the whole seems to have and its sentences have not is doubted: 0.7 of the whole's logarithm and 0.3 of that of the sentences' mean.</summary>
    public static HeadReading Urgency(ClassifierHead head, HeadReading whole, IReadOnlyList<HeadReading> sentences)
    {
        if (head.HasSeveral || sentences.Count < 2)
        {
            return whole;
        }

        double[] pooled = [.. whole.Probabilities.Select((probability, at) =>
            Math.Pow(probability, 1 - SentencesOfUrgency) * Math.Pow(sentences.Average(sentence => sentence.Probabilities[at]), SentencesOfUrgency))];
        return whole with { Probabilities = [.. pooled.Select(value => (float)(value / pooled.Sum()))] };
    }

    private static float Probability(double logOdds) => (float)(1 / (1 + Math.Exp(-logOdds)));
}
