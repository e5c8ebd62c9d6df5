namespace TextSeg.Engine.Sources.Columns;

/// <summary>How well a column fits a role by its name and by what it holds.</summary>
/// <param name="Column">The column.</param>
/// <param name="NameFit">Fit of the name, 0 to 1.</param>
/// <param name="Score">Both together, 0 to 1; 0 when the content rules the role out.</param>
internal readonly record struct ColumnFit(ColumnStatistics Column, double NameFit, double Score)
{
    private const double LeastWrittenWithName = 0.02;
    private const double LeastWrittenAlone = 0.25;
    private const double TimeRate = 0.5;

    public static ColumnFit Of(ColumnRole role, ColumnStatistics column)
    {
        var name = ColumnNames.Fit(role, column.Name);
        return new ColumnFit(column, name, Rate(role, column, name));
    }

    private static double Rate(ColumnRole role, ColumnStatistics column, double name) => role switch
    {
        ColumnRole.Text => TextScore(column, name),
        ColumnRole.Time => column.Times.Rate < TimeRate || (name == 0 && column.Numeric > 0.5) ? 0 : (0.6 * Math.Max(name, 0.3)) + (0.4 * column.Times.Rate),
        _ when name == 0 || column.Filled == 0 => 0,
        ColumnRole.Id => column.Distinct >= 0.9 && column.Filled >= 0.95 && column.MeanLength <= 80 ? name : 0,
        ColumnRole.Member or ColumnRole.Name => column.Times.Rate < TimeRate && column.MeanLength <= 80 ? name * (0.5 + (0.5 * column.Filled)) : 0,
        ColumnRole.Title => column.Letters > 0.5 && column.MeanLength <= 250 ? name : 0,
        ColumnRole.Rating => column.Numeric >= 0.95 && column.Minimum >= -5 && column.Maximum <= 100 && column.DistinctCount <= 101 ? name : 0,
        ColumnRole.Language => column.LanguageCodes >= 0.9 ? name : 0,
        ColumnRole.Kind => column.Kinds >= 0.9 ? name : 0,
        ColumnRole.Position => column.Numeric >= 0.95 ? name : 0,
        _ => column.MeanLength <= 80 ? name : 0,
    };

    private static double TextScore(ColumnStatistics column, double name)
    {
        var written = column.LooksWritten;
        return written < (name > 0 ? LeastWrittenWithName : LeastWrittenAlone) ? 0 : (0.5 * name) + (0.5 * written);
    }
}
