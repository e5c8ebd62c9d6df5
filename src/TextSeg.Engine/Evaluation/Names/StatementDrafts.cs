using System.Globalization;
using TextSeg.Engine.Samples;
using TextSeg.Engine.Samples.Planting;
using TextSeg.Mining.Naming;

namespace TextSeg.Engine.Evaluation.Names;

/// <summary>Drafts names as a careless model would: three true statements and one lie each, the lies of all kinds in turn.</summary>
/// <param name="evidence">The evidence of each planted segment, in their order; null for a segment that nobody is in.</param>
/// <param name="seed">Which statements are drawn.</param>
internal sealed class StatementDrafts(IReadOnlyList<SegmentEvidence?> evidence, int seed)
{
    private const int TrueStatements = 3;

    private static readonly string[] Lies = ["another segment's theme", "invented theme", "figure turned round", "wrong language", "invented figure", "another segment's name", TurnedAttitude];

    /// <summary>A true theme with the attitude turned round; only where the planted segment has one.</summary>
    private const string TurnedAttitude = "turned attitude";

    /// <summary>The statements of one name; the same number gives the same ones.</summary>
    public IReadOnlyList<DraftedStatement> Of(int number)
    {
        var dice = new Dice(seed, number);
        var present = Enumerable.Range(0, evidence.Count).Where(segment => evidence[segment] is not null).ToArray();
        var segment = present[number % present.Length];
        var plan = PlantedSegments.All[segment];
        var truths = StatementTexts.All.Where(text => PlantedTraits.IsTrue(plan, text.Kind) == true).ToList();
        truths.AddRange(evidence[segment]!.Signals.Select(figure => ("figure", $"{char.ToUpperInvariant(figure.What[0])}{figure.What[1..]}: {figure.Inside}, others {figure.Outside}.")));
        var drawn = new List<DraftedStatement>();
        for (var i = 0; i < TrueStatements; i++)
        {
            var truth = dice.Of(truths);
            truths.Remove(truth);
            drawn.Add(new DraftedStatement(segment, truth.Text, "true " + truth.Kind.Split(' ')[0], true));
        }

        var kind = Lies[number / present.Length % Lies.Length];
        kind = kind == TurnedAttitude && !StatementTexts.All.Any(text => text.Kind == $"turned {plan.Id}") ? Lies[0] : kind;
        drawn.Add(new DraftedStatement(segment, Lie(plan, segment, kind, dice), kind, false));
        return drawn;
    }

    private string Lie(SegmentPlan plan, int segment, string kind, Dice dice) => kind switch
    {
        "another segment's theme" => Draw(plan, "topic", false, dice),
        "invented theme" => Draw(plan, "invented", false, dice),
        "figure turned round" => Draw(plan, "signal", false, dice),
        "wrong language" => Draw(plan, "language", false, dice),
        TurnedAttitude => Draw(plan, "turned", false, dice),
        "another segment's name" => Draw(plan, "name", false, dice),
        _ => string.Create(CultureInfo.InvariantCulture, $"In {InventedNumber(segment, dice)} % of their posts it is said: {Draw(plan, "topic", true, dice)}"),
    };

    private int InventedNumber(int segment, Dice dice)
    {
        var known = string.Join(' ', EvidenceSheet.Of(evidence[segment]!).Items.Select(item => $"{item.Text} {item.Figure}"));
        int number;
        do
        {
            number = dice.Between(11, 99);
        }
        while (known.Contains(number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        return number;
    }

    private static string Draw(SegmentPlan plan, string kind, bool isTrue, Dice dice) =>
        dice.Of([.. StatementTexts.All.Where(text => text.Kind.StartsWith(kind, StringComparison.Ordinal) && PlantedTraits.IsTrue(plan, text.Kind) == isTrue)]).Text;
}
