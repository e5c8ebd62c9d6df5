namespace TextSeg.Engine.Samples;

/// <summary>How large the invented community is, in which languages it writes, and from which seed it is drawn.</summary>
public sealed class SampleOptions
{
    /// <summary>Languages with a grammar, ISO 639-1; the first ones are the richest.</summary>
    public static IReadOnlyList<string> KnownLanguages { get; } = ["en", "de", "fr", "es", "it", "nl", "pt", "ja"];

    /// <summary>Number of members, 50 to 10,000,000. Default 400.</summary>
    public int Members { get; set; } = 400;

    /// <summary>Number of posts, at least one for each member. Default 4,000.</summary>
    public int Posts { get; set; } = 4_000;

    /// <summary>Languages of the members, most used first. Default en, de, fr, es, ja.</summary>
    public IReadOnlyList<string> Languages { get; set; } = ["en", "de", "fr", "es", "ja"];

    /// <summary>Any whole number; the same options and seed give the same bytes. Default 1.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>Every fault, one sentence each; empty when the options can be used.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        if (Members is < 50 or > 10_000_000)
        {
            faults.Add($"Members is {Members}; give a number from 50 to 10,000,000.");
        }

        if (Posts < Members)
        {
            faults.Add($"Posts is {Posts}; give at least one post for each of the {Members} members.");
        }

        if (Languages.Count == 0)
        {
            faults.Add($"No language is given; choose from {string.Join(", ", KnownLanguages)}.");
        }

        faults.AddRange(Languages.Where(language => !KnownLanguages.Contains(language))
            .Select(language => $"There is no grammar for language '{language}'; choose from {string.Join(", ", KnownLanguages)}."));
        if (Languages.Distinct().Count() < Languages.Count)
        {
            faults.Add("A language is given twice; name each once.");
        }

        return faults;
    }
}
