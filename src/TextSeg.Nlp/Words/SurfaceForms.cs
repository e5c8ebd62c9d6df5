namespace TextSeg.Nlp.Words;

/// <summary>Counts how each normal form is written, so that a reader is shown "GitHub" and not "github". Not thread-safe.</summary>
public sealed class SurfaceForms
{
    private readonly Dictionary<string, Dictionary<string, int>> counts = [];

    /// <summary>Counts one occurrence of <paramref name="surface"/>, the words as written, for <paramref name="normal"/>.</summary>
    public void Add(string normal, string surface)
    {
        if (!counts.TryGetValue(normal, out Dictionary<string, int>? surfaces))
        {
            counts[normal] = surfaces = [];
        }

        surfaces[surface] = surfaces.GetValueOrDefault(surface) + 1;
    }

    /// <summary>The most frequent way of writing it; of equals the first in ordinal order; <paramref name="normal"/> itself when never seen.</summary>
    public string MostFrequent(string normal) => counts.TryGetValue(normal, out Dictionary<string, int>? surfaces)
        ? surfaces.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).First().Key
        : normal;
}
