using TextSeg.Mining.KeyPhrases;
using TextSeg.Mining.Topics;

namespace TextSeg.Engine.Topics;

/// <summary>What the topic stage found and later stages build on.</summary>
/// <param name="Tree">The topics.</param>
/// <param name="Phrases">The phrases of all posts, counted once.</param>
/// <param name="Terms">The words of all posts.</param>
/// <param name="Labels">The name of each topic of the reader's level.</param>
public sealed record TopicFindings(TopicTree Tree, KeyPhraseFinder Phrases, TermTable Terms, IReadOnlyList<string> Labels) : IDisposable
{
    /// <summary>Closes the files in which the words of very many posts lie.</summary>
    public void Dispose()
    {
        Phrases.Dispose();
        Terms.Dispose();
    }
}
