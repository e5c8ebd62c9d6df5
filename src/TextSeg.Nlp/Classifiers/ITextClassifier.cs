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

    /// <summary>Reads texts, and wholes that some of them are the sentences of; a model that can reads a whole out of its sentences, so no word is read twice.</summary>
    /// <param name="texts">Any number of texts; an empty one is allowed.</param>
    /// <param name="wholes">Any number.</param>
    /// <param name="cancellationToken">Stops before the next batch.</param>
    /// <returns>One reading a text, then one a whole, each in their order.</returns>
    IReadOnlyList<TextReading> Read(IReadOnlyList<string> texts, IReadOnlyList<WholeText> wholes, CancellationToken cancellationToken = default) =>
        Read([.. texts, .. wholes.Select(whole => whole.Text)], cancellationToken);
}
