using TextSeg.Nlp.Inference;

namespace TextSeg.Nlp.Classifiers;

/// <summary>A classifier's ONNX graph or graphs: token ids in, readings out.</summary>
internal interface IClassifierGraph : IDisposable
{
    /// <summary>Whether a whole is read out of its sentences; without it wholes come as texts.</summary>
    bool ReadsWholes { get; }

    /// <summary>Readings of all texts, then of all wholes.</summary>
    /// <param name="batches">The texts.</param>
    /// <param name="texts">Number of texts.</param>
    /// <param name="wholes">Wholes and their sentences; empty unless <see cref="ReadsWholes"/>.</param>
    /// <param name="limit">Threads, and what stops before the next batch.</param>
    /// <exception cref="ModelFiles.InvalidModelException">The weights gave a number that is not finite, or a table of another shape.</exception>
    TextReading[] Run(IReadOnlyList<TokenBatch> batches, int texts, IReadOnlyList<WholeText> wholes, ParallelOptions limit);
}
