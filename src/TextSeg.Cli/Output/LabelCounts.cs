using TextSeg.Nlp.Classifiers;

namespace TextSeg.Cli.Output;

/// <summary>How many posts got each label, by what the label is about.</summary>
internal sealed class LabelCounts
{
    private const double Frustrated = 0.5;
    private readonly Dictionary<string, Dictionary<string, int>> _counts = [];

    /// <summary>Kinds of labels in the order in which they were first seen; labels by number, the most frequent first.</summary>
    public IReadOnlyDictionary<string, Dictionary<string, int>> Kinds => _counts.ToDictionary(
        kind => kind.Key, kind => kind.Value.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(pair => pair.Key, pair => pair.Value));

    public void Add(string kind, string label)
    {
        if (!_counts.TryGetValue(kind, out var labels))
        {
            _counts.Add(kind, labels = []);
        }

        labels[label] = labels.GetValueOrDefault(label) + 1;
    }

    /// <summary>Counts the labels of one post, each of several emotions too; frustration from 0.5 on as one label.</summary>
    public void Add(PostReading reading)
    {
        foreach (var answer in reading.Answers)
        {
            if (answer.Head == HeadNames.Frustration)
            {
                Add(answer.Head, answer.Probabilities.Any(label => label.Probability >= Frustrated) ? "0.5 or more" : "below 0.5");
                continue;
            }

            foreach (var label in answer.Labels)
            {
                Add(answer.Head, label.Label);
            }
        }
    }

    /// <summary>Prints the counts and their shares of the posts; several emotions of a post count each.</summary>
    public void Print(int posts)
    {
        var table = new FigureTable("Label", "Posts", "Share");
        foreach (var (kind, labels) in Kinds)
        {
            foreach (var (label, count) in labels)
            {
                table.Row($"{kind}: {label}", FigureTable.Count(count), FigureTable.Share((double)count / posts));
            }
        }

        table.Print();
    }
}
