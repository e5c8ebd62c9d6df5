using System.Numerics.Tensors;
using TextSeg.Mining.Naming;

namespace TextSeg.Engine.Naming;

/// <summary>
/// Holds what a statement says of themes against the posts of members who were not quoted. Four things must hold: it stands out in the segment and not elsewhere (lift),
/// it is closer to the segment's posts than everyday placebos are, its words are ones that the community uses or near to such, and what it cites speaks of it.
/// The limits were set on one invented community and are measured by <c>eval names</c> on others.
/// </summary>
internal sealed class ThemeProof(ClauseSupport support, WordSupport words, TextVectors vectors, string language)
{
    /// <summary>Share of posts that stand out, over that of all others.</summary>
    private const double LeastLift = 1.25;

    /// <summary>Standard deviations above the mean closeness of placebos.</summary>
    private const double LeastStanding = 1.5;

    /// <summary>Mean support of its words.</summary>
    private const double LeastWords = 0.75;

    /// <summary>Words of emphasis and of statements about groups, which say nothing of a theme.</summary>
    private static readonly HashSet<string> Emphasis =
    [
        "mostly", "usually", "especially", "mainly", "late", "early", "average", "differ", "everybody", "frequently", "regularly", "typically", "generally", "prefer", "tend",
        "active", "activity", "else", "seldom", "rarely", "hardly", "never", "explain", "member's", "compared", "most", "members", "owners", "customers", "users", "words", "mixed", "interests", "everything", "between",
    ];

    private readonly Dictionary<int, (double Mean, double Deviation)> _placebos = [];

    /// <summary>Why the theme is not borne out, in one sentence; null where it is or where nothing of a theme is said.</summary>
    /// <param name="statement">The whole statement.</param>
    /// <param name="rest">The statement without what figures prove.</param>
    /// <param name="isProved">Whether something else proves a part of it, so that it may be without a theme.</param>
    public async Task<string?> FaultAsync(
        SegmentEvidence evidence, IReadOnlyList<EvidenceItem> cited, string statement, string rest, bool isProved, CancellationToken cancellation)
    {
        if (!WordSupport.ContentWords(rest, language).Any(IsTheme))
        {
            return isProved ? null : "It says nothing of these members.";
        }

        var vector = (await vectors.OfAsync([statement], cancellation))[0];
        var found = support.Measure(vector, evidence.Segment, evidence.QuotedMembers);
        if (found.Lift < LeastLift)
        {
            return "It is true of others as much as of these members.";
        }

        var (mean, deviation) = await PlacebosAsync(evidence, cancellation);
        if (found.Closeness < mean + (LeastStanding * deviation) || await words.MeasureAsync(rest, language, cancellation) < LeastWords)
        {
            return "The posts of members who were not quoted do not say it.";
        }

        return await IsCitedAsync(statement, vector, cited, cancellation) ? null : "The evidence it names does not speak of it.";
    }

    /// <summary>Whether a word, in lower case, can speak of a theme.</summary>
    public static bool IsTheme(string word) => !Emphasis.Contains(word) && !NameRules.IsFiller(word);

    /// <summary>A word in common, or nearer to one of the pieces than placebos are to the nearest of them.</summary>
    private async Task<bool> IsCitedAsync(string statement, float[] vector, IReadOnlyList<EvidenceItem> cited, CancellationToken cancellation)
    {
        string[] pieces = [.. cited.Where(item => item.Kind != EvidenceKind.Figure).Select(item => item.Text)];
        if (pieces.Length == 0)
        {
            return false;
        }

        var own = WordSupport.ContentWords(statement, language).Where(IsTheme).ToHashSet();
        if (pieces.Any(piece => WordSupport.ContentWords(piece, language).Any(own.Contains)))
        {
            return true;
        }

        var table = await vectors.OfAsync(pieces, cancellation);
        var placebos = (await vectors.OfAsync(PlaceboStatements.All, cancellation)).Select(Nearest).Order().ToArray();
        return Nearest(vector) > placebos[placebos.Length * 9 / 10];

        float Nearest(float[] one) => table.Max(piece => TensorPrimitives.Dot<float>(one, piece));
    }

    private async Task<(double Mean, double Deviation)> PlacebosAsync(SegmentEvidence evidence, CancellationToken cancellation)
    {
        if (!_placebos.TryGetValue(evidence.Segment, out var level))
        {
            var table = await vectors.OfAsync(PlaceboStatements.All, cancellation);
            var closeness = table.Select(placebo => support.Measure(placebo, evidence.Segment, evidence.QuotedMembers).Closeness).ToArray();
            var mean = closeness.Average();
            _placebos[evidence.Segment] = level = (mean, Math.Sqrt(closeness.Average(value => (value - mean) * (value - mean))));
        }

        return level;
    }
}
