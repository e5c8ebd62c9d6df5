using System.Text;

namespace TextSeg.Server.Tests.Observability;

/// <summary>Words that stand nowhere else, one for each place where the outside world puts its words.</summary>
internal sealed class PlantedWords
{
    private readonly List<string> _words = [];

    /// <summary>Another word, such as "quillbrandtext"; it is remembered.</summary>
    public string this[string place]
    {
        get
        {
            var word = $"quillbrand{place}";
            _words.Add(word);
            return word;
        }
    }

    /// <summary>The planted words that a text holds.</summary>
    public string[] In(string text) => [.. _words.Distinct().Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))];

    /// <summary>The planted words that bytes hold.</summary>
    public string[] In(IEnumerable<byte[]> bodies) => [.. bodies.SelectMany(body => In(Encoding.Latin1.GetString(body))).Distinct()];
}
