using System.Globalization;
using Spectre.Console;

namespace TextSeg.Cli.Output;

/// <summary>Figures as a table on standard output: what, and how much.</summary>
internal sealed class FigureTable
{
    private readonly Table _table;

    /// <param name="columns">Headings; the first column is text, the others are numbers.</param>
    public FigureTable(params string[] columns)
    {
        _table = new Table().Border(TableBorder.Rounded);
        for (var column = 0; column < columns.Length; column++)
        {
            _table.AddColumn(new TableColumn(Markup.Escape(columns[column])) { Alignment = column == 0 ? Justify.Left : Justify.Right });
        }
    }

    public FigureTable Row(params string[] cells)
    {
        _table.AddRow([.. cells.Select(Markup.Escape)]);
        return this;
    }

    /// <summary>One row for each stage.</summary>
    public FigureTable Seconds(IReadOnlyDictionary<string, double> seconds)
    {
        foreach (var (stage, time) in seconds)
        {
            Row($"seconds: {stage}", Number(time, "0.0"));
        }

        return this;
    }

    public void Print() => Screen.Write(_table);

    public static string Count(long value) => value.ToString("N0", CultureInfo.CurrentCulture);

    public static string Number(double value, string format = "0.000") => value.ToString(format, CultureInfo.CurrentCulture);

    /// <summary>A share of 0 to 1 in per cent.</summary>
    public static string Share(double value) => string.Create(CultureInfo.CurrentCulture, $"{100 * value:0.0} %");

    public static string Memory(double megabytes) => string.Create(CultureInfo.CurrentCulture, $"{megabytes:N0} MB");
}
