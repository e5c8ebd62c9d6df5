using TextSeg.Nlp.Classifiers;

namespace TextSeg.Nlp.Tests.Classifiers;

/// <summary>Gives every text the same answer.</summary>
internal sealed class FixedClassifier(string name, params (ClassifierHead Head, float[] Probabilities)[] answers) : ITextClassifier
{
    public string Name => name;

    public bool IsDisposed { get; private set; }

    public int TextsRead { get; private set; }

    public IReadOnlyList<ClassifierHead> Heads { get; } = [.. answers.Select(answer => answer.Head)];

    public IReadOnlyList<TextReading> Read(IReadOnlyList<string> texts, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TextsRead += texts.Count;
        return [.. texts.Select(_ => new TextReading([.. answers.Select(answer => new HeadReading(answer.Head.Name, answer.Probabilities))]))];
    }

    public void Dispose() => IsDisposed = true;
}
