namespace TextSeg.Engine.Evaluation.Measures;

/// <summary>A figure and how far chance in the choice of rows may have moved it.</summary>
/// <param name="Value">The figure over all rows; null where it cannot be told, such as the recall of a label that no row has.</param>
/// <param name="Low">Lower end of the 95 % interval; null where there are too few rows for one.</param>
/// <param name="High">Upper end; null where there are too few rows for one.</param>
public sealed record Estimate(double? Value, double? Low, double? High);
