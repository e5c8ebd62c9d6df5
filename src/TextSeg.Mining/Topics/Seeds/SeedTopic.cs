using TextSeg.Mining.Topics.Edits;

namespace TextSeg.Mining.Topics.Seeds;

/// <summary>A topic that a person described.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Phrases">Unit vectors of a few phrases, at least one.</param>
/// <param name="LanguageOf">Language code of each phrase as in <see cref="TopicInput.LanguageOf"/>, −1 unknown.</param>
public sealed record SeedTopic(string Name, VectorTable Phrases, int[] LanguageOf)
{
    /// <summary>The seeds of an input with their phrases centred by language, as the posts are.</summary>
    internal static IReadOnlyList<SeedTopic> Centre(TopicInput input, bool byLanguage)
    {
        var posts = new CentredPosts(byLanguage ? input : input with { LanguageOf = null });
        return byLanguage ? [.. input.Seeds.Select(seed => seed with { Phrases = Centre(seed, posts) })] : input.Seeds;
    }

    private static VectorTable Centre(SeedTopic seed, CentredPosts posts)
    {
        var centred = new VectorTable(seed.Phrases.Dimension, new float[seed.Phrases.Values.Length]);
        for (var phrase = 0; phrase < seed.Phrases.Count; phrase++)
        {
            posts.Centre(seed.Phrases[phrase], seed.LanguageOf[phrase], centred.Values.AsSpan(phrase * centred.Dimension, centred.Dimension));
        }

        return centred;
    }
}
