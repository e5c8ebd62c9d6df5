using Microsoft.Extensions.AI;
using TextSeg.Mining;
using TextSeg.Mining.Topics.Seeds;
using TextSeg.Nlp.Languages;

namespace TextSeg.Engine.Topics.Seeds;

/// <summary>Makes vectors of the phrases of seed topics, and tells their languages.</summary>
internal static class SeedEncoding
{
    /// <param name="seeds">The seeds.</param>
    /// <param name="encoder">The encoder of the posts.</param>
    /// <param name="languages">Tells languages.</param>
    /// <param name="codeOf">The code of a language among the posts, −1 where no post has it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<IReadOnlyList<SeedTopic>> EncodeAsync(
        IReadOnlyList<SeedEntry> seeds, IEmbeddingGenerator<string, Embedding<float>> encoder, LanguageIdentifier languages, Func<string, int> codeOf, CancellationToken cancellationToken)
    {
        var topics = new List<SeedTopic>();
        foreach (var seed in seeds)
        {
            var vectors = await encoder.GenerateAsync(seed.Phrases, cancellationToken: cancellationToken);
            topics.Add(new SeedTopic(
                seed.Name,
                new VectorTable(vectors[0].Vector.Length, [.. vectors.SelectMany(vector => vector.Vector.ToArray())]),
                [.. seed.Phrases.Select(phrase => codeOf(languages.Identify(phrase).Language))]));
        }

        return topics;
    }
}
