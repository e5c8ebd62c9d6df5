using TextSeg.Nlp.Classifiers;

namespace TextSeg.Engine.Evaluation.Heads;

/// <summary>The simplest baseline: the commonest label for every text, with the label's share of the training rows as its probability.</summary>
public sealed class MajorityClassifier : ITextClassifier
{
    private const float Never = 2;
    private readonly float[] _shares;

    /// <param name="head">What is told.</param>
    /// <param name="train">Rows to count; those with a label that the head does not know are passed over.</param>
    public MajorityClassifier(ClassifierHead head, IReadOnlyList<HeadRow> train)
    {
        var space = new LabelSpace(new ClassifierHead(head.Name, head.Labels) { HasSeveral = head.HasSeveral });
        (ulong Truth, ulong Judged)[] rows = [.. train.Select(row => (Truth: space.Truth(row), Judged: space.Judged(row))).Where(row => row.Truth is not null).Select(row => (row.Truth!.Value, row.Judged))];
        _shares = [.. Enumerable.Range(0, head.Labels.Count).Select(label =>
            (float)rows.Count(row => ((row.Truth >> label) & 1) == 1) / Math.Max(1, rows.Count(row => ((row.Judged >> label) & 1) == 1)))];

        // Several labels are never given at once: the likeliest alone is.
        Heads = [space.HasSeveral ? space.Head with { Thresholds = [.. _shares.Select(_ => Never)] } : space.Head];
    }

    /// <inheritdoc/>
    public string Name => "majority";

    /// <inheritdoc/>
    public IReadOnlyList<ClassifierHead> Heads { get; }

    /// <inheritdoc/>
    public IReadOnlyList<TextReading> Read(IReadOnlyList<string> texts, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return [.. texts.Select(_ => new TextReading([new HeadReading(Heads[0].Name, _shares)]))];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
