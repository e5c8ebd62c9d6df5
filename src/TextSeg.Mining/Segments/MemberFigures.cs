using TextSeg.Mining.Profiles;
using TextSeg.Mining.Significance;

namespace TextSeg.Mining.Segments;

/// <summary>One comparable thing about members.</summary>
/// <param name="Values">One a member, in the order of their keys; NaN where nothing is known.</param>
/// <param name="IsWithinLanguage">Whether members are ranked within their language only.</param>
internal sealed record MemberFigure(DifferenceKind Kind, int Index, SignalUnit Unit, bool Skewed, double[] Values, MannWhitney Ranks, bool IsWithinLanguage);

/// <summary>All comparable things about members, members in the order of their keys so that sums never depend on the order of the input.</summary>
internal static class MemberFigures
{
    public static MemberFigure[] Of(ProfileInput input, ProfileTable profiles, int[] members)
    {
        var figures = new List<MemberFigure>();
        var (mainLanguage, languages) = MainLanguages(input);
        for (var i = 0; i < profiles.Signals.Signals.Count; i++)
        {
            var column = i;
            var signal = profiles.Signals.Signals[column];
            Add(DifferenceKind.Signal, column, signal.Unit, signal.Skewed, member => profiles.Signals.Of(member)[column], SignalGroups.IsRead(signal.Group));
        }

        for (var i = 0; i < input.Topics; i++)
        {
            var topic = i;
            Add(DifferenceKind.Topic, topic, SignalUnit.Share, false, member => profiles.TopicShares[member][topic]);
        }

        for (var i = 0; i < languages; i++)
        {
            var language = i;
            Add(DifferenceKind.Language, language, SignalUnit.Share, false, member => mainLanguage[member] < 0 ? double.NaN : mainLanguage[member] == language ? 1 : 0);
        }

        return [.. figures];

        void Add(DifferenceKind kind, int index, SignalUnit unit, bool skewed, Func<int, double> of, bool isRead = false)
        {
            var values = Array.ConvertAll(members, member => of(member));
            if (Array.Exists(values, value => !double.IsNaN(value)))
            {
                var ranked = isRead ? WithinLanguage(values, Array.ConvertAll(members, member => mainLanguage[member])) : values;
                figures.Add(new MemberFigure(kind, index, unit, skewed, values, new MannWhitney(ranked), isRead));
            }
        }
    }

    /// <summary>
    /// Each value less the mean of its language. A classifier reads some languages more darkly than others; what only sets languages apart must not pass for a mark of people.
    /// </summary>
    private static double[] WithinLanguage(double[] values, int[] languageOf)
    {
        var means = Enumerable.Range(0, values.Length).Where(i => !double.IsNaN(values[i])).GroupBy(i => languageOf[i])
            .ToDictionary(group => group.Key, group => group.Sum(i => values[i]) / group.Count());
        return [.. values.Select((value, i) => double.IsNaN(value) ? value : Math.Round(value - means[languageOf[i]], 9))];
    }

    /// <summary>The language that most of a member's posts are in, −1 not known; and the number of languages.</summary>
    private static (int[] Main, int Languages) MainLanguages(ProfileInput input)
    {
        var languages = 1 + (input.LanguageOf?.DefaultIfEmpty(-1).Max() ?? -1);
        var counts = new Dictionary<(int Member, int Language), int>();
        for (var row = 0; row < input.MemberOf.Length && languages > 0; row++)
        {
            if (input.MemberOf[row] >= 0 && input.LanguageOf![row] >= 0)
            {
                var key = (input.MemberOf[row], input.LanguageOf[row]);
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        }

        var main = new int[input.Members];
        Array.Fill(main, -1);
        foreach (var ((member, language), count) in counts)
        {
            if (main[member] < 0 || (count, -language).CompareTo((counts[(member, main[member])], -main[member])) > 0)
            {
                main[member] = language;
            }
        }

        return (main, languages);
    }
}
