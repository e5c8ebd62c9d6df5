using TextSeg.Engine.Evaluation.Measures;
using TextSeg.Mining.Neighbors;

namespace TextSeg.Engine.Evaluation.Encoders;

/// <summary>How often the nearest of a language's English sentences is the one that a sentence translates.</summary>
internal sealed class TranslationFigures(TextVectors vectors, Bootstrap bootstrap)
{
    private const string Measure = "a sentence finds its English line, top-1";

    public IEnumerable<EncoderFigure> Of(EncoderSet<TranslationRow> set)
    {
        var languages = LanguageRows.Of(set.Rows);
        var (texts, english) = (vectors.Of(set.Rows.Select(row => row.Text)), vectors.Of(set.Rows.Select(row => row.English)));
        var hits = languages.Select(language => FirstHits.Of(
            language.Places.Length, (row, candidate) => SpanDot.Dot(texts[language.Places[row]], english[language.Places[candidate]]))).ToArray();
        return languages.Figures(set.Name, Measure, bootstrap, DrawUnits.Of(set.Rows), (language, weights) => FirstHits.Share(hits[language], weights));
    }
}
