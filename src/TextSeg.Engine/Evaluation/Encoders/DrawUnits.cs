namespace TextSeg.Engine.Evaluation.Encoders;

/// <summary>Which rows are drawn together in the bootstrap: those of one line.</summary>
internal static class DrawUnits
{
    public static int[] Of(IReadOnlyList<EncoderRow> rows) => LabelCodes.Of(rows.Select((row, place) => row.Line is { } line ? (true, line) : (false, place)));
}
