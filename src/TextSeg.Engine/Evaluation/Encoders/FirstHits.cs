namespace TextSeg.Engine.Evaluation.Encoders;

/// <summary>Whether the best of some candidates is the right one, the one in the same place.</summary>
internal static class FirstHits
{
    /// <summary>For each question whether its own candidate scores highest; of equal scores the first counts.</summary>
    /// <param name="count">Number of questions and of candidates.</param>
    /// <param name="score">Score of a question with a candidate.</param>
    public static bool[] Of(int count, Func<int, int, float> score)
    {
        var hits = new bool[count];
        Parallel.For(0, count, question =>
        {
            var (best, highest) = (-1, float.NegativeInfinity);
            for (var candidate = 0; candidate < count; candidate++)
            {
                var own = score(question, candidate);
                (best, highest) = own > highest ? (candidate, own) : (best, highest);
            }

            hits[question] = best == question;
        });
        return hits;
    }

    /// <summary>Share of hits where each question counts as often as its weight says.</summary>
    public static double Share(bool[] hits, int[] weights)
    {
        double right = 0, all = 0;
        for (var question = 0; question < hits.Length; question++)
        {
            (right, all) = (right + (hits[question] ? weights[question] : 0), all + weights[question]);
        }

        return right / all;
    }
}
