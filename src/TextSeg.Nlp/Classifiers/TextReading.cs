namespace TextSeg.Nlp.Classifiers;

/// <summary>What a classifier tells of one text.</summary>
/// <param name="Heads">In the order of <see cref="ITextClassifier.Heads"/>.</param>
public sealed record TextReading(IReadOnlyList<HeadReading> Heads)
{
    /// <summary>The head of that name.</summary>
    /// <exception cref="InvalidOperationException">The classifier has no such head.</exception>
    public HeadReading Of(string head) => Heads.First(reading => reading.Head == head);
}

/// <summary>What one head tells of one text.</summary>
/// <param name="Head">Name of the head.</param>
/// <param name="Probabilities">Calibrated, one a label of the head, 0 to 1; not to be written to.</param>
public readonly record struct HeadReading(string Head, float[] Probabilities)
{
    /// <summary>Place of the likeliest label, the first of equals.</summary>
    public int Likeliest => Array.IndexOf(Probabilities, Probabilities.Max());
}
