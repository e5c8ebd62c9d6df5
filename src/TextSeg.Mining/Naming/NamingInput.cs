using TextSeg.Mining.KeyPhrases;
using TextSeg.Mining.Profiles;
using TextSeg.Mining.Segments;

namespace TextSeg.Mining.Naming;

/// <summary>All that evidence for names is drawn from.</summary>
public sealed record NamingInput
{
    /// <summary>The posts that the profiles were made of.</summary>
    public required ProfileInput Posts { get; init; }

    public required ProfileTable Profiles { get; init; }

    public required SegmentTree Segments { get; init; }

    /// <summary>Phrases counted over the same rows.</summary>
    public required KeyPhraseFinder Phrases { get; init; }

    /// <summary>A label for each topic of the reader's level, see <see cref="Naming.TopicLabels"/>.</summary>
    public required IReadOnlyList<string> TopicLabels { get; init; }

    /// <summary>The English name of each language code, for example "German"; empty when languages do not count.</summary>
    public IReadOnlyList<string> LanguageNames { get; init; } = [];

    /// <summary>Rules that names must keep.</summary>
    public required NameRules Rules { get; init; }
}
