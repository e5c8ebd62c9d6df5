using System.Text.Json;

namespace TextSeg.Engine.Evaluation;

/// <summary>Reads the rows of a set for measuring: one JSON object a line.</summary>
internal static class JsonRows
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);

    /// <summary>All rows that can be read; what is left out is said in one sentence.</summary>
    /// <exception cref="JobException">No row can be read.</exception>
    public static IReadOnlyList<T> Read<T>(string path, ICollection<string> notes)
    {
        var rows = new List<T>();
        var (number, bad, firstBad) = (0, 0, 0);
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length > 0 && !TryAdd(line, rows))
            {
                firstBad = bad++ == 0 ? number : firstBad;
            }
        }

        if (bad > 0)
        {
            notes.Add($"{path}: {bad} of {number} lines are not rows of this set and are left out, the first is line {firstBad}.");
        }

        return rows.Count > 0 ? rows : throw new JobException($"{path} holds no row that can be measured: write it again with scripts/eval-data.");
    }

    private static bool TryAdd<T>(string line, List<T> rows)
    {
        try
        {
            rows.Add(JsonSerializer.Deserialize<T>(line, Form) ?? throw new JsonException());
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
