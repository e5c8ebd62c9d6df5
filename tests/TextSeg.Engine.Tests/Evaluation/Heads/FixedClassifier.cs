using TextSeg.Nlp.Classifiers;

namespace TextSeg.Engine.Tests.Evaluation.Heads;

/// <summary>Answers a text with the probabilities written in it, such as "0.2 0.7 0.1".</summary>
internal sealed class FixedClassifier(ClassifierHead head) : ITextClassifier
{
    public string Name => "fixed";

    public IReadOnlyList<ClassifierHead> Heads { get; } = [head];

    public IReadOnlyList<TextReading> Read(IReadOnlyList<string> texts, CancellationToken cancellationToken = default) =>
        [.. texts.Select(text => new TextReading([new HeadReading(head.Name, [.. text.Split(' ').Select(word => float.Parse(word, System.Globalization.CultureInfo.InvariantCulture))])]))];

    public void Dispose()
    {
    }
}
