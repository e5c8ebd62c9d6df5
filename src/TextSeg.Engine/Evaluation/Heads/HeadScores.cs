using TextSeg.Engine.Evaluation.Measures;

namespace TextSeg.Engine.Evaluation.Heads;

/// <summary>Figures of a head on some rows; all 0 to 1.</summary>
/// <param name="Source">The source of the rows; null for all.</param>
/// <param name="Language">The language of the rows; null for all.</param>
/// <param name="Rows">How many.</param>
public sealed record SliceScores(string? Source, string? Language, int Rows)
{
    /// <summary>Mean F1 of the labels that some row has.</summary>
    public required Estimate MacroF1 { get; init; }

    /// <summary>Mean recall of the labels that some row has.</summary>
    public required Estimate MacroRecall { get; init; }

    /// <summary>Share of rows whose first label is true.</summary>
    public required Estimate Accuracy { get; init; }

    /// <summary>Area under the receiver operating characteristic, for heads with one label; null for others.</summary>
    public Estimate? AreaUnderCurve { get; init; }

    /// <summary>
    /// Expected calibration error, 15 bins of equal width: of the likeliest label's probability where one label is told, of the label's probability where there is one,
    /// and where there may be several the mean over the labels of each one's error.
    /// </summary>
    public required Estimate CalibrationError { get; init; }

    /// <summary>Share of rows answered with a label and not with "unsure".</summary>
    public required Estimate ShareAnswered { get; init; }

    /// <summary>Share of the answered rows whose first label is true.</summary>
    public required Estimate AccuracyAnswered { get; init; }

    /// <summary>Number of languages.</summary>
    public int Languages { get; init; } = 1;

    /// <summary>Mean over the languages of their macro F1.</summary>
    public required Estimate LanguagesF1 { get; init; }

    /// <summary>Mean over the languages of their macro recall.</summary>
    public required Estimate LanguagesRecall { get; init; }
}

/// <summary>Figures of one label; all 0 to 1.</summary>
/// <param name="Label">The label.</param>
/// <param name="Rows">Rows that have it.</param>
/// <param name="Precision">Share of the rows given the label that have it.</param>
/// <param name="Recall">Share of the rows with the label that it was given to; null where no row has it.</param>
/// <param name="F1">Harmonic mean of the two.</param>
/// <param name="CalibrationError">Expected calibration error of the label's probability; null where no source speaks of it.</param>
public sealed record LabelScores(string Label, long Rows, double Precision, double? Recall, Estimate F1, double? CalibrationError);

/// <summary>Figures of one classifier for a head.</summary>
/// <param name="System">Its name.</param>
/// <param name="All">On all held-out rows.</param>
/// <param name="Labels">Label by label.</param>
/// <param name="Slices">By language, by source, and by both.</param>
public sealed record SystemScores(string System, SliceScores All, IReadOnlyList<LabelScores> Labels, IReadOnlyList<SliceScores> Slices);

/// <summary>Figures of a head, the measured model first, then the baselines.</summary>
/// <param name="Head">Name of the head.</param>
/// <param name="Rows">Rows measured.</param>
/// <param name="TrainRows">Rows that the baselines were trained on.</param>
/// <param name="Systems">The model and the baselines.</param>
/// <param name="Notes">What was left out, a sentence each.</param>
public sealed record HeadEvaluation(string Head, int Rows, int TrainRows, IReadOnlyList<SystemScores> Systems, IReadOnlyList<string> Notes);
