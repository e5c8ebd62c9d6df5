using System.Text.RegularExpressions;
using TextSeg.Mining.Naming;
using TextSeg.Nlp.Languages;
using TextSeg.Nlp.Privacy;

namespace TextSeg.Engine.Naming;

/// <summary>
/// Decides what of a name is shown, whoever made it. A name must keep the rules and be borne out; a statement of the description that is not borne out is struck.
/// Matters of figures are held against the data, themes against the posts of members who were not quoted to the name's author.
/// </summary>
/// <param name="themes">Holds themes against posts.</param>
/// <param name="languages">Tells the language of a name.</param>
/// <param name="masker">Finds personal data.</param>
/// <param name="language">Language asked for, ISO 639-1.</param>
internal sealed partial class NameProof(ThemeProof themes, LanguageIdentifier languages, PersonalDataMasker masker, string language)
{
    private const string PersonalData = "It holds personal data.";

    /// <summary>Checks a name and its statements.</summary>
    public async Task<ProvenName> CheckAsync(SegmentEvidence evidence, SegmentName name, CancellationToken cancellation)
    {
        var sheet = EvidenceSheet.Of(evidence);
        var faults = evidence.Rules.Faults(name.Name, evidence.TakenNames).ToList();
        if (await FaultAsync(evidence, sheet, new NameClause(name.Name, name.Evidence), cancellation) is { } unproven)
        {
            faults.Add(unproven);
        }

        var (kept, struck) = (new List<NameClause>(), new List<StruckClause>());
        foreach (var clause in name.Clauses)
        {
            if (await FaultAsync(evidence, sheet, clause, cancellation) is { } reason)
            {
                struck.Add(new StruckClause(reason == PersonalData ? "" : clause.Text, reason));
            }
            else
            {
                kept.Add(clause);
            }
        }

        if (name.Clauses.Count > 0 && kept.Count == 0)
        {
            faults.Add("None of its statements is borne out.");
        }

        if (name.Maker != ExtractiveSegmentNamer.Maker && IsForeign(string.Join(' ', name.Clauses.Select(clause => clause.Text).Prepend(name.Name))))
        {
            faults.Add("It is not in the language asked for.");
        }

        return new ProvenName(name with { Description = SegmentDescription.Write(evidence, kept), Clauses = kept, Struck = struck }, faults);
    }

    /// <summary>Why a statement cannot be shown, in one sentence; null where it can.</summary>
    public async Task<string?> FaultAsync(SegmentEvidence evidence, EvidenceSheet sheet, NameClause clause, CancellationToken cancellation)
    {
        if (masker.Mask(clause.Text).Spans.Count > 0)
        {
            return PersonalData;
        }

        if (Markup().IsMatch(clause.Text))
        {
            return "It holds a link or a mark that is no part of a sentence.";
        }

        var cited = sheet.Cited(clause.Evidence);
        if (cited.Count == 0 && sheet.Items.Count > 0)
        {
            return "It names no evidence.";
        }

        if (Number().Matches(clause.Text).Select(match => match.Value).FirstOrDefault(number => !cited.Any(item => Holds(item, number))) is not null)
        {
            return "It holds a figure that its evidence does not.";
        }

        var said = Unquoted(clause.Text, cited);
        var claims = FigureClaims.In(said).Where(claim => evidence.IsRead || !claim.NeedsReading).ToArray();
        return Array.Exists(claims, claim => !claim.IsShownBy(evidence))
            ? "The figures of this segment do not show it."
            : await themes.FaultAsync(evidence, cited, clause.Text, FigureClaims.Without(said, claims), claims.Length > 0 || said.Length < clause.Text.Length || sheet.Items.Count == 0, cancellation);
    }

    /// <summary>What a statement takes from a figure or phrase that it cites, word by word, is proved by being there.</summary>
    private static string Unquoted(string text, IReadOnlyList<EvidenceItem> cited)
    {
        foreach (var item in cited.Where(item => item.Kind != EvidenceKind.Quote).OrderByDescending(item => item.Text.Length))
        {
            text = text.Replace(item.Kind == EvidenceKind.Figure ? item.Text : $"“{item.Text}”", " ", StringComparison.OrdinalIgnoreCase);
            text = item.Figure is { } figure ? text.Replace(figure.Inside, " ", StringComparison.Ordinal).Replace(figure.Outside, " ", StringComparison.Ordinal) : text;
        }

        return text;
    }

    private bool IsForeign(string text) => languages.Identify(text) is { IsKnown: true } guess && guess.Language != language;

    private static bool Holds(EvidenceItem item, string number) =>
        item.Figure is { } figure && (Number().Matches(figure.Inside).Any(match => match.Value == number) || Number().Matches(figure.Outside).Any(match => match.Value == number))
        || Number().Matches(item.Text).Any(match => match.Value == number);

    [GeneratedRegex(@"\d+(?:[.,]\d+)*")]
    private static partial Regex Number();

    [GeneratedRegex(@"https?:|www\.|[<>{}\[\]|\\`*#]|\b\w+\.(com|net|org|io|example)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Markup();
}

/// <summary>A name after the check.</summary>
/// <param name="Name">The name without the statements that were struck.</param>
/// <param name="Faults">Why the name itself cannot be shown, one sentence each; empty where it can.</param>
internal sealed record ProvenName(SegmentName Name, IReadOnlyList<string> Faults);
