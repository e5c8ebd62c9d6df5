namespace TextSeg.Nlp.Classifiers;

/// <summary>Tells labels of texts with calibrated probabilities. Thread-safe; a text's answer does not depend on the texts beside it, their order or the number of threads.</summary>
public interface ITextClassifier : IDisposable
{
    /// <summary>The model and its version: answers of different names must not be compared.</summary>
    string Name { get; }

    /// <summary>What is told, in the order of <see cref="TextReading.Heads"/>.</summary>
    IReadOnlyList<ClassifierHead> Heads { get; }

    /// <summary>Reads texts.</summary>
    /// <param name="texts">Any number of texts; an empty one is allowed.</param>
    /// <param name="cancellationToken">Stops before the next batch.</param>
    /// <returns>One reading a text, in the order of the texts.</returns>
    IReadOnlyList<TextReading> Read(IReadOnlyList<string> texts, CancellationToken cancellationToken = default);
}
