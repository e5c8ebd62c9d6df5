using TextSeg.Engine.Standalone;
using TextSeg.Nlp.Classifiers;

namespace TextSeg.Engine.Evaluation.Heads;

/// <summary>A user's own labelled posts as rows for a head.</summary>
/// <param name="posts">Posts with their labels, cleaned and masked as in mining.</param>
/// <param name="map">The user's labels in the head's words.</param>
public sealed class LabelledPosts(IReadOnlyList<PreparedPost> posts, LabelMap map)
{
    private const int MostNamed = 10;
    private static readonly char[] Between = [',', ';', '|'];

    /// <summary>The head that knows the labels of the most posts, of equal ones the first.</summary>
    /// <exception cref="JobException">No head knows any of them.</exception>
    public ClassifierHead Fitting(IReadOnlyList<ClassifierHead> heads)
    {
        var best = heads.Select(head => (head, space: new LabelSpace(head)))
            .MaxBy(pair => posts.Count(post => Labels(post, pair.head) is { Count: > 0 } labels && labels.All(pair.space.Knows)));
        if (posts.Any(post => Labels(post, best.head) is { Count: > 0 } labels && labels.All(best.space.Knows)))
        {
            return best.head;
        }

        string[] labels = [.. posts.Select(post => post.Label).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        throw new JobException(labels.Length == 0
            ? "The label column is empty in every record: name the column with the known labels."
            : $"No head knows the labels {string.Join(", ", labels.Take(MostNamed))}{(labels.Length > MostNamed ? ", …" : "")}: say what they mean with --map, for example --map {labels[0]}={heads[0].Labels[0]}. "
                + string.Join(" ", heads.Select(head => $"{head.Name} knows {string.Join(", ", head.Labels)}."))) { IsWrongUse = true };
    }

    /// <summary>The posts as held-out rows of a head; those without a label are left out.</summary>
    /// <exception cref="JobException">No post has a label.</exception>
    public HeadSet For(ClassifierHead head)
    {
        HeadRow[] rows = [.. posts.Where(post => post.Label is not null)
            .Select(post => new HeadRow { Text = post.Prose, Language = post.Language, Labels = Labels(post, head), Source = post.Source })];
        var without = posts.Count - rows.Length;
        return rows.Length > 0
            ? new HeadSet(head.Name, rows, [], [], without == 0 ? [] : [$"{without} of {posts.Count} records have no label and are left out."])
            : throw new JobException("The label column is empty in every record: name the column with the known labels.") { IsWrongUse = true };
    }

    private IReadOnlyList<string> Labels(PreparedPost post, ClassifierHead head) => post.Label is not { } label
        ? []
        : [.. (head.HasSeveral ? label.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [label.Trim()]).Select(map.Of)];
}
