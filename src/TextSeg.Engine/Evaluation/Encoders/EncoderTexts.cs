namespace TextSeg.Engine.Evaluation.Encoders;

/// <summary>Texts for timing encoders: some of every set, the same for all encoders.</summary>
public static class EncoderTexts
{
    private const int MostTexts = 2_000;

    /// <summary>At most 2,000 texts at equal distances through all sets.</summary>
    public static string[] Of(EncoderSets sets)
    {
        string[] all =
        [
            .. sets.Groups.SelectMany(set => set.Rows).Select(row => row.Text),
            .. sets.Similarity.SelectMany(set => set.Rows).Select(row => row.Left),
            .. sets.Translations.SelectMany(set => set.Rows).Select(row => row.Text),
            .. sets.Threads.SelectMany(set => set.Rows).Select(row => row.Text),
        ];
        var step = Math.Max(1, (all.Length + MostTexts - 1) / MostTexts);
        return [.. all.Where((_, place) => place % step == 0)];
    }
}
