using TextSeg.Engine.Samples;
using TextSeg.Engine.Samples.Phrases;

namespace TextSeg.Engine.Evaluation.CheckLists;

/// <summary>Templates that test one thing in one language.</summary>
internal sealed record CheckListSection(string Capability, CheckListKind Kind, string Language, string Head, string Expected)
{
    /// <summary>Cases made of one template.</summary>
    private const int CasesOfTemplate = 3;

    /// <summary>Draws after which a template is taken to have no further texts.</summary>
    private const int Tries = 12;

    public required int Templates { get; init; }

    public required Grammar Grammar { get; init; }

    public static string TextRule(int template) => $"text{template}";

    public static string OtherRule(int template) => $"other{template}";

    /// <summary>Up to three different cases a template.</summary>
    public IEnumerable<CheckListCase> Cases(int seed) => Enumerable.Range(0, Templates).SelectMany(template =>
        Enumerable.Range(0, Tries).Select(attempt => Case(template, seed, attempt)).DistinctBy(one => (one.Text, one.OtherText)).Take(CasesOfTemplate));

    private CheckListCase Case(int template, int seed, int attempt)
    {
        string Write(string rule)
        {
            var expansion = new Expansion(new Dice(seed, (template * Tries) + attempt));
            expansion.Start(Grammar);
            expansion.Write(Grammar.Find(rule)!);
            return expansion.Text.Replace("\\n", "\n").ToString();
        }

        var text = Write(TextRule(template));
        return new CheckListCase(Capability, Kind, Language, text, Head, Expected, Kind == CheckListKind.Minimum ? null : Write(OtherRule(template)));
    }
}
