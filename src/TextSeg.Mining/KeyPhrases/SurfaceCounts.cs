using System.Runtime.InteropServices;

namespace TextSeg.Mining.KeyPhrases;

/// <summary>Counts how words are written. A capital at the start of a sentence is no evidence.</summary>
internal sealed class SurfaceCounts
{
    private readonly Dictionary<(int Word, string Surface), int> _counts = [];
    private readonly Dictionary<(int Word, string Surface), int> _atStart = [];

    public void Add(int word, string surface, bool startsSentence) =>
        CollectionsMarshal.GetValueRefOrAddDefault(startsSentence && char.IsUpper(surface[0]) ? _atStart : _counts, (word, surface), out _)++;

    /// <summary>The most frequent way of writing each word; one that was only seen with a sentence's capital is shown without it.</summary>
    public string[] MostFrequent(string[] forms)
    {
        var surfaces = Best(_counts, forms.Length);
        var fallback = Best(_atStart, forms.Length);
        for (var word = 0; word < forms.Length; word++)
        {
            surfaces[word] ??= fallback[word].AsSpan(1).ContainsAnyInRange('A', 'Z') ? fallback[word] : forms[word];
        }

        return surfaces;
    }

    private static string[] Best(Dictionary<(int Word, string Surface), int> from, int words)
    {
        var surfaces = new string[words];
        var counts = new int[words];
        foreach (var ((word, surface), count) in from)
        {
            // Equal counts go to the ordinally lowest form, so the order of rows never shows.
            if (count > counts[word] || (count == counts[word] && string.CompareOrdinal(surface, surfaces[word]) < 0))
            {
                (surfaces[word], counts[word]) = (surface, count);
            }
        }

        return surfaces;
    }
}
