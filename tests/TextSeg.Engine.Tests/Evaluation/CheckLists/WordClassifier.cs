using TextSeg.Nlp.Classifiers;

namespace TextSeg.Engine.Tests.Evaluation.CheckLists;

/// <summary>Tells the mood by two words, for tests: "superb" is positive, "dreadful" negative, and anything else neutral.</summary>
internal sealed class WordClassifier : ITextClassifier
{
    public string Name => "words";

    public IReadOnlyList<ClassifierHead> Heads { get; } = [new ClassifierHead("sentiment", ["negative", "neutral", "positive"])];

    public IReadOnlyList<TextReading> Read(IReadOnlyList<string> texts, CancellationToken cancellationToken = default) => [.. texts.Select(Read)];

    public void Dispose()
    {
    }

    private static TextReading Read(string text)
    {
        float[] probabilities = text.Contains("superb", StringComparison.Ordinal) ? [0.1f, 0.1f, 0.8f]
            : text.Contains("dreadful", StringComparison.Ordinal) ? [0.8f, 0.1f, 0.1f] : [0.2f, 0.6f, 0.2f];
        return new TextReading([new HeadReading("sentiment", probabilities)]);
    }
}
