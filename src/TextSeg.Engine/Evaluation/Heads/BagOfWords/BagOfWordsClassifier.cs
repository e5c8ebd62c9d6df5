using TextSeg.Nlp.Classifiers;

namespace TextSeg.Engine.Evaluation.Heads.BagOfWords;

/// <summary>
/// The baseline that a model of texts must beat: a logistic regression on the words of a text and its pairs of words, weighted by tf-idf; of a head that may
/// give several labels, one for each label. Trained in seconds to minutes, without random numbers but for the choice of rows.
/// </summary>
public sealed class BagOfWordsClassifier : ITextClassifier
{
    private const int FewestTexts = 2;
    private const int MostFeatures = 100_000;
    private const double Strength = 4;
    private readonly TermWeights _terms;
    private readonly LogisticRegression[] _regressions;

    private BagOfWordsClassifier(ClassifierHead head, TermWeights terms, LogisticRegression[] regressions) => (Heads, _terms, _regressions) = ([head], terms, regressions);

    /// <inheritdoc/>
    public string Name => "bag of words";

    /// <inheritdoc/>
    public IReadOnlyList<ClassifierHead> Heads { get; }

    /// <summary>Learns from rows whose labels the head knows; others are passed over.</summary>
    /// <param name="head">What is told; its thresholds, signs and unsure answers are not taken over.</param>
    /// <param name="train">Rows to learn from.</param>
    /// <param name="calibrate">Rows to choose the thresholds of several labels with; empty to give labels from 0.5 on.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static BagOfWordsClassifier Train(ClassifierHead head, IReadOnlyList<HeadRow> train, IReadOnlyList<HeadRow> calibrate, CancellationToken cancellationToken)
    {
        var plain = new ClassifierHead(head.Name, head.Labels) { HasSeveral = head.HasSeveral };
        var space = new LabelSpace(plain);
        (HeadRow Row, ulong Truth)[] known = [.. train.Select(row => (row, space.Truth(row))).Where(pair => pair.Item2 is not null).Select(pair => (pair.row, pair.Item2!.Value))];
        string[][] grams = [.. known.AsParallel().AsOrdered().Select(pair => WordGrams.Of(pair.Row.Text).ToArray())];
        var terms = TermWeights.Learn(grams, FewestTexts, MostFeatures);
        SparseRow[] rows = [.. grams.AsParallel().AsOrdered().Select(terms.Of)];
        var regressions = head.HasSeveral
            ? OneForEachLabel(space, known, rows, terms.Count, cancellationToken)
            : [LogisticRegression.Learn(rows, [.. known.Select(pair => System.Numerics.BitOperations.TrailingZeroCount(pair.Truth))], head.Labels.Count, terms.Count, Strength, cancellationToken)];
        var model = new BagOfWordsClassifier(plain, terms, regressions);
        return plain.HasSeveral && !space.IsBinary && calibrate.Count > 0
            ? new BagOfWordsClassifier(plain with { Thresholds = LabelThresholds.Choose(space, calibrate, model.Read([.. calibrate.Select(row => row.Text)], cancellationToken)) }, terms, regressions)
            : model;
    }

    /// <inheritdoc/>
    public IReadOnlyList<TextReading> Read(IReadOnlyList<string> texts, CancellationToken cancellationToken = default) =>
        [.. texts.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(text =>
        {
            var row = _terms.Of(WordGrams.Of(text));
            return new TextReading([new HeadReading(Heads[0].Name, [.. _regressions.SelectMany(regression => regression.Probabilities(row))])]);
        })];

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    // A row says nothing about labels that its source does not speak of.
    private static LogisticRegression[] OneForEachLabel(LabelSpace space, (HeadRow Row, ulong Truth)[] known, SparseRow[] rows, int features, CancellationToken cancellationToken)
    {
        var regressions = new LogisticRegression[space.Head.Labels.Count];
        Parallel.For(0, regressions.Length, new ParallelOptions { CancellationToken = cancellationToken }, label =>
        {
            int[] judged = [.. Enumerable.Range(0, rows.Length).Where(row => ((space.Judged(known[row].Row) >> label) & 1) == 1)];
            int[] classOf = Array.ConvertAll(judged, row => ((known[row].Truth >> label) & 1) == 1 ? 0 : -1);
            regressions[label] = LogisticRegression.Learn(Array.ConvertAll(judged, row => rows[row]), classOf, classes: 1, features, Strength, cancellationToken);
        });
        return regressions;
    }
}
