using TextSeg.Engine.Evaluation.Measures;
using TextSeg.Mining;

namespace TextSeg.Engine.Evaluation.Encoders;

/// <summary>
/// Whether groups known beforehand are found by k-means told their number, four starts, the best kept; and, where there are several languages,
/// again with each language's mean taken off its vectors. The start moves the figure (by two points with seven groups), so it is the mean of five such runs.
/// </summary>
internal sealed class GroupFigures(TextVectors vectors, Bootstrap bootstrap, ulong seed, int threads)
{
    private const int Starts = 4;
    private const int Runs = 5;

    public IEnumerable<EncoderFigure> Of(EncoderSet<GroupRow> set)
    {
        var rows = set.Rows;
        var table = vectors.Of(rows.Select(row => row.Text));
        string[] languages = [.. rows.Select(row => row.Language)];
        yield return Measure(set, table, "V-measure of k-means");
        if (languages.Distinct().Skip(1).Any())
        {
            yield return Measure(set, LanguageMeans.TakenOff(table, [.. Enumerable.Range(0, table.Count)], LabelCodes.Of(languages), minimum: 1), "V-measure of k-means, languages centred");
        }
    }

    private EncoderFigure Measure(EncoderSet<GroupRow> set, VectorTable table, string measure)
    {
        var truth = LabelCodes.Of(set.Rows.Select(row => row.Label));
        var means = new LloydKMeans(table, truth.Max() + 1, threads, vectors.Cancellation);
        GroupAgreement[] runs = [.. Enumerable.Range(0, Runs).Select(run => new GroupAgreement(means.Best(seed + (ulong)run, Starts), truth))];
        var figure = bootstrap.LessBias(DrawUnits.Of(set.Rows), weights => runs.Average(run => run.Of(weights)));
        return new EncoderFigure(set.Name, measure, Language: null, table.Count, figure);
    }
}
