namespace TextSeg.Engine.Evaluation;

/// <summary>How well one kind of planted answers was read. A post that the classifier was unsure of counts as missed.</summary>
/// <param name="Kind">mood, intent or urgency.</param>
/// <param name="MacroF1">Mean F1 of the planted labels, 0 to 1.</param>
/// <param name="Accuracy">Share of the posts read as planted, 0 to 1.</param>
/// <param name="ShareUnsure">Share of the posts that the classifier was unsure of, 0 to 1.</param>
/// <param name="F1">F1 of each planted label.</param>
/// <param name="MacroF1ByLanguage">Macro F1 over the posts planted in each language.</param>
public sealed record ReadingScore(
    string Kind, double MacroF1, double Accuracy, double ShareUnsure, IReadOnlyDictionary<string, double> F1, IReadOnlyDictionary<string, double> MacroF1ByLanguage)
{
    /// <summary>Compares what was planted with what was read.</summary>
    /// <param name="kind">What it is about.</param>
    /// <param name="posts">Language, planted label and read label of each post; the read one is null where the classifier was unsure.</param>
    public static ReadingScore Of(string kind, IReadOnlyList<(string Language, string Planted, string? Read)> posts)
    {
        var f1 = F1Of(posts);
        return new ReadingScore(
            kind,
            Mean(f1),
            posts.Count(post => post.Planted == post.Read) / (double)Math.Max(1, posts.Count),
            posts.Count(post => post.Read is null) / (double)Math.Max(1, posts.Count),
            f1,
            posts.GroupBy(post => post.Language).OrderBy(group => group.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => Mean(F1Of([.. group]))));
    }

    private static Dictionary<string, double> F1Of(IReadOnlyList<(string Language, string Planted, string? Read)> posts)
    {
        var planted = posts.CountBy(post => post.Planted).ToDictionary();
        var read = posts.Where(post => post.Read is not null).CountBy(post => post.Read!).ToDictionary();
        var both = posts.Where(post => post.Planted == post.Read).CountBy(post => post.Planted).ToDictionary();
        return planted.Keys.Order(StringComparer.Ordinal).ToDictionary(
            label => label, label => 2.0 * both.GetValueOrDefault(label) / (planted[label] + read.GetValueOrDefault(label)));
    }

    private static double Mean(Dictionary<string, double> values) => values.Count == 0 ? 0 : values.Values.Average();
}
