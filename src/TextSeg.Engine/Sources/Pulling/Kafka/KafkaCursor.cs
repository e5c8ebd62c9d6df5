using System.Globalization;

namespace TextSeg.Engine.Sources.Pulling.Kafka;

/// <summary>The next offset of each partition, written as <c>0:17,1:4</c>.</summary>
internal static class KafkaCursor
{
    public static SortedDictionary<int, long> Read(string? cursor)
    {
        var offsets = new SortedDictionary<int, long>();
        foreach (var part in (cursor ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var numbers = part.Split(':');
            if (numbers.Length != 2 || !int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out var partition)
                || !long.TryParse(numbers[1], NumberStyles.None, CultureInfo.InvariantCulture, out var offset))
            {
                throw new JobException("The cursor is none of a Kafka topic: give this source another name.");
            }

            offsets[partition] = offset;
        }

        return offsets;
    }

    public static string? Write(SortedDictionary<int, long> offsets) =>
        offsets.Count == 0 ? null : string.Join(',', offsets.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}:{pair.Value}")));
}
