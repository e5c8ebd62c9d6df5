using TextSeg.Mining.Topics;

namespace TextSeg.Engine.Standalone;

/// <summary>The topics of posts, those without words included.</summary>
/// <param name="Tree">Topics of the posts with words.</param>
/// <param name="RowOf">Row of each post in <paramref name="Tree"/>, −1 for a post without words.</param>
public sealed record PostTopics(TopicTree Tree, int[] RowOf)
{
    /// <summary>Topic of a post at the reader's level, −1 for none.</summary>
    public int TopicOf(int post) => RowOf[post] < 0 ? -1 : Tree.Reader.TopicOf[RowOf[post]];

    /// <summary>The given name of a post's topic; null where its topic was found freely.</summary>
    public string? NameOf(int post) => TopicOf(post) is var topic and >= 0 ? Tree.Reader.Topics[topic].SeedName : null;

    /// <summary>Topics of a post from coarse to fine, each numbered within its level; −1 where it is in none.</summary>
    public int[] PathOf(int post) => RowOf[post] < 0 ? [.. Tree.Levels.Select(_ => -1)] : Tree.PathOf(RowOf[post]);

    /// <summary>How strongly a post belongs to its topic, 0 to 1.</summary>
    public double StrengthOf(int post) => RowOf[post] < 0 ? 0 : Tree.StrengthOf[RowOf[post]];

    /// <summary>How surely a post belongs to its topic.</summary>
    public PostState StateOf(int post) => RowOf[post] < 0 ? PostState.None : Tree.StateOf[RowOf[post]];

    /// <summary>Share of all posts in a state, 0 to 1.</summary>
    public double ShareOf(PostState state) => (double)Enumerable.Range(0, RowOf.Length).Count(post => StateOf(post) == state) / RowOf.Length;
}
