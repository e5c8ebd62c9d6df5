using TextSeg.Cli.Output;
using TextSeg.Engine.Standalone;
using TextSeg.Mining.Topics;

namespace TextSeg.Cli.Commands;

/// <summary>One topic as <c>textseg topics</c> lists it.</summary>
/// <param name="Level">Its level, 0 the coarsest.</param>
/// <param name="Topic">Its number within the level, as in the lines of posts.</param>
/// <param name="Parent">Its topic on the level before, −1 on the first.</param>
/// <param name="Name">The given name, or two phrases.</param>
/// <param name="Posts">Posts in it.</param>
/// <param name="Texts">Different texts in it.</param>
/// <param name="Stability">How well it is found again under resampling, 0 to 1.</param>
/// <param name="Phrases">What tells it from its siblings, the strongest first.</param>
internal sealed record TopicLine(int Level, int Topic, int Parent, string Name, int Posts, int Texts, double Stability, string[] Phrases);

/// <summary>The table of topics.</summary>
internal static class TopicLines
{
    /// <summary>The topics of one level, the one with most different texts first.</summary>
    public static TopicLine[] Of(TopicTree tree, TopicWords words, int level) => [.. tree.Levels[level].Topics.Select((topic, number) => new TopicLine(
        level, number, topic.Parent, words.Labels[level][number], topic.Size, topic.DistinctTexts, Math.Round(topic.Stability, 3), [.. words.Levels[level][number].Select(phrase => phrase.Text)]))];

    /// <summary>All levels, a line for each topic.</summary>
    public static void Write(Stream stream, TopicTree tree, TopicWords words)
    {
        for (var level = 0; level < tree.Levels.Length; level++)
        {
            foreach (var line in Of(tree, words, level))
            {
                JsonLines.Write(stream, line);
            }
        }
    }
}
