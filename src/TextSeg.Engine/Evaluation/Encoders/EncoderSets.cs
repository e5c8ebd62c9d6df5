namespace TextSeg.Engine.Evaluation.Encoders;

/// <summary>A set of one kind.</summary>
/// <param name="Name">The file's name up to its kind.</param>
/// <param name="Path">The file.</param>
/// <param name="Rows">At least one.</param>
public sealed record EncoderSet<T>(string Name, string Path, IReadOnlyList<T> Rows);

/// <summary>
/// The sets that an encoder is measured on. The kind of a set is the second part of its file's name, NAME.groups.jsonl, NAME.similarity.jsonl,
/// NAME.translations.jsonl or NAME.threads.jsonl; a folder may hold any number of each.
/// </summary>
/// <param name="Groups">Texts whose groups are known.</param>
/// <param name="Similarity">Pairs with people's scores.</param>
/// <param name="Translations">Texts with the English ones that say the same.</param>
/// <param name="Threads">Posts of threads, one of each held out.</param>
/// <param name="Notes">One sentence for each file with rows that cannot be read.</param>
public sealed record EncoderSets(
    IReadOnlyList<EncoderSet<GroupRow>> Groups,
    IReadOnlyList<EncoderSet<SimilarityRow>> Similarity,
    IReadOnlyList<EncoderSet<TranslationRow>> Translations,
    IReadOnlyList<EncoderSet<ThreadRow>> Threads,
    IReadOnlyList<string> Notes)
{
    /// <summary>Reads a folder, the sets by name.</summary>
    /// <exception cref="JobException">There is no such folder, it holds no set, or a set has no row that can be read.</exception>
    public static EncoderSets Read(string folder)
    {
        EvaluationFolder.Require(folder);
        List<string> notes = [];
        var sets = new EncoderSets(
            All<GroupRow>(folder, "groups", notes), All<SimilarityRow>(folder, "similarity", notes),
            All<TranslationRow>(folder, "translations", notes), All<ThreadRow>(folder, "threads", notes), notes);
        return sets.Groups.Count + sets.Similarity.Count + sets.Translations.Count + sets.Threads.Count > 0
            ? sets
            : throw new JobException(
                $"{folder} holds no set for encoders (NAME.groups.jsonl, .similarity.jsonl, .translations.jsonl or .threads.jsonl): write them with scripts/eval-data, or name another folder with --data.")
            { IsWrongUse = true };
    }

    private static IReadOnlyList<EncoderSet<T>> All<T>(string folder, string kind, List<string> notes) =>
        [.. Directory.EnumerateFiles(folder, $"*.{kind}.jsonl").Order(StringComparer.Ordinal)
            .Select(path => new EncoderSet<T>(Path.GetFileName(path)[..^$".{kind}.jsonl".Length], path, JsonRows.Read<T>(path, notes)))];
}
