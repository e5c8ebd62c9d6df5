using System.Globalization;

namespace TextSeg.Mining.Topics;

/// <summary>What topics are called within one run: level and place, both from 1, as in t2-5.</summary>
public static class TopicIds
{
    /// <param name="level">Level from 0.</param>
    /// <param name="place">Place within the level from 0.</param>
    public static string Of(int level, int place) => string.Create(CultureInfo.InvariantCulture, $"t{level + 1}-{place + 1}");
}
