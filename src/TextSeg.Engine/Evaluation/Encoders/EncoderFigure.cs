using TextSeg.Engine.Evaluation.Measures;

namespace TextSeg.Engine.Evaluation.Encoders;

/// <summary>One figure of an encoder.</summary>
/// <param name="Set">Name of the set.</param>
/// <param name="Measure">What is measured, in words.</param>
/// <param name="Language">The language measured alone; null for all.</param>
/// <param name="Rows">Rows measured.</param>
/// <param name="Figure">0 to 1, correlations −1 to 1.</param>
public sealed record EncoderFigure(string Set, string Measure, string? Language, int Rows, Estimate Figure);
