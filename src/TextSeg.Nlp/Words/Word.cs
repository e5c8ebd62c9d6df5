namespace TextSeg.Nlp.Words;

/// <summary>One word of a text.</summary>
/// <param name="Text">The word in its normal form: NFKC, lower case.</param>
/// <param name="Start">Where it starts in the text, in UTF-16 units.</param>
/// <param name="Length">How long it is there, in UTF-16 units.</param>
/// <param name="StopWord">True for a function word of the text's language, for a single letter, a bare number, and a piece of Japanese with Hiragana.</param>
public readonly record struct Word(string Text, int Start, int Length, bool StopWord);
