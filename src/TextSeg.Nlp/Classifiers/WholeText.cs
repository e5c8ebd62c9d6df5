namespace TextSeg.Nlp.Classifiers;

/// <summary>A text to read together with the texts that are its sentences.</summary>
/// <param name="Text">The whole.</param>
/// <param name="First">Place of its first sentence among the texts.</param>
/// <param name="Count">Number of its sentences, one after the other; at least 1.</param>
public readonly record struct WholeText(string Text, int First, int Count);
