namespace TextSeg.Engine.Evaluation;

/// <summary>How well posts find the other posts of their own label. All figures are 0 to 1, means over the questions.</summary>
/// <param name="Questions">Posts asked.</param>
/// <param name="Posts">Posts searched.</param>
/// <param name="PrecisionAt10">Share of the ten nearest posts with the question's label.</param>
/// <param name="Recall">Share of the posts of the label that have relevance 0.5 or more.</param>
/// <param name="Precision">Share with the label among posts of relevance 0.5 or more; over the questions that have any.</param>
/// <param name="F1">Harmonic mean of the question's own precision and recall, 0 where it has no answer.</param>
/// <param name="ShareAnswered">Share of the questions with a post of relevance 0.5 or more.</param>
public sealed record RetrievalEvaluation(int Questions, int Posts, double PrecisionAt10, double Recall, double Precision, double F1, double ShareAnswered);
