namespace TextSeg.Engine.Evaluation.Names;

/// <summary>A statement about a planted segment of which the truth is known.</summary>
/// <param name="Segment">Place of the planted segment.</param>
/// <param name="Text">The statement.</param>
/// <param name="Kind">What it speaks of, or the kind of lie.</param>
/// <param name="IsTrue">Whether it is true.</param>
internal sealed record DraftedStatement(int Segment, string Text, string Kind, bool IsTrue);
