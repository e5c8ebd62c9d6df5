using System.Globalization;
using TextSeg.Mining.Profiles;

namespace TextSeg.Mining.Naming;

/// <summary>Writes figures for readers.</summary>
public static class FigureText
{
    private static readonly (double Below, string Words)[] Shares =
    [
        (0.015, "about one in a hundred"), (0.035, "a few in a hundred"), (0.075, "about one in twenty"), (0.15, "about one in ten"), (0.225, "about one in five"),
        (0.29, "about a quarter"), (0.4, "about a third"), (0.6, "about half"), (0.85, "most"), (double.MaxValue, "nearly all"),
    ];

    /// <summary>For example "71 %", "52" or "8 days".</summary>
    public static string Of(double value, SignalUnit unit) => unit switch
    {
        SignalUnit.Share => Percent(value),
        SignalUnit.Days => value is >= 0.95 and < 1.05 ? "1 day" : Number(value) + " days",
        _ => Number(value),
    };

    /// <summary>For example "about one in five of those who could be placed (19 %)".</summary>
    public static string ShareInWords(double share) => $"{Array.Find(Shares, step => share < step.Below).Words} of those who could be placed ({Percent(share)})";

    private static string Percent(double share) => share is > 0 and < 0.01
        ? "under 1 %"
        : Math.Round(100 * share, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture) + " %";

    private static string Number(double value) => value.ToString(Math.Abs(value) < 1 ? "0.##" : Math.Abs(value) < 10 ? "0.#" : "#,##0", CultureInfo.InvariantCulture);
}
