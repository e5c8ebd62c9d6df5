namespace TextSeg.Engine.Samples.Planting;

/// <summary>The eighteen months in which the invented community writes, and the four last ones in which one topic sours.</summary>
internal static class Calendar
{
    public const string SouringTopic = "app";

    public static DateTime Start { get; } = new(2024, 10, 1, 0, 0, 0, DateTimeKind.Utc);

    public static DateTime End { get; } = new(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc);

    public static DateTime SouringStart { get; } = new(2025, 12, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>How far the souring has come: 0 before it starts, 1 at the end.</summary>
    public static double Souring(DateTime time) => Math.Clamp((time - SouringStart) / (End - SouringStart), 0, 1);
}
