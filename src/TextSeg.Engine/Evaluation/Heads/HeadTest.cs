using TextSeg.Engine.Evaluation.Heads.BagOfWords;
using TextSeg.Engine.Evaluation.Measures;
using TextSeg.Mining;
using TextSeg.Nlp.Classifiers;

namespace TextSeg.Engine.Evaluation.Heads;

/// <summary>Measures a head on held-out rows, beside baselines that are trained on the same data.</summary>
/// <param name="classifier">The classifier that is measured; not owned.</param>
/// <param name="bootstrap">Makes the intervals.</param>
/// <param name="mostTrainRows">Training rows of the baselines at most, drawn by a hash of their text.</param>
/// <param name="seed">Seed of that draw.</param>
public sealed class HeadTest(ITextClassifier classifier, Bootstrap bootstrap, int mostTrainRows, ulong seed)
{
    private const int ReadAtOnce = 2_048;
    private readonly PostReader _reader = new(classifier);

    /// <summary>All figures; the baselines only where there are training rows.</summary>
    /// <exception cref="JobException">The classifier has no such head, or no row has a label that it knows.</exception>
    public HeadEvaluation Run(HeadSet set, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        var head = classifier.Heads.FirstOrDefault(head => head.Name == set.Head)
            ?? throw new JobException($"{classifier.Name} has no head {set.Head}; it has {string.Join(", ", classifier.Heads.Select(head => head.Name))}.") { IsWrongUse = true };
        var known = KnownRows.Of(new LabelSpace(head), set.HeldOut);
        HeadRow[] train = [.. set.Train.OrderBy(row => ContentHash.Of($"{seed}\u001F{row.Text}")).Take(mostTrainRows)];
        List<SystemScores> systems = [Score(_reader, head, known, classifier.Name, progress, cancellationToken)];
        foreach (var make in train.Length == 0 ? [] : Baselines(head, train, set.Calibrate, cancellationToken))
        {
            using var baseline = make();
            systems.Add(Score(new PostReader(baseline), baseline.Heads[0], known, baseline.Name, progress, cancellationToken));
        }

        return new HeadEvaluation(set.Head, known.Rows.Count, train.Length, systems, [.. set.Notes, .. known.Notes]);
    }

    private static IEnumerable<Func<ITextClassifier>> Baselines(ClassifierHead head, HeadRow[] train, IReadOnlyList<HeadRow> calibrate, CancellationToken cancellationToken)
    {
        yield return () => new MajorityClassifier(head, train);
        if (UrgencyKeywords.Fits(head))
        {
            yield return () => new UrgencyKeywords(head);
        }

        yield return () => BagOfWordsClassifier.Train(head, train, calibrate, cancellationToken);
    }

    private SystemScores Score(PostReader reader, ClassifierHead head, KnownRows known, string name, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        var space = new LabelSpace(head);
        var answers = new List<RowAnswer>();
        var stage = $"{head.Name}: {name}";
        foreach (var part in known.Rows.Chunk(ReadAtOnce))
        {
            var readings = reader.ReadHeads([.. part.Select(row => new PostText(row.Text, row.Language))], cancellationToken);
            answers.AddRange(readings.Select(reading => space.Answer(reading.Of(head.Name))));
            progress?.Report(new StageProgress(stage, answers.Count, known.Rows.Count));
        }

        return new ScoredRows(space, known.Rows, known.Truth, [.. answers]).Score(name, bootstrap);
    }
}
