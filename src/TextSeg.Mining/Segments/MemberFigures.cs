using TextSeg.Mining.Profiles;
using TextSeg.Mining.Significance;

namespace TextSeg.Mining.Segments;

/// <summary>One comparable thing about members.</summary>
/// <param name="Values">One a member, in the order of their keys; NaN where nothing is known.</param>
internal sealed record MemberFigure(DifferenceKind Kind, int Index, SignalUnit Unit, bool Skewed, double[] Values, MannWhitney Ranks);

/// <summary>All comparable things about members, members in the order of their keys so that sums never depend on the order of the input.</summary>
internal static class MemberFigures
{
    public static MemberFigure[] Of(ProfileInput input, ProfileTable profiles, int[] members)
    {
        var figures = new List<MemberFigure>();
        for (var i = 0; i < profiles.Signals.Signals.Count; i++)
        {
            var column = i;
            var signal = profiles.Signals.Signals[column];
            Add(DifferenceKind.Signal, column, signal.Unit, signal.Skewed, member => profiles.Signals.Of(member)[column]);
        }

        for (var i = 0; i < input.Topics; i++)
        {
            var topic = i;
            Add(DifferenceKind.Topic, topic, SignalUnit.Share, false, member => profiles.TopicShares[member][topic]);
        }

        var (mainLanguage, languages) = MainLanguages(input);
        for (var i = 0; i < languages; i++)
        {
            var language = i;
            Add(DifferenceKind.Language, language, SignalUnit.Share, false, member => mainLanguage[member] < 0 ? double.NaN : mainLanguage[member] == language ? 1 : 0);
        }

        return [.. figures];

        void Add(DifferenceKind kind, int index, SignalUnit unit, bool skewed, Func<int, double> of)
        {
            var values = Array.ConvertAll(members, member => of(member));
            if (Array.Exists(values, value => !double.IsNaN(value)))
            {
                figures.Add(new MemberFigure(kind, index, unit, skewed, values, new MannWhitney(values)));
            }
        }
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
